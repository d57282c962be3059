"""Close the figures of a period: what they tell is frozen under a digest; later acts do not change them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.feedback.events import FeedbackFiguresClosed
from motcua.feedback.models import ClosedFigures
from motcua.feedback.queries.figures import Figure, Period, end_of, is_in, standings_of
from motcua.feedback.rules.closing import digest_of_told, told_of
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Subject, agency_stream, recording

SUBJECT = "petition-figures"


class FiguresNotOver(Refusal):
    """A period is closed after its last day (`last`)."""

    code = "petition-figures-not-over"


class FiguresClosedAlready(Refusal):
    """This period is closed: it is never closed anew."""

    code = "petition-figures-closed-already"


def close_figures(*, actor: Actor, at: datetime, from_day: date, to_day: date) -> int:
    """Close the figures of the actor's own agency as they stood at the end of the last day; the id.

    Refusals: NotPermitted, NotFound (no agency), FiguresNotOver, FiguresClosedAlready. Basis: biểu II.05
    (TT 01/2020/TT-VPCP); law.md 8.3 (a closed period is frozen with its signer).
    """
    may(actor, Permission.REPORT_CLOSE).demand()
    agency_id = actor.agency_id
    if agency_id is None or from_day > to_day:
        raise NotFound(kind="agency")
    if local_day(at) <= to_day:
        raise FiguresNotOver(field="to", last=short_day(to_day))
    with recording(actor, at) as record:
        record.lock(agency_stream(agency_id))
        which = {"agency_id": agency_id, "from_day": from_day, "to_day": to_day}
        if ClosedFigures.objects.filter(**which).exists():
            raise FiguresClosedAlready(field="to")
        told, count = _told(
            agency_id, Period(from_day=from_day, to_day=to_day, as_of=end_of(to_day))
        )
        row = ClosedFigures.objects.create(
            **which,
            told=told,
            digest=digest_of_told(told),
            closed_at=at,
            closed_by_id=actor.holding_id,
            closer_name=actor.name,
            closer_title=actor.title,
        )
        record.append(
            FeedbackFiguresClosed(
                agency_id=agency_id,
                from_day=from_day,
                to_day=to_day,
                petitions=count,
                digest=row.digest,
            ),
            about=Subject(SUBJECT, row.pk, 1),
            stream=agency_stream(agency_id),
        )
    return row.pk


def _told(agency_id: int, period: Period) -> tuple[str, int]:
    behind: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    standings = standings_of(agency_id, period)
    for one in standings:
        for figure in Figure:
            if is_in(one, figure):
                behind[str(one.kind), str(figure)].append((one.petition_id, one.code))
    return told_of(behind), len(standings)
