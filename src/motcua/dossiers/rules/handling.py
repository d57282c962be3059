"""Who handles it: assign, start, forward, propose, send back (law.md 4.3 Assign; 12.3 F06, F14–F16)."""

from __future__ import annotations

from motcua.dossiers.events import (
    DecisionProposed,
    DossierAssigned,
    DossierForwarded,
    ProcessingStarted,
    ProposalSentBack,
)
from motcua.dossiers.inputs import Assign, Forward, Propose, WithReason
from motcua.dossiers.rules.facts import DossierFacts, reason, within
from motcua.dossiers.vocabulary import Act, Decision
from motcua.kernel.refusal import Refusal

REASON_MAX = 2000


class AlreadyAssignedToHim(Refusal):
    """The dossier is with this officer already."""

    code = "already-assigned"


class SameUnit(Refusal):
    """The dossier is with this unit already."""

    code = "same-unit"


def assign(
    facts: DossierFacts, given: Assign, *, assignee_name: str, unit_id: int | None
) -> DossierAssigned:
    """Give it to somebody, with whom it goes to that one's unit.

    Taking it from another officer needs a reason. Refusals: ActNotAllowed, AlreadyAssignedToHim,
    ReasonMissing.
    """
    stage = facts.next(Act.ASSIGN)
    if given.holding_id == facts.assignee_id:
        raise AlreadyAssignedToHim(field="holding_id")
    changes_hands = facts.assignee_id is not None
    why = reason(given.reason) if changes_hands else within(given.reason, at_field="reason")
    return DossierAssigned(
        stage=str(stage),
        assignee_name=assignee_name,
        reason=why,
        changes={"assignee_id": given.holding_id, "unit_id": unit_id or facts.unit_id},
    )


def start(facts: DossierFacts, *, holding_id: int | None) -> ProcessingStarted:
    """Begin. Nobody's dossier becomes that of the one who begins. Refusals: ActNotAllowed."""
    stage = facts.next(Act.START)
    taken = facts.assignee_id is None and holding_id is not None
    return ProcessingStarted(stage=str(stage), changes={"assignee_id": holding_id} if taken else {})


def forward(facts: DossierFacts, given: Forward, *, unit_name: str) -> DossierForwarded:
    """To another unit, where somebody is still to take it. Refusals: ActNotAllowed, SameUnit."""
    stage = facts.next(Act.FORWARD)
    if given.unit_id == facts.unit_id:
        raise SameUnit(field="unit_id")
    return DossierForwarded(
        stage=str(stage),
        unit_name=unit_name,
        reason=reason(given.reason),
        changes={"unit_id": given.unit_id, "assignee_id": None},
    )


def propose(facts: DossierFacts, given: Propose) -> DecisionProposed:
    """Lay a draft before the competent person. Declining needs an opinion. Refusals: ReasonMissing."""
    stage = facts.next(Act.PROPOSE)
    declined = given.decision is Decision.DECLINED
    opinion = (
        reason(given.opinion, at_field="opinion")
        if declined
        else within(given.opinion.strip(), at_field="opinion")
    )
    return DecisionProposed(stage=str(stage), decision=str(given.decision), opinion=opinion)


def send_back(facts: DossierFacts, given: WithReason) -> ProposalSentBack:
    """Back to the handling officer. Refusals: ActNotAllowed, ReasonMissing."""
    stage = facts.next(Act.SEND_BACK)
    return ProposalSentBack(stage=str(stage), reason=reason(given.reason), changes={"decision": ""})
