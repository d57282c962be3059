"""Ending without a result, and taking up again: withdraw, terminate, reopen (law.md 2.6, 4.2)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.dossiers.events import DossierReopened, DossierWithdrawn, ProcessingTerminated
from motcua.dossiers.inputs import Reopen, Terminate, Withdraw
from motcua.dossiers.rules.facts import DossierFacts, reason, within
from motcua.dossiers.rules.timeliness import timeliness
from motcua.dossiers.vocabulary import Act, PartyRole, Stage, TerminationGround, party_of
from motcua.kernel.refusal import Refusal
from motcua.worktime.vocabulary import PausePolicy


class GroundDoesNotFit(Refusal):
    """The ground is not what has happened to this dossier."""

    code = "ground-does-not-fit"


class RefundTooMuch(Refusal):
    code = "refund-too-much"


class NeverReceived(Refusal):
    """What was never received cannot be taken up again: it comes in anew."""

    code = "never-received"


GROUND_OF_STAGE = {
    Stage.WITHDRAWN: TerminationGround.WITHDRAWN,
    Stage.SUPPLEMENT_REQUESTED: TerminationGround.NOT_COMPLETED,
    Stage.OBLIGATION_DUE: TerminationGround.OBLIGATION_NOT_MET,
}


def ended(facts: DossierFacts, at: datetime) -> dict[str, Any]:
    """What becomes of a dossier that ends now; one that has ended keeps when it did.

    What was never received has no outcome. What has ended waits for nothing.
    """
    if facts.ended_at is not None:
        return {}
    outcome = str(timeliness(ended_at=at, due_at=facts.due_at)) if facts.is_accepted else ""
    waits_no_more = {"awaits_companion": False} if facts.awaits_companion else {}
    return {"ended_at": at, "timeliness": outcome, **waits_no_more}


def withdraw(facts: DossierFacts, given: Withdraw, at: datetime) -> DossierWithdrawn:
    """The applicant wants it back. Refusals: ActNotAllowed, ReasonMissing."""
    stage = facts.next(Act.WITHDRAW)
    owner = party_of(facts.parties, PartyRole.OWNER)
    return DossierWithdrawn(
        stage=str(stage),
        reason=reason(given.reason),
        asked_by=given.asked_by.strip() or (owner.name if owner else ""),
        changes=ended(facts, at),
    )


def terminate(
    facts: DossierFacts, given: Terminate, *, fee_total_vnd: int, at: datetime
) -> ProcessingTerminated:
    """Stop for good. Refusals: ActNotAllowed, GroundDoesNotFit, RefundTooMuch, ReasonMissing."""
    stage = facts.next(Act.TERMINATE)
    fits = {GROUND_OF_STAGE.get(facts.stage, TerminationGround.OTHER), TerminationGround.OTHER}
    if given.ground not in fits:
        raise GroundDoesNotFit(field="ground", ground=str(given.ground))
    if not 0 <= given.fee_refund_vnd <= fee_total_vnd:
        raise RefundTooMuch(field="fee_refund_vnd", amount_max=fee_total_vnd)
    return ProcessingTerminated(
        stage=str(stage),
        ground=str(given.ground),
        reason=reason(given.reason),
        papers_given_back=given.papers_given_back,
        fee_refund_vnd=given.fee_refund_vnd,
        changes=ended(facts, at),
    )


def reopen(facts: DossierFacts, given: Reopen, at: datetime) -> DossierReopened:
    """Take it up again; the limit counts again from now.

    Refusals: ActNotAllowed, NeverReceived, ReasonMissing.
    """
    stage = facts.next(Act.REOPEN)
    if not facts.is_accepted:
        raise NeverReceived
    clock = facts.clock.resumed(facts.ended_at or at)
    clock = clock.paused(facts.ended_at or at, PausePolicy.RESTART, reason(given.reason))
    changes: dict[str, Any] = {
        "ended_at": None,
        "timeliness": "",
        "returned_at": None,
        "appointment_at": None,
        "decision": "",
    }
    timed = facts.timing(clock.resumed(at))
    if not facts.was_dated:
        # It was withdrawn on its way: this is the first date that anybody promises.
        changes["original_due_at"] = timed["due_at"]
    return DossierReopened(
        stage=str(stage),
        ground=within(reason(given.ground, at_field="ground"), at_field="ground"),
        reason=reason(given.reason),
        reopened_at=at,
        changes=changes,
        **timed,
    )
