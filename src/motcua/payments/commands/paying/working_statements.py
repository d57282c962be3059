"""The worker of a long statement: a line and how far the run is are one transaction. Killed at any moment,
the next worker goes on behind the last line that was kept; two at once take nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import F, Q

from motcua.accounts.queries import actor_for_user
from motcua.kernel.actor import Actor, Door
from motcua.ledger.recording import recording
from motcua.payments.commands.paying.statement_runs import lines_left
from motcua.payments.commands.paying.statements import take_line
from motcua.payments.models import StatementRun
from motcua.payments.rules.statements.runs import STILL_AFTER

Now = Callable[[], datetime]


class Superseded(Exception):
    """Another worker has taken the run up: this one has nothing more to say."""


def work_on_statement(run_id: int, *, now: Now) -> int:
    """Take what is left of it, unless it is over or a living worker is at it; how many lines.

    What whoever brought the file was permitted to order is carried through, even if he has left since.
    """
    run = _taken_up(run_id, now())
    if run is None:
        return 0
    actor = actor_for_user(
        run.user_id, now(), Door.JOB, f"statement-run-{run.pk}", holding_id=run.holding_id
    )
    try:
        return _take_all(run, actor, now)
    except Superseded:
        return 0


def _taken_up(run_id: int, at: datetime) -> StatementRun | None:
    free = Q(attempt=0) | Q(touched_at__lt=at - STILL_AFTER)
    rows = StatementRun.objects.filter(free, pk=run_id, finished_at=None)
    if not rows.update(attempt=F("attempt") + 1, touched_at=at):
        return None
    return StatementRun.objects.select_related("statement").get(pk=run_id)


def _take_all(run: StatementRun, actor: Actor, now: Now) -> int:
    taken = 0
    for key, line in lines_left(run):
        at = now()
        with recording(actor, at) as record:
            run.matched += take_line(record, run.statement, key, line)
            run.done += 1
            _mine(run, done=run.done, matched=run.matched, touched_at=at)
        taken += 1
    _mine(run, lines="[]", finished_at=now(), touched_at=now())
    return taken


def _mine(run: StatementRun, **told: object) -> None:
    """Say something of the run. Raises Superseded when it is no longer this attempt's."""
    rows = StatementRun.objects.filter(pk=run.pk, attempt=run.attempt, finished_at=None)
    if not rows.update(**told):
        raise Superseded
