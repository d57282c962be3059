"""What a worker has left when it died is taken up again: no run waits for ever.

The task looks for runs that have been still for a while, hands each to a worker once more, and queues
itself again as long as anything runs. Taking one up twice does no harm.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from motcua.dossiers.exporting.standing import running_exports, stalled_exports
from motcua.dossiers.long_runs.standing import running_long_runs, stalled_long_runs
from motcua.dossiers.queries.bulk import stalled_bulk_runs
from motcua.dossiers.rules.exports import STILL_AFTER
from motcua.dossiers.tasks import carry_out_bulk, go_on_long_run, make_export
from motcua.kernel import clock
from motcua.payments.queries.paying.runs import running_statements, stalled_statements
from motcua.payments.tasks import go_on_statement
from motcua.workflow.replay.working import running_replays, stalled_replays
from motcua.workflow.tasks import go_on_replay


@task()
def look_after_runs() -> int:
    """Hand what stands still to a worker; how many runs."""
    at = clock.now()
    left: list[tuple[Any, int]] = [(make_export, run_id) for run_id in stalled_exports(at=at)]
    left += [(go_on_long_run, run_id) for run_id in stalled_long_runs(at=at)]
    left += [(carry_out_bulk, run_id) for run_id in stalled_bulk_runs(at=at)]
    left += [(go_on_replay, run_id) for run_id in stalled_replays(at=at)]
    left += [(go_on_statement, run_id) for run_id in stalled_statements(at=at)]
    revived = [work.enqueue(run_id) for work, run_id in left if not _waits(work, run_id)]
    running = (running_exports, running_long_runs, running_replays, running_statements)
    if left or any(is_running() for is_running in running):
        look_again(at)
    return len(revived)


def look_again(at: datetime) -> None:
    """See that the task waits; asked again it does nothing."""
    if not _ready(look_after_runs).exists():
        look_after_runs.using(run_after=at + STILL_AFTER).enqueue()


def _waits(work: Any, run_id: int) -> bool:
    """Whether the run already waits for a worker."""
    return any(task.args_kwargs["args"] == [run_id] for task in _ready(work))


def _ready(work: Any) -> Any:
    return DBTaskResult.objects.filter(task_path=work.module_path, status=TaskResultStatus.READY)
