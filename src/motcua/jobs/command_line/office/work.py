"""`./motcua worker [short|long|notices]`: does what others have queued, until told to stop (SIGINT,
SIGTERM).

Without a word it does everything that is queued; `run` keeps one for what takes seconds and one for
what takes minutes, so that nobody's short work waits behind a long file. `notices` tells citizens, asks
once a minute whether the office answers, speaks with other installations, and asks payment gateways
about orders whose message never came.
"""

from __future__ import annotations

import signal
from threading import Event, Thread

from django.conf import settings
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from motcua.dossiers.tasks import LONG
from motcua.jobs.exchanging import exchange_on
from motcua.jobs.following_orders import follow_orders_on
from motcua.jobs.nightly import schedule
from motcua.jobs.picking_up import Sign, take_up_again
from motcua.jobs.probing import probe_on
from motcua.jobs.reviving import look_again
from motcua.jobs.telling import tell_on
from motcua.kernel import clock

SECONDS_BETWEEN_LOOKS = 1.0
QUEUES = {"short": ["default"], "long": [LONG]}
NOTICES = "notices"
SIGNS = "workers"
"""Where in the data folder each worker holds its sign."""


def run(argv: list[str]) -> int:
    return _tell() if argv[:1] == [NOTICES] else _work(argv)


def _tell() -> int:
    ended = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    for beside in (probe_on, exchange_on, follow_orders_on):
        Thread(target=beside, args=(ended,), daemon=True).start()
    tell_on(ended)
    return 0


def _work(argv: list[str]) -> int:
    worker_id = get_random_string(32)
    queues = QUEUES.get(argv[0] if argv else "", ["*"])
    # Not through `manage.py db_worker`, which would silence failed tasks or log every good one.
    worker = Worker(
        queue_names=queues,
        interval=SECONDS_BETWEEN_LOOKS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )
    folder = settings.DATA / SIGNS
    with Sign(folder, worker_id):
        take_up_again(folder)
        schedule(clock.now())
        look_again(clock.now())
        worker.configure_signals()
        worker.run()
    return 0
