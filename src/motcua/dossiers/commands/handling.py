"""Acts of those who handle a dossier: assign, start, forward, propose, send back.

Each refuses as `acting.act_on` does and as its rule in `rules.handling`.
"""

from __future__ import annotations

from motcua.accounts.queries.colleagues import Colleague, colleagues_of
from motcua.agencies.queries import units_of
from motcua.dossiers.acting import Asked, Standing, act_on
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.inputs import Assign, Forward, Nothing, Propose, WithReason
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules import handling
from motcua.dossiers.vocabulary import Act
from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal

HANDLERS = frozenset({Role.HANDLING, Role.UNIT_HEAD})


class AssigneeUnknown(Refusal):
    """Nobody who handles dossiers at the competent agency holds this position now."""

    code = "assignee-unknown"


class UnitUnknown(Refusal):
    """The competent agency has no such unit now."""

    code = "unit-unknown"


def assign_dossier(asked: Asked, given: Assign) -> DossierRef:
    """Give it to an officer who handles dossiers, or to another. Refusals: AssigneeUnknown."""

    def decide(standing: Standing) -> LifeEvent:
        to = assignee(standing.row.competent_agency_id, given.holding_id, asked)
        return handling.assign(standing.facts, given, assignee_name=to.name, unit_id=to.unit_id)

    return act_on(asked, Act.ASSIGN, decide)


def assignee(agency_id: int, holding_id: int, asked: Asked) -> Colleague:
    """The colleague who is to handle it. Refusals: AssigneeUnknown."""
    for colleague in colleagues_of(agency_id, local_day(asked.at)):
        if colleague.holding_id == holding_id and colleague.roles & HANDLERS:
            return colleague
    raise AssigneeUnknown(field="holding_id")


def start_processing(asked: Asked, _given: Nothing) -> DossierRef:
    """Begin to handle it; it becomes the dossier of whoever begins, if it was nobody's."""
    return act_on(
        asked,
        Act.START,
        lambda standing: handling.start(standing.facts, holding_id=_own(asked)),
    )


def _own(asked: Asked) -> int | None:
    """Whose work it becomes: of the one stood in for, when somebody stands in."""
    return asked.actor.stands_in_for_id or asked.actor.holding_id


def forward_dossier(asked: Asked, given: Forward) -> DossierRef:
    """Give it to another unit of the competent agency. Refusals: UnitUnknown."""

    def decide(standing: Standing) -> LifeEvent:
        units = units_of(standing.row.competent_agency_id, local_day(asked.at))
        name = next((unit.name for unit in units if unit.id == given.unit_id), None)
        if name is None:
            raise UnitUnknown(field="unit_id")
        return handling.forward(standing.facts, given, unit_name=name)

    return act_on(asked, Act.FORWARD, decide)


def propose_decision(asked: Asked, given: Propose) -> DossierRef:
    """Lay a draft before the competent person."""
    return act_on(asked, Act.PROPOSE, lambda standing: handling.propose(standing.facts, given))


def send_back(asked: Asked, given: WithReason) -> DossierRef:
    """Return a draft, or an unissued decision, to the handling officer."""
    return act_on(asked, Act.SEND_BACK, lambda standing: handling.send_back(standing.facts, given))
