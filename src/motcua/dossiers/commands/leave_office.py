"""An officer who leaves hands over in one act: open dossiers move, then the service ends."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from motcua.accounts.commands.leaving import end_service
from motcua.accounts.queries.officer_page import OfficerDetail, officer_detail
from motcua.accounts.rules.roles import Permission, may
from motcua.accounts.vocabulary import DisabledReason
from motcua.dossiers.commands.hand_over import hand_over_work
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import recording


class SuccessorMissing(Refusal):
    """Open dossiers are given to somebody (`count` of them wait)."""

    code = "successor-missing"


class LeavingTooEarly(Refusal):
    """A service ends today or later: what was done until now was done in office."""

    code = "leaving-too-early"


class SuccessorIsLeaving(Refusal):
    """Nobody hands over to himself."""

    code = "successor-is-leaving"


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaving:
    """Who leaves, from which day on, why, and which position takes the open dossiers."""

    officer_id: int
    from_day: date
    reason: DisabledReason
    note: str
    to_holding_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenWork:
    """Dossiers of a position: those that move, and those decided that others carry on with."""

    holding_id: int
    moving: int
    staying: int


def work_of(holding_ids: Collection[int]) -> tuple[OpenWork, ...]:
    """What is open with these positions, by the same table that `hand_over_work` moves by. One query."""
    found = Dossier.objects.filter(assignee__in=holding_ids, ended_at__isnull=True)
    stages = list(found.values_list("assignee", "stage"))
    counted = []
    for holding_id in holding_ids:
        own = [Act.ASSIGN in acts_at(Stage(stage)) for pk, stage in stages if pk == holding_id]
        counted.append(
            OpenWork(holding_id=holding_id, moving=sum(own), staying=len(own) - sum(own))
        )
    return tuple(counted)


def leave_office(*, actor: Actor, at: datetime, leaving: Leaving) -> int:
    """Hand over and end an officer's service: all or nothing. Returns how many dossiers moved.

    Refusals: NotPermitted, NotFound, LeavingTooEarly, SuccessorMissing, SuccessorIsLeaving,
    AssigneeUnknown and those of `end_service`.
    """
    may(actor, Permission.OFFICER_CHANGE).demand()
    if leaving.from_day < local_day(at):
        raise LeavingTooEarly(field="from_day")
    with recording(actor, at):
        officer = officer_detail(actor, leaving.officer_id, at)
        moved = _hand_over(actor, at, officer, leaving)
        end_service(
            actor=actor,
            at=at,
            officer_id=leaving.officer_id,
            from_day=leaving.from_day,
            reason=leaving.reason,
            note=leaving.note,
        )
    return moved


def _hand_over(actor: Actor, at: datetime, officer: OfficerDetail, leaving: Leaving) -> int:
    held = [row.id for row in officer.held]
    if leaving.to_holding_id in held:
        raise SuccessorIsLeaving(field="to_holding_id")
    waiting = [row for row in work_of(held) if row.moving]
    if not waiting:
        return 0
    if leaving.to_holding_id is None:
        raise SuccessorMissing(field="to_holding_id", count=sum(row.moving for row in waiting))
    return sum(
        hand_over_work(
            actor=actor,
            at=at,
            from_holding_id=row.holding_id,
            to_holding_id=leaving.to_holding_id,
            reason=leaving.note,
        )
        for row in waiting
    )
