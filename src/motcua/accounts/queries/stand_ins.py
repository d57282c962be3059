"""Who acts for whom now or soon: the list for those who may see officers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.models import StandIn
from motcua.accounts.policies import Permission, agencies_in_scope
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day

ROWS_MAX = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class StandInNow:
    """A stand-in that has not ended; it may not have begun yet."""

    id: int
    absent_holding_id: int
    absent_officer_id: int
    absent_name: str
    title: str
    stand_in_officer_id: int
    stand_in_name: str
    valid_from: datetime
    valid_until: datetime
    reason: str

    def holds_at(self, at: datetime) -> bool:
        return self.valid_from <= at < self.valid_until


def stand_ins_ahead(actor: Actor, at: datetime) -> tuple[StandInNow, ...]:
    """Stand-ins in the actor's agency and below that hold now or later, first to end first.

    One query, at most ROWS_MAX rows.
    """
    scope = agencies_in_scope(actor, Permission.OFFICER_VIEW, local_day(at))
    found = StandIn.objects.filter(
        valid_until__gt=at, absent_holding__position__agency__in=scope
    ).select_related("absent_holding__officer", "absent_holding__position", "stand_in_officer")
    return tuple(stand_in_row(row) for row in found.order_by("valid_until", "id")[:ROWS_MAX])


def stand_in_row(row: StandIn) -> StandInNow:
    """A stand-in as handed out; its holding, officers and position are loaded."""
    return StandInNow(
        id=row.pk,
        absent_holding_id=row.absent_holding_id,
        absent_officer_id=row.absent_holding.officer_id,
        absent_name=row.absent_holding.officer.full_name,
        title=row.absent_holding.position.title,
        stand_in_officer_id=row.stand_in_officer_id,
        stand_in_name=row.stand_in_officer.full_name,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        reason=row.reason,
    )
