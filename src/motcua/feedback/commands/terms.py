"""Change what holds for feedback at an agency and all below it, from a day on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.accounts.policies import can
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import ancestors
from motcua.database.periods import in_force
from motcua.feedback.events import FeedbackTermsSet
from motcua.feedback.models import FeedbackTerms
from motcua.feedback.rules.terms import Terms, decide_terms, document_of
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import Verdict
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording

SUBJECT = "petition-terms"


class TermsBeginInThePast(Refusal):
    """What was promised was promised: terms change from today on."""

    code = "petition-terms-begin-in-the-past"


def demand_terms_change(actor: Actor, at: datetime, agency_id: int | None) -> None:
    """May the actor change them there? Everywhere (None) only who stands above all.

    Refusals: NotPermitted.
    """
    day = local_day(at)
    if agency_id is not None:
        can(actor, Permission.FEEDBACK_CHANGE, agency_id, day).demand()
        return
    may(actor, Permission.FEEDBACK_CHANGE).demand()
    stands_above_all = actor.agency_id is not None and not ancestors(actor.agency_id, day)
    Verdict(allowed=actor.is_system or stands_above_all, reason="not-above-all").demand()


def set_feedback_terms(*, actor: Actor, at: datetime, agency_id: int | None, given: Terms) -> int:
    """Close the terms in force on `given.valid_from` and open new ones; what was planned later goes.
    What came in before keeps the terms of its day.

    Returns the row's id. Refusals: NotPermitted, TermsBeginInThePast, TermsFaulty.
    """
    demand_terms_change(actor, at, agency_id)
    if given.valid_from < local_day(at):
        raise TermsBeginInThePast(field="valid_from", earliest=local_day(at))
    document = document_of(decide_terms(given))
    with recording(actor, at) as record:
        own: dict[str, Any] = {"agency_id": agency_id}
        rows = FeedbackTerms.objects.filter(**own)
        rows.filter(valid_from__gte=given.valid_from).delete()
        rows.filter(in_force(given.valid_from)).update(valid_until=given.valid_from)
        row = FeedbackTerms.objects.create(
            agency_id=agency_id,
            document=document,
            valid_from=given.valid_from,
            set_at=at,
            set_by=actor.name,
        )
        about = agency_id or 0
        record.append(
            FeedbackTermsSet(agency_id=agency_id, valid_from=given.valid_from, terms=document),
            about=Subject(SUBJECT, about, next_seq(SUBJECT, about)),
        )
    return row.pk
