"""Do the register and the ledger agree? Facts are folded and compared with rows; no year has a gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Max

from motcua.feedback.models import (
    ClosedFigures,
    Petition,
    PetitionBook,
    PetitionEnclosure,
    PetitionStep,
)
from motcua.feedback.projections import fold
from motcua.feedback.rows import petition_state
from motcua.feedback.rules.closing import digest_of_told
from motcua.feedback.vocabulary import SUBJECT
from motcua.ledger.agreement import Compared, State, differences
from motcua.ledger.queries import facts_of_kind

CLOSED = "petition-figures"


@dataclass(frozen=True, slots=True)
class PetitionFlaw:
    """What does not agree: `kind` is petition or book; `place` names it; `fields` say where."""

    kind: str
    place: str
    fields: tuple[str, ...]


def petition_flaws() -> Iterator[PetitionFlaw]:
    """Everything that differs. Memory is bounded: rows are read in pieces by id."""
    rows = Petition.objects.all()
    for one in differences(Compared(kind=SUBJECT, rows=rows, states=_states, fold=fold)):
        yield PetitionFlaw("petition", str(one.row or f"#{one.subject_id}"), one.fields)
    yield from _books()
    yield from _closed()


def _states(petitions: list[Petition]) -> Iterator[tuple[Petition, State]]:
    steps: dict[int, list[PetitionStep]] = defaultdict(list)
    files: dict[int, list[PetitionEnclosure]] = defaultdict(list)
    for step in PetitionStep.objects.filter(petition__in=petitions).order_by("seq"):
        steps[step.petition_id].append(step)
    for file in PetitionEnclosure.objects.filter(petition__in=petitions).order_by("id"):
        files[file.petition_id].append(file)
    for row in petitions:
        yield row, petition_state(row, steps[row.pk], files[row.pk])


def _books() -> Iterator[PetitionFlaw]:
    """Each register has exactly the numbers from 1 to its last one."""
    counted = Petition.objects.values("agency", "year").annotate(
        count=Count("id"), highest=Max("number")
    )
    held = {(row["agency"], row["year"]): (row["count"], row["highest"]) for row in counted}
    for book in PetitionBook.objects.order_by("pk"):
        if held.pop((book.agency_id, book.year), None) != (book.last, book.last):
            yield PetitionFlaw("book", str(book), ("number",))
    for agency_id, year in sorted(held):
        yield PetitionFlaw("book", f"{agency_id} {year}", ("row",))


def _closed() -> Iterator[PetitionFlaw]:
    """What was closed still reads as its fact says; no fact without its row."""
    said = {fact.subject_id: fact.payload["digest"] for fact in facts_of_kind(CLOSED)}
    for row in ClosedFigures.objects.order_by("pk").iterator(chunk_size=50):
        if said.pop(row.pk, None) != digest_of_told(row.told):
            yield PetitionFlaw("closed", str(row), ("told",))
    for missing in sorted(said):
        yield PetitionFlaw("closed", f"#{missing}", ("row",))
