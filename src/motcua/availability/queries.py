"""How the office is doing, for everybody: no number tells of a dossier or a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from motcua.availability.backups import last_backup
from motcua.availability.models import ProbeDay
from motcua.availability.rules.measuring import DayMeasured, Measured, measured
from motcua.availability.vocabulary import Part, PartState
from motcua.documents.queries.scanned import last_scan_failed
from motcua.kernel.clock import local_day
from motcua.notices.gateways.choosing import gateways_of_office
from motcua.notices.queries.standing import overdue_since

SLOW_AFTER = timedelta(minutes=15)
SILENT_AFTER = timedelta(minutes=5)
BACKUP_OLD_AFTER = timedelta(hours=36)
PERIODS = (7, 30, 90)


@dataclass(frozen=True, slots=True)
class PartStanding:
    """How a part is doing; `since`: from when it is behind, or when it was last done."""

    part: Part
    state: PartState
    since: datetime | None = None


def parts_at(at: datetime) -> tuple[PartStanding, ...]:
    """Four queries at most, each by an index. Faults: those of the database."""
    return (
        PartStanding(Part.DATABASE, PartState.WORKING),
        _notices(at),
        _background(at),
        _scanning(),
        backup_at(at),
    )


def parts_without_database(at: datetime) -> tuple[PartStanding, ...]:
    """What is known while the database does not answer."""
    unknown = (Part.NOTICES, Part.BACKGROUND, Part.SCANNING)
    return (
        PartStanding(Part.DATABASE, PartState.AWAY),
        *(PartStanding(part, PartState.UNKNOWN) for part in unknown),
        backup_at(at),
    )


def availability_at(at: datetime) -> dict[int, Measured]:
    """What was measured over the last 7, 30 and 90 days; of those that reach back before one began to ask
    the shortest only. Three queries by the key of the day."""
    first = ProbeDay.objects.order_by("day").values_list("first_minute_at", flat=True).first()
    newest = ProbeDay.objects.order_by("-day").values_list("last_minute_at", flat=True).first()
    if first is None or newest is None:
        return {}
    window = local_day(at) - timedelta(days=max(PERIODS))
    rows = ProbeDay.objects.filter(day__gt=window).values_list(
        "day", "first_minute_at", "minutes_up"
    )
    days = [DayMeasured(*row) for row in rows]
    found: dict[int, Measured] = {}
    for last in PERIODS:
        one = measured(days, began=first, at=at, last=last, asked=newest)
        if one is not None:
            found[last] = one
        if one is None or not one.is_whole:
            break
    return found


def backup_at(at: datetime) -> PartStanding:
    made = last_backup()
    if made is None:
        return PartStanding(Part.BACKUP, PartState.UNKNOWN)
    state = PartState.SLOW if at - made > BACKUP_OLD_AFTER else PartState.WORKING
    return PartStanding(Part.BACKUP, state, made)


def _notices(at: datetime) -> PartStanding:
    if not gateways_of_office():
        return PartStanding(Part.NOTICES, PartState.OFF)
    since = overdue_since(at - SLOW_AFTER)
    return PartStanding(Part.NOTICES, PartState.SLOW if since else PartState.WORKING, since)


def _background(at: datetime) -> PartStanding:
    """Away when the worker has asked nothing for minutes, slow when work waits."""
    last = ProbeDay.objects.order_by("-day").values_list("last_minute_at", flat=True).first()
    if last is None or at - last > SILENT_AFTER:
        return PartStanding(Part.BACKGROUND, PartState.AWAY, last)
    before = at - SLOW_AFTER
    ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    is_overdue = Q(run_after__lt=before) | Q(run_after=get_date_max(), enqueued_at__lt=before)
    waiting = ready.filter(is_overdue).order_by("enqueued_at")
    since = waiting.values_list("enqueued_at", flat=True).first()
    state = PartState.SLOW if since else PartState.WORKING
    return PartStanding(Part.BACKGROUND, state, since)


def _scanning() -> PartStanding:
    if not settings.CLAMD_ADDRESS:
        return PartStanding(Part.SCANNING, PartState.OFF)
    failed_at = last_scan_failed()
    state = PartState.AWAY if failed_at else PartState.WORKING
    return PartStanding(Part.SCANNING, state, failed_at)
