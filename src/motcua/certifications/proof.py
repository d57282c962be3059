"""Do the registers and the ledger agree? Facts are folded and compared with rows, shares of fees
added up and compared with their dossiers, and every book is without a gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count, F, Max, Sum

from motcua.certifications.models import Certification, CertificationBook
from motcua.certifications.projections import State, fold
from motcua.certifications.rows import entry_state
from motcua.ledger.queries import FactRow, facts_about_many

PIECE = 500
LAST_ID = 2**63 - 1
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
    last = 0
    rows = Certification.objects.order_by("pk")
    while piece := list(rows.filter(pk__gt=last)[:PIECE]):
        facts = _by_subject(facts_about_many(KIND, last + 1, piece[-1].pk))
        for row in piece:
            wrong = _differing(entry_state(row), fold(facts.pop(row.pk, [])))
            if wrong:
                yield CertificationFlaw("entry", str(row), wrong)
        yield from (CertificationFlaw("entry", f"#{gone}", ("row",)) for gone in facts)
        last = piece[-1].pk
    beyond = _by_subject(facts_about_many(KIND, last + 1, LAST_ID))
    yield from (CertificationFlaw("entry", f"#{gone}", ("row",)) for gone in beyond)


def _by_subject(facts: Iterable[FactRow]) -> dict[int, list[FactRow]]:
    found: dict[int, list[FactRow]] = defaultdict(list)
    for fact in facts:
        found[fact.subject_id].append(fact)
    return found


def _differing(state: State, folded: State) -> tuple[str, ...]:
    names = sorted(state.keys() | folded.keys())
    return tuple(name for name in names if state.get(name) != folded.get(name))


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
