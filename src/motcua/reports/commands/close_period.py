"""Close a report of a period: what it tells is frozen, word for word, under a digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import IntegrityError

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.repeating import RequestKeyReused
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import subject_of_request
from motcua.ledger.recording import Record, RequestKey, Subject, agency_stream, recording
from motcua.ledger.rules.chain import canonical
from motcua.reports.events import ReportClosed
from motcua.reports.models import ClosedReport
from motcua.reports.queries.building import report
from motcua.reports.rules.telling import plain_report
from motcua.reports.vocabulary import Report, ReportAsked


class PeriodNotOver(Refusal):
    """A period is closed after its last day."""

    code = "report-period-not-over"


class ClosedAlready(Refusal):
    """This report of this agency and period is closed: it is never closed anew."""

    code = "report-closed-already"


class DoesNotAddUp(Refusal):
    """The arithmetic of the report does not hold: a fault of the figures, which nobody signs."""

    code = "report-does-not-add-up"


@dataclass(frozen=True, slots=True)
class ClosedMade:
    """What closing gives back. `repeated`: the request had been carried out before."""

    id: int
    digest: str
    repeated: bool = False


def close_period(
    *, actor: Actor, at: datetime, asked: ReportAsked, request: RequestKey | None = None
) -> ClosedMade:
    """Close the report of the actor's own agency, with its subordinates where he sees them all.

    Refusals: NotPermitted, NotFound, PeriodFaulty, PeriodNotOver, ClosedAlready, DoesNotAddUp,
    RequestKeyReused. Basis: law.md 8.3 (a closed period is frozen with its definition and signer).
    """
    may(actor, Permission.REPORT_CLOSE).demand()
    if asked.agency_id != actor.agency_id or asked.unit_id is not None:
        raise NotFound(kind="agency")
    if local_day(at) <= asked.until_day:
        raise PeriodNotOver(field="until", last=short_day(asked.until_day))
    try:
        with recording(actor, at, request=request) as record:
            record.lock(agency_stream(asked.agency_id))
            return _earlier(request) or _close(record, asked)
    except IntegrityError:
        # Another call with the same key came first; anything else is a fault.
        earlier = _earlier(request)
        if earlier is None:
            raise
        return earlier


def _earlier(request: RequestKey | None) -> ClosedMade | None:
    found = subject_of_request(request.key) if request else None
    if found is None or request is None:
        return None
    closed_id, digest = found
    if digest != request.digest:
        raise RequestKeyReused
    closed = ClosedReport.objects.get(pk=closed_id)
    return ClosedMade(closed.pk, closed.digest, repeated=True)


def _close(record: Record, asked: ReportAsked) -> ClosedMade:
    which = {
        "agency_id": asked.agency_id,
        "name": str(asked.name),
        "with_subordinates": asked.with_subordinates,
        "from_day": asked.from_day,
        "until_day": asked.until_day,
    }
    if ClosedReport.objects.filter(**which).exists():
        raise ClosedAlready(field="until")
    made = report(record.actor, asked, at=record.at)
    if made.unit is not None:
        raise NotFound(kind="agency")
    if made.faults:
        raise DoesNotAddUp(field="until", count=len(made.faults))
    told = canonical(plain_report(made))
    return _write(record, which, made, told)


def _write(record: Record, which: dict[str, Any], made: Report, told: str) -> ClosedMade:
    digest = sha256(told.encode()).hexdigest()
    kept = {**which, "definition_version": made.version, "digest": digest}
    closed = ClosedReport.objects.create(
        **kept,
        told=told,
        closed_at=record.at,
        closed_by_id=record.actor.holding_id,
        closer_name=record.actor.name,
        closer_title=record.actor.title,
    )
    record.append(
        ReportClosed(**kept, rows=len(made.rows)),
        about=Subject("report", closed.pk, 1),
        stream=agency_stream(which["agency_id"]),
    )
    return ClosedMade(closed.pk, digest)
