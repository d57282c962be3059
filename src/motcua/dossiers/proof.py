"""Do register and ledger agree? Every dossier's facts are folded and compared with its rows, and a
dossier whose facts stand without a row is named too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from motcua.dossiers.models import Dossier
from motcua.dossiers.projections import State, fold
from motcua.dossiers.rows import states_of
from motcua.ledger.queries import FactRow, facts_about_many

PIECE = 500
LAST_ID = 2**63 - 1
GONE = "row"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A dossier whose rows do not say what its facts say, and in which fields.

    The field `row` alone: the ledger tells of a dossier that the register does not have.
    """

    code: str
    fields: tuple[str, ...]


def disagreements() -> Iterator[Disagreement]:
    """Every dossier that differs. Memory is bounded: dossiers are read in pieces by id."""
    last = 0
    while piece := list(Dossier.objects.filter(pk__gt=last).order_by("pk")[:PIECE]):
        facts = _by_dossier(facts_about_many("dossier", last + 1, piece[-1].pk))
        for dossier, state in states_of(piece):
            wrong = _differing(state, fold(facts.pop(dossier.pk, [])))
            if wrong:
                yield Disagreement(dossier.code, wrong)
        yield from _without_row(facts)
        last = piece[-1].pk
    yield from _without_row(_by_dossier(facts_about_many("dossier", last + 1, LAST_ID)))


def _by_dossier(facts: Iterable[FactRow]) -> dict[int, list[FactRow]]:
    found: dict[int, list[FactRow]] = defaultdict(list)
    for fact in facts:
        found[fact.subject_id].append(fact)
    return found


def _differing(state: State, folded: State) -> tuple[str, ...]:
    names = sorted(state.keys() | folded.keys())
    return tuple(name for name in names if state.get(name) != folded.get(name))


def _without_row(facts: dict[int, list[FactRow]]) -> Iterator[Disagreement]:
    for about in facts.values():
        yield Disagreement(str(fold(about).get("code", "")), (GONE,))
