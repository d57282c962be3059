"""Screens at the counters of an agency."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.policies import agencies_in_scope
from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.surveys.models import SurveyDevice

ROWS_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """`is_paired`: it stands at a counter."""

    id: int
    agency_id: int
    name: str
    is_paired: bool
    retired_at: datetime | None


def devices(actor: Actor, at: datetime) -> tuple[DeviceRow, ...]:
    """All of one's scope, the newest first, ROWS_MAX at most. One query. Refusals: NotPermitted."""
    may(actor, Permission.SURVEY_CHANGE).demand()
    return _rows(agencies_in_scope(actor, Permission.SURVEY_CHANGE, local_day(at)))


def devices_at_desk(actor: Actor) -> tuple[DeviceRow, ...]:
    """Those to which an officer can send a turn. One query. Refusals: NotPermitted."""
    may(actor, Permission.SURVEY_INVITE).demand()
    rows = _rows(actor.own_agency_ids)
    return tuple(one for one in rows if one.is_paired and one.retired_at is None)


def _rows(agency_ids: Collection[int]) -> tuple[DeviceRow, ...]:
    rows = SurveyDevice.objects.filter(agency__in=sorted(agency_ids)).order_by("-id")
    return tuple(
        DeviceRow(
            id=row.pk,
            agency_id=row.agency_id,
            name=row.name,
            is_paired=bool(row.secret_digest),
            retired_at=row.retired_at,
        )
        for row in rows[:ROWS_MAX]
    )
