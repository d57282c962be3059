"""What the background worker does for dossiers. A task is an entrance: it reads the clock."""

from __future__ import annotations

from django_tasks import task

from motcua.dossiers.commands.bulk import work_on
from motcua.dossiers.exporting.running import work_on_export
from motcua.dossiers.long_runs.working import work_on_long_run
from motcua.dossiers.papers_filled.many import go_on_printing
from motcua.kernel import clock

LONG = "long"
"""The queue of what takes minutes, with a worker of its own: nothing short waits behind it."""
AT_A_TIME = 20
"""Dossiers between two looks at the clock."""


@task()
def carry_out_bulk(run_id: int) -> int:
    """Go on with a bulk run until nothing is left; how many rounds it took."""
    rounds = 1
    while work_on(run_id, at=clock.now(), limit=AT_A_TIME):
        rounds += 1
    return rounds


@task()
def print_papers(run_id: int) -> None:
    """Draw the papers of many dossiers into one file."""
    go_on_printing(run_id, at=clock.now())


@task(queue_name=LONG)
def make_export(run_id: int) -> None:
    """Write a list into a file; asked again of one that is over it does nothing."""
    work_on_export(run_id, now=clock.now)


@task(queue_name=LONG)
def go_on_long_run(run_id: int) -> None:
    """Move the dossiers that follow a change; asked again of a run that is over it does nothing."""
    work_on_long_run(run_id, now=clock.now)
