"""Stays worked out again from the facts of a dossier: pure, the proof of what is kept with each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from motcua.dossiers.projections import FOLDS, State, lived
from motcua.dossiers.rules.stays import Countable, Stay, follow
from motcua.dossiers.vocabulary import Ended, Stage
from motcua.kernel.clock import local_day
from motcua.ledger.queries import FactRow
from motcua.procedures.vocabulary import Channel


def stays_told(facts: Iterable[FactRow], *, procedure_id: int) -> tuple[Stay, ...]:
    """The stays of one dossier after all its facts, in their order."""
    state: State = {}
    kept: tuple[Stay, ...] = ()
    for fact in facts:
        state = FOLDS.get(fact.code, lived)(state, fact.payload)
        followed = follow(
            kept[-1] if kept else None,
            _countable(state),
            local_day(fact.occurred_at),
            procedure_id=procedure_id,
            channel=Channel(state["channel"]),
        )
        kept = (*kept[:-1], *followed)
    return kept


def _countable(state: State) -> Countable:
    return Countable(
        stage=Stage(state["stage"]),
        agency_id=state["competent_agency_id"],
        unit_id=state["unit_id"],
        handler_id=state["assignee_id"],
        due_at=datetime.fromisoformat(state["due_at"]) if state["due_at"] else None,
        ended_as=Ended(state["timeliness"]) if state["timeliness"] else None,
    )
