"""The terms in force: what the nearest agency set, or what was shipped; and the periods they had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from motcua.accounts.policies import agencies_in_scope, can
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import ancestors
from motcua.database.periods import in_force
from motcua.feedback.models import FeedbackTerms
from motcua.feedback.rules.terms import Terms, read_one
from motcua.feedback.shipped import terms_of
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.caching import kept_by_revision

HISTORY_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsPeriod:
    """One period as one agency (None = everywhere) set it."""

    agency_id: int | None
    terms: Terms
    set_at: datetime
    set_by: str

    @property
    def valid_from(self) -> date:
        return self.terms.valid_from

    @property
    def valid_until(self) -> date | None:
        return self.terms.valid_until


@kept_by_revision
def terms_in_force(agency_id: int, on: date) -> Terms:
    """What holds at the agency on that day. One query besides the tree, kept while the catalogue
    stands. Refusals: NoTermsThen."""
    row = _nearest(agency_id, on)
    return _terms(row) if row else terms_of(on)


def terms_at(actor: Actor, at: datetime, agency_id: int) -> TermsPeriod | None:
    """Who set what holds there today; None: as it was shipped. Refusals: NotPermitted."""
    day = local_day(at)
    can(actor, Permission.FEEDBACK_CHANGE, agency_id, day).demand()
    row = _nearest(agency_id, day)
    return _period(row) if row else None


def periods_of_terms(actor: Actor, at: datetime) -> tuple[TermsPeriod, ...]:
    """The periods set at the actor's agency, above and below it, newest first, HISTORY_MAX at most.
    One query besides the tree. Refusals: NotPermitted."""
    may(actor, Permission.FEEDBACK_CHANGE).demand()
    day = local_day(at)
    seen = set(agencies_in_scope(actor, Permission.FEEDBACK_CHANGE, day))
    if actor.agency_id is not None:
        seen.update(ancestors(actor.agency_id, day))
    rows = FeedbackTerms.objects.filter(Q(agency=None) | Q(agency__in=seen))
    return tuple(_period(row) for row in rows.order_by("-valid_from", "-id")[:HISTORY_MAX])


def _nearest(agency_id: int, day: date) -> FeedbackTerms | None:
    line: list[int | None] = [agency_id, *ancestors(agency_id, day), None]
    own = Q(agency=None) | Q(agency__in=[one for one in line if one is not None])
    rows = FeedbackTerms.objects.filter(in_force(day)).filter(own)
    return min(rows, key=lambda row: line.index(row.agency_id), default=None)


def _terms(row: FeedbackTerms) -> Terms:
    return read_one(row.document, row.valid_from, row.valid_until)


def _period(row: FeedbackTerms) -> TermsPeriod:
    return TermsPeriod(
        agency_id=row.agency_id, terms=_terms(row), set_at=row.set_at, set_by=row.set_by
    )
