"""Look after bad answers: given to somebody, closed with what was done."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, agency_stream, recording
from motcua.surveys.events import FollowUpClosed, FollowUpGiven
from motcua.surveys.models import FollowUp
from motcua.surveys.policies import can_follow_up
from motcua.surveys.vocabulary import FollowUpState

KIND = "follow-up"
OUTCOME_MAX = 1000


class FollowUpOver(Refusal):
    """It was closed already."""

    code = "follow-up-closed"


class OutcomeFaulty(Refusal):
    """What was done is told, in at most `length_max` letters."""

    code = "follow-up-outcome-faulty"


class OwnerUnknown(Refusal):
    """Nobody of the agency."""

    code = "follow-up-owner-unknown"


def give_follow_up(*, actor: Actor, at: datetime, follow_up_id: int, owner_id: int) -> None:
    """Somebody of the agency looks after it from now on.

    Refusals: NotPermitted, NotFound, FollowUpOver, OwnerUnknown.
    """
    with recording(actor, at) as record:
        row = _open(actor, record, follow_up_id)
        people = colleagues_of(row.agency_id, local_day(at))
        if owner_id not in {one.holding_id for one in people}:
            raise OwnerUnknown(field="owner")
        row.owner_id = owner_id
        row.save(update_fields=["owner"])
        _append(record, row, FollowUpGiven(owner_id=owner_id))


def close_follow_up(*, actor: Actor, at: datetime, follow_up_id: int, outcome: str) -> None:
    """Refusals: NotPermitted, NotFound, FollowUpOver, OutcomeFaulty."""
    told = plain_words(outcome)
    with recording(actor, at) as record:
        row = _open(actor, record, follow_up_id)
        if not told or len(told) > OUTCOME_MAX:
            raise OutcomeFaulty(field="outcome", length_max=OUTCOME_MAX)
        row.state, row.closed_at, row.outcome = FollowUpState.CLOSED.value, at, told
        row.save(update_fields=["state", "closed_at", "outcome"])
        _append(record, row, FollowUpClosed(closed_at=at, outcome=told))


def _open(actor: Actor, record: Record, follow_up_id: int) -> FollowUp:
    """The row, with its agency's chain locked."""
    found = FollowUp.objects.filter(pk=follow_up_id).only("agency_id", "owner_id").first()
    if found is None or not can_follow_up(actor, found.agency_id, found.owner_id):
        raise NotFound(kind=KIND)
    record.lock(agency_stream(found.agency_id))
    row = FollowUp.objects.get(pk=follow_up_id)
    if row.state == FollowUpState.CLOSED:
        raise FollowUpOver
    return row


def _append(record: Record, row: FollowUp, event: FollowUpGiven | FollowUpClosed) -> None:
    record.append(
        event,
        about=Subject(KIND, row.pk, next_seq(KIND, row.pk)),
        stream=agency_stream(row.agency_id),
    )
