"""What the background worker does for dossiers. A task is an entrance: it reads the clock."""

from __future__ import annotations

from django_tasks import task

from motcua.dossiers.commands.bulk import work_on
from motcua.kernel import clock


@task()
def carry_out_bulk(run_id: int) -> int:
    """Go on with a bulk run; how many dossiers were left."""
    return work_on(run_id, at=clock.now())
