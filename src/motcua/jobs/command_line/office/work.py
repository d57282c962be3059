"""`./motcua worker`: does what others have queued, until told to stop (SIGINT, SIGTERM)."""

from __future__ import annotations

from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from motcua.jobs.nightly import schedule
from motcua.kernel import clock

SECONDS_BETWEEN_LOOKS = 1.0


def run(_argv: list[str]) -> int:
    # Not through `manage.py db_worker`, which would silence failed tasks or log every good one.
    worker = Worker(
        queue_names=["*"],
        interval=SECONDS_BETWEEN_LOOKS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    schedule(clock.now())
    worker.configure_signals()
    worker.run()
    return 0
