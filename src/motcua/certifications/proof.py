"""Do the registers and the ledger agree? Facts are folded and compared with rows, shares of fees
added up and compared with their dossiers, and every book is without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, F, Max, Sum

from motcua.certifications.models import Certification, CertificationBook
from motcua.certifications.projections import fold
from motcua.certifications.rows import entry_state
from motcua.ledger.agreement import Compared, State, differences

KIND = "certification"


@dataclass(frozen=True, slots=True)
class CertificationFlaw:
    """What does not agree: `kind` is entry, dossier or book; `place` names it; `fields` say where."""

    kind: str
    place: str
    fields: tuple[str, ...]


def certification_flaws() -> Iterator[CertificationFlaw]:
    """Everything that differs. Memory is bounded: rows are read in pieces by id."""
    yield from _entries()
    yield from _fees()
    yield from _books()


def _entries() -> Iterator[CertificationFlaw]:
    rows = Certification.objects.all()
    for one in differences(Compared(kind=KIND, rows=rows, states=_entry_states, fold=fold)):
        place = str(one.row or f"#{one.subject_id}")
        yield CertificationFlaw("entry", place, one.fields)


def _entry_states(entries: list[Certification]) -> Iterator[tuple[Certification, State]]:
    for entry in entries:
        yield entry, entry_state(entry)


def _fees() -> Iterator[CertificationFlaw]:
    """The shares of the documents of a dossier are its fee."""
    sums = Certification.objects.values("dossier", "dossier__code").annotate(
        shares=Sum("fee_vnd"), fee=F("dossier__fee_total_vnd")
    )
    for one in sums.exclude(shares=F("fee")).order_by("dossier"):
        yield CertificationFlaw("dossier", one["dossier__code"], ("fee_vnd",))


def _books() -> Iterator[CertificationFlaw]:
    """Each book has exactly the numbers from 1 to its last one."""
    counted = Certification.objects.values("agency", "year", "kind").annotate(
        count=Count("id"), highest=Max("number")
    )
    held = {
        (row["agency"], row["year"], row["kind"]): (row["count"], row["highest"]) for row in counted
    }
    for book in CertificationBook.objects.order_by("pk"):
        key = (book.agency_id, book.year, book.kind)
        if held.pop(key, None) != (book.last, book.last):
            yield CertificationFlaw("book", str(book), ("number",))
    for agency_id, year, kind in sorted(held):
        yield CertificationFlaw("book", f"{agency_id} {kind} {year}", ("row",))
