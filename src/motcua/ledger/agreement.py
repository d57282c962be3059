"""Do rows and ledger agree? The facts about each subject are folded and compared with its rows, and
a subject whose facts stand without a row is named too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

from motcua.kernel.progress import Passed, unsaid
from motcua.ledger.queries import FactRow, facts_about_many

PIECE = 500
LAST_ID = 2**63 - 1
GONE = "row"

State = dict[str, Any]
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Generic[Row]):
    """A subject whose row does not say what its facts say, and in which fields.

    Without a row, and the field `row` alone: the ledger tells of a subject that the tables do not
    have. `folded`: what its facts say.
    """

    subject_id: int
    row: Row | None
    folded: State
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Generic[Row]):
    """What is compared: all rows of subjects of a kind, what rows say, what their facts say.

    `states` reads whatever else belongs to a piece of rows, and says of each what `fold` says.
    """

    kind: str
    rows: QuerySet[Row]
    states: Callable[[list[Row]], Iterable[tuple[Row, State]]]
    fold: Callable[[Iterable[FactRow]], State]


def folded(facts: Iterable[FactRow], folds: Mapping[str, Callable[[State, State], State]]) -> State:
    """The state after all these facts, each folded by its code into what came before."""
    state: State = {}
    for fact in facts:
        state = folds[fact.code](state, fact.payload)
    return state


def differences(which: Compared[Row], passed: Passed = unsaid) -> Iterator[Difference[Row]]:
    """Every subject that differs. Memory is bounded: rows are read in pieces by id."""
    last = 0
    rows = which.rows.order_by("pk")
    while piece := list(rows.filter(pk__gt=last)[:PIECE]):
        facts = _by_subject(facts_about_many(which.kind, last + 1, piece[-1].pk))
        for row, state in which.states(piece):
            folded = which.fold(facts.pop(row.pk, []))
            wrong = _differing(state, folded)
            if wrong:
                yield Difference(subject_id=row.pk, row=row, folded=folded, fields=wrong)
        yield from _without_row(which, facts)
        last = piece[-1].pk
        passed(len(piece))
    yield from _without_row(which, _by_subject(facts_about_many(which.kind, last + 1, LAST_ID)))


def _by_subject(facts: Iterable[FactRow]) -> dict[int, list[FactRow]]:
    found: dict[int, list[FactRow]] = defaultdict(list)
    for fact in facts:
        found[fact.subject_id].append(fact)
    return found


def _differing(state: State, folded: State) -> tuple[str, ...]:
    names = sorted(state.keys() | folded.keys())
    return tuple(name for name in names if state.get(name) != folded.get(name))


def _without_row(
    which: Compared[Row], facts: dict[int, list[FactRow]]
) -> Iterator[Difference[Row]]:
    for subject_id, about in facts.items():
        folded = which.fold(about)
        yield Difference(subject_id=subject_id, row=None, folded=folded, fields=(GONE,))
