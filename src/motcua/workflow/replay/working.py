"""The worker of a trial. Every piece is one transaction with how far the run is; killed at any moment, the
next worker goes on behind the last piece that was kept, and no dossier is counted twice."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from motcua.dossiers.tallies.past_lives import (
    LivesWanted,
    PastLife,
    count_past_lives,
    past_lives,
)
from motcua.kernel.clock import local_day
from motcua.ledger.caching import one_revision
from motcua.processes.queries.processes import process_in_force
from motcua.processes.rules.definition import Process, process_of
from motcua.workflow.models import ReplayRun
from motcua.workflow.rules.known import Known
from motcua.workflow.rules.replaying import new_due, route_of, stretches
from motcua.workflow.rules.tallying import ReplayTally
from motcua.worktime.queries.calendars import office_time

PIECE = 250
STILL_AFTER = timedelta(minutes=2)
ATTEMPTS_MAX = 5
Now = Callable[[], datetime]
log = logging.getLogger("motcua.replay")


def work_on_replay(run_id: int, *, now: Now) -> None:
    """Carry out what is left of the run, unless it is over or a living worker is at it."""
    run = _taken_up(run_id, now())
    if run is None:
        return
    process = process_of(run.definition)
    wanted = _wanted(run)
    if run.total is None:
        run.total = count_past_lives(wanted)
    while _piece(run, process, wanted, now):
        pass


def stalled_replays(*, at: datetime) -> list[int]:
    """Runs that have said nothing for a while: their worker has died, or never came."""
    rows = ReplayRun.objects.filter(
        finished_at=None, touched_at__lt=at - STILL_AFTER, attempt__lt=ATTEMPTS_MAX
    )
    return list(rows.order_by("id").values_list("pk", flat=True))


def running_replays() -> bool:
    return ReplayRun.objects.filter(finished_at=None).exists()


def _wanted(run: ReplayRun) -> LivesWanted:
    return LivesWanted(
        procedure_version_ids=tuple(run.procedure_version_ids),
        agency_ids=tuple(run.agency_ids),
        from_day=run.from_day,
        until_day=run.until_day,
    )


def _taken_up(run_id: int, at: datetime) -> ReplayRun | None:
    free = Q(attempt=0) | Q(touched_at__lt=at - STILL_AFTER)
    rows = ReplayRun.objects.filter(free, pk=run_id, finished_at=None)
    if not rows.update(attempt=F("attempt") + 1, touched_at=at):
        return None
    return ReplayRun.objects.filter(pk=run_id, finished_at=None).first()


def _piece(run: ReplayRun, process: Process, wanted: LivesWanted, now: Now) -> bool:
    """The next dossiers; whether there may be more. False too when another worker has taken the run up."""
    with one_revision(), transaction.atomic():
        lives = past_lives(wanted, after=run.last_id, limit=PIECE)
        tally = ReplayTally.from_plain(run.tally)
        for life in lives:
            replay_one(tally, process, life)
        run.last_id = lives[-1].dossier_id if lives else run.last_id
        run.done, run.tally = run.done + len(lives), tally.to_plain()
        at, is_over = now(), len(lives) < PIECE
        mine = ReplayRun.objects.filter(pk=run.pk, attempt=run.attempt, finished_at=None)
        kept = mine.update(
            last_id=run.last_id,
            done=run.done,
            total=max(run.total or 0, run.done),
            tally=run.tally,
            touched_at=at,
            finished_at=at if is_over else None,
        )
    return bool(kept) and not is_over


def replay_one(tally: ReplayTally, process: Process, life: PastLife) -> None:
    """One dossier by the new process and by that of its day."""
    day = local_day(life.received_at)
    calendar = office_time(life.agency_id, day).calendar
    known = Known(day, life.values)
    route = route_of(process, known, life.received_at, calendar)
    tally.count("dossiers")
    tally.count("by_hand", int(route.by_hand))
    tally.add_loads("new", process, route)
    due_at = new_due(life.clock, process.limit, calendar)
    tally.add_dates(life.due_at, due_at)
    tally.add_lateness(life.ended_at, life.due_at, due_at)
    moments = {act.value: at for act, at in life.moments.items()}
    tally.add_stretches(stretches(process, route, moments, life.clock, calendar))
    old = process_in_force(life.procedure_version_id, life.agency_id, life.variant_id, day)
    if old is None:
        tally.count("without_old")
    else:
        before = route_of(old.process, known, life.received_at, calendar)
        tally.add_loads("old", old.process, before)
