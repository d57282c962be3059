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
PAGES = ("web/workspace", "web/portal", "web/sign_in", "web/account")
"""Pages show what queries and commands give, and these are tested on both databases: in the run of
everything pages are looked at on one of them. `./motcua test web` looks on both."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one word after `./motcua test` runs; `folders` are patterns under tests/, `left_out` those a
    leg passes over."""

    name: str
    legs: tuple[Leg, ...]
    folders: tuple[str, ...] = ()
    left_out: tuple[tuple[Leg, tuple[str, ...]], ...] = ()

    def words(self, leg: Leg) -> list[str]:
        """What pytest is told for this leg besides the markers."""
        ignored = (folder for one, folders in self.left_out if one is leg for folder in folders)
        return [*self.paths(), *(f"--ignore=tests/{folder}" for folder in ignored)]

    def paths(self) -> list[str]:
        """The folders there are now, from the root of the checkout; none = all tests."""
        tests = ROOT / "tests"
        found = (path for folder in self.folders for path in sorted(tests.glob(folder)))
        return [str(path.relative_to(ROOT)) for path in found]


ALL = Part("all", tuple(Leg), left_out=((Leg.POSTGRESQL, PAGES),))
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
