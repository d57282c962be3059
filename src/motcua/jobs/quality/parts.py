"""Which tests there are to run: the legs of a run, and the words that choose among them.

A leg is one start of pytest. What belongs to it is decided by markers that tests/conftest.py sets:
`database` for whatever touches tables, `browser` for the journeys; the rest is pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from motcua.jobs.quality.places import ROOT


class Leg(StrEnum):
    """One start of pytest, and the database behind it."""

    PURE = "PURE"
    SQLITE = "SQLITE"
    POSTGRESQL = "POSTGRESQL"
    BROWSER = "BROWSER"


MARKERS = {
    Leg.PURE: "not database and not browser",
    Leg.SQLITE: "database and not browser",
    Leg.POSTGRESQL: "database and not browser",
    Leg.BROWSER: "browser",
}
BOTH_DATABASES = (Leg.SQLITE, Leg.POSTGRESQL)


@dataclass(frozen=True, slots=True)
class Part:
    """What one word after `./motcua test` runs; `folders` are patterns under tests/."""

    name: str
    legs: tuple[Leg, ...]
    folders: tuple[str, ...] = ()

    def paths(self) -> list[str]:
        """The folders there are now, from the root of the checkout; none = all tests."""
        tests = ROOT / "tests"
        found = (path for folder in self.folders for path in sorted(tests.glob(folder)))
        return [str(path.relative_to(ROOT)) for path in found]


ALL = Part("all", tuple(Leg))
PARTS = {
    part.name: part
    for part in (
        ALL,
        Part("rules", (Leg.PURE,)),
        Part("commands", BOTH_DATABASES, ("*/commands",)),
        Part("queries", BOTH_DATABASES, ("*/queries",)),
        Part("web", (Leg.PURE, *BOTH_DATABASES), ("web",)),
        Part("house", (Leg.PURE, Leg.SQLITE), ("house",)),
        Part("sqlite", (Leg.SQLITE,)),
        Part("postgresql", (Leg.POSTGRESQL,)),
        Part("journeys", (Leg.BROWSER,), ("journeys",)),
    )
}
