"""Do register and ledger agree? Every dossier's facts are folded and compared with its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from motcua.dossiers.models import Dossier
from motcua.dossiers.projections import fold
from motcua.dossiers.rows import states_of
from motcua.ledger.queries import FactRow, facts_about_many

PIECE = 500


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A dossier whose rows do not say what its facts say, and in which fields."""

    code: str
    fields: tuple[str, ...]


def disagreements() -> Iterator[Disagreement]:
    """Every dossier that differs. Memory is bounded: dossiers are read in pieces by id."""
    last = 0
    while piece := list(Dossier.objects.filter(pk__gt=last).order_by("pk")[:PIECE]):
        facts: dict[int, list[FactRow]] = defaultdict(list)
        for fact in facts_about_many("dossier", piece[0].pk, piece[-1].pk):
            facts[fact.subject_id].append(fact)
        for dossier, state in states_of(piece):
            folded = fold(facts[dossier.pk])
            names = sorted(state.keys() | folded.keys())
            wrong = tuple(name for name in names if state.get(name) != folded.get(name))
            if wrong:
                yield Disagreement(dossier.code, wrong)
        last = piece[-1].pk
