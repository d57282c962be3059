"""Is each closed register still what it was when it was closed, by its rows and by the ledger?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.dossiers.commands.close_register import digest_of_lines
from motcua.dossiers.events import RegisterClosed
from motcua.dossiers.models import DossierRegister
from motcua.ledger.queries import facts_of_kind


@dataclass(frozen=True, slots=True)
class RegisterFlaw:
    """A closed register that differs: in its lines, its number of lines, its digest or its closing."""

    agency_id: int
    year: int
    fields: tuple[str, ...]


def register_flaws() -> Iterator[RegisterFlaw]:
    """Every closed register that differs from its closing; memory is bounded by the books."""
    told = {
        (fact.payload["agency_id"], fact.payload["year"]): fact.payload
        for fact in facts_of_kind("register")
        if fact.code == RegisterClosed.code
    }
    for row in DossierRegister.objects.order_by("agency", "year").iterator():
        closing = told.pop((row.agency_id, row.year), None)
        wrong = _differing(row, closing)
        if wrong:
            yield RegisterFlaw(row.agency_id, row.year, wrong)
    for agency_id, year in sorted(told):
        yield RegisterFlaw(agency_id, year, ("row",))


def _differing(row: DossierRegister, closing: dict[str, object] | None) -> tuple[str, ...]:
    if closing is None:
        return ("closing",) if row.closed_at is not None else ()
    if row.closed_at is None:
        return ("closing",)
    found = {
        "digest": row.digest == closing["digest"],
        "entries": row.last == closing["entries"],
        "lines": digest_of_lines(row.agency_id, row.year) == closing["digest"],
    }
    return tuple(name for name, holds in found.items() if not holds)
