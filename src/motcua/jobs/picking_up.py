"""What a worker was doing when it was killed is taken up again.

A killed worker cannot say that it has stopped: its task would stay “running” for ever, and whoever
waits for a file would wait in vain. So each worker holds a locked file named after itself in the
data folder as long as it lives; the next one to start finds the files that nobody holds, and queues
their tasks again. Every task may run twice without harm.
"""

from __future__ import annotations

import fcntl
import logging
import os
from pathlib import Path
from typing import Any, Self

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

TRIES_MAX = 5
"""A task that ended so many workers is left as failed."""
log = logging.getLogger("motcua.worker")


class Sign:
    """The sign that a worker lives: a file of its name, locked by the kernel until its process ends."""

    def __init__(self, folder: Path, worker_id: str) -> None:
        self._path = folder / worker_id
        self._descriptor = -1

    def __enter__(self) -> Self:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        return self

    def __exit__(self, *_fault: object) -> None:
        self._path.unlink(missing_ok=True)
        os.close(self._descriptor)


def take_up_again(folder: Path) -> int:
    """Queue again the tasks of workers that are no more; how many. Safe while others start or work."""
    dead = {path.name: path for path in folder.glob("*") if not _is_held(path)}
    taken = 0
    for row in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
        if row.worker_ids and row.worker_ids[-1] in dead:
            taken += _queue_again(row)
    for path in dead.values():
        path.unlink(missing_ok=True)
    return taken


def _is_held(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return True  # its worker has just ended in good order
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(descriptor)


def _queue_again(row: DBTaskResult[Any, Any]) -> int:
    if len(row.worker_ids) >= TRIES_MAX:
        log.error("task %s ended %d workers; it is left", row.id, len(row.worker_ids))
        status = TaskResultStatus.FAILED
    else:
        status = TaskResultStatus.READY
    same = DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.RUNNING)
    return same.filter(started_at=row.started_at).update(status=status)
