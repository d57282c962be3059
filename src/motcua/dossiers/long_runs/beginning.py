"""Ordering a change that many running dossiers follow. What has begun is carried through, whatever
becomes of whoever ordered it; so there is no canceling."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.dossiers.commands.move_deadlines import touched_by
from motcua.dossiers.commands.rehearse_succession import demand_succession
from motcua.dossiers.exporting.scope import position_of
from motcua.dossiers.long_runs.orders import DAY_OFF, SUCCESSION, DayOffOrder, SuccessionKept
from motcua.dossiers.models import Dossier, LongRun
from motcua.dossiers.queries.succession_totals import RUNNING
from motcua.dossiers.rehearsal import SuccessionOrder
from motcua.dossiers.rules.long_runs import AT_ONCE_MAX, LongKind
from motcua.kernel.actor import Actor
from motcua.worktime.commands.announce_day import announce_day, demand_calendar_change
from motcua.worktime.vocabulary import SpecialDay


def many_move(agency_id: int | None, special: SpecialDay, *, at: datetime) -> bool:
    """Whether the day may touch more dossiers than are moved while one waits. One bounded query."""
    found = touched_by(agency_id, special.day, at)
    return found[: AT_ONCE_MAX + 1].count() > AT_ONCE_MAX


def many_follow(order: SuccessionOrder) -> bool:
    """Whether more dossiers run there than follow while one waits. One bounded query."""
    ended = Dossier.objects.filter(RUNNING, competent_agency__in=order.plan.predecessor_ids)
    return ended[: AT_ONCE_MAX + 1].count() > AT_ONCE_MAX


def begin_day_off(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int | None,
    special: SpecialDay,
    day_off_id: int | None = None,
) -> int:
    """Enter the day (unless it is: `day_off_id`) and order its dossiers to be moved, both or neither;
    the id of the run, for `work_on_long_run`. Ordered again while it runs it is the same run.

    Refusals: NotPermitted, DayAlreadyEntered, DayOutOfRange.
    """
    demand_calendar_change(actor, at, agency_id)
    with transaction.atomic():
        entered = day_off_id or announce_day(
            actor=actor, at=at, agency_id=agency_id, special=special
        )
        order = DayOffOrder(agency_id=agency_id, special=special, day_off_id=entered)
        return _ordered(
            actor,
            at,
            LongRun(
                kind=str(LongKind.DAY_OFF),
                subject=f"day-off-{entered}",
                given=DAY_OFF.dump_json(order).decode(),
            ),
        )


def begin_succession(
    *,
    actor: Actor,
    at: datetime,
    order: SuccessionOrder,
    marks: Mapping[str, str],
    form: str = "",
) -> int:
    """Order a succession to be carried out as it was rehearsed; the id of the run.

    The worker looks once more whether everything is as it was rehearsed, before anything changes.
    Refusals: NotPermitted.
    """
    demand_succession(actor)
    kept = SuccessionKept(order=order, marks=dict(marks), form=form)
    ended = "-".join(map(str, sorted(order.plan.predecessor_ids)))
    run = LongRun(
        kind=str(LongKind.SUCCESSION),
        subject=f"succession-{ended}"[:120],
        given=SUCCESSION.dump_json(kept).decode(),
    )
    return _ordered(actor, at, run)


def _ordered(actor: Actor, at: datetime, run: LongRun) -> int:
    run.user_id = actor.user_id or 0
    run.holding_id = position_of(actor)
    run.asked_at = run.touched_at = at
    try:
        with transaction.atomic():
            run.save(force_insert=True)
    except IntegrityError:
        # It runs already; anything else is a fault.
        running = LongRun.objects.filter(subject=run.subject, finished_at=None).first()
        if running is None:
            raise
        return running.pk
    return run.pk
