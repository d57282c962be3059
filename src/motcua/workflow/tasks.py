"""What the background worker does for the work. A task is an entrance: it reads the clock."""

from __future__ import annotations

from django_tasks import task

from motcua.dossiers.tasks import LONG
from motcua.kernel import clock
from motcua.workflow.replay.working import work_on_replay


@task(queue_name=LONG)
def go_on_replay(run_id: int) -> None:
    """Try a process on the dossiers of the past; asked again of a run that is over it does nothing."""
    work_on_replay(run_id, now=clock.now)
