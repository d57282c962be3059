"""What the background worker does for payments. A task is an entrance: it reads the clock."""

from __future__ import annotations

from django_tasks import task

from motcua.dossiers.tasks import LONG
from motcua.kernel import clock
from motcua.payments.commands.paying.working_statements import work_on_statement


@task(queue_name=LONG)
def go_on_statement(run_id: int) -> int:
    """Take the lines of a long statement; asked again of a run that is over it does nothing."""
    return work_on_statement(run_id, now=clock.now)
