"""Where a dossier stands after an act, from its facts alone: whoever has passed it on may not see it
any more, and is still told that it was done."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from motcua.api.v1.shapes.dossiers import ActOut
from motcua.api.v1.showing_parts import act_name, links_out, stage_out, status_out, timeliness_out
from motcua.dossiers.policies import available_acts
from motcua.dossiers.projections import fold
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor
from motcua.ledger.queries import facts_about


@dataclass(frozen=True, slots=True)
class _Placed:
    """Whose it is now: what the policies look at."""

    id: int
    agency_id: int
    competent_agency_id: int
    unit_id: int | None
    assignee_id: int | None
    awaits_companion: bool
    held_agency_id: int | None
    held_unit_id: int | None
    held_assignee_id: int | None
    offered_agency_id: int | None
    offered_unit_id: int | None


PLACED = tuple(spec.name for spec in fields(_Placed) if spec.name != "id")


def act_out(actor: Actor, done: DossierRef) -> ActOut:
    """No word about anybody. One query."""
    state = fold(facts_about("dossier", done.id))
    stage = Stage(state["stage"])
    placed = _Placed(id=done.id, **{name: state[name] for name in PLACED})
    return ActOut(
        code=done.code,
        version=state["version"],
        status=status_out(state["status"]),
        stage=stage_out(stage),
        due_at=_instant(state["due_at"]),
        appointment_at=_instant(state["appointment_at"]),
        timeliness=timeliness_out(state["timeliness"]),
        available_acts=[act_name(act) for act in available_acts(actor, stage, placed)],
        links=links_out(done.code),
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
