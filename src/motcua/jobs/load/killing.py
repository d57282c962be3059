"""Kills a program of the office at a random moment, as when memory runs out, and has it started again."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from contextlib import suppress
from random import Random
from threading import Event

from motcua.jobs.quality.postgres import Server
from motcua.jobs.workload.office import Office, processes_below

WEB_WORKER, WEB_SERVER, WORK, DATABASE = "web worker", "web server", "background worker", "database"
QUIET_SECONDS = (1.0, 4.0)
"""How long the office works between two kills."""


class Killer:
    """`database` is None where there is no server of it (SQLite)."""

    def __init__(self, office: Office, database: Server | None, seed: int) -> None:
        self._office, self._database = office, database
        self._random = Random(f"kill {seed}")  # noqa: S311
        self.killed: Counter[str] = Counter()

    def kill(self, times: int, over: Event) -> None:
        """So many kills, one after the other; ends early when it is over."""
        targets = [
            WEB_WORKER,
            WEB_WORKER,
            WEB_SERVER,
            WORK,
            *([DATABASE] * 2 * bool(self._database)),
        ]
        while sum(self.killed.values()) < times and not over.is_set():
            self._wait(self._random.uniform(*QUIET_SECONDS), over)
            target = self._random.choice(targets)
            if self._kill_one(target):
                self.killed[target] += 1
                self._office.wait_until_it_answers(self.look_after)

    def look_after(self) -> None:
        """What died by our own hand is not counted as dying again and again."""
        for child in (self._office.web, self._office.worker):
            child.deaths = 0
            child.look_after(lambda _name, _pause: None)

    def _wait(self, seconds: float, over: Event) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end and not over.wait(0.1):
            self.look_after()

    def _kill_one(self, target: str) -> bool:
        """False where it is not alive at this moment."""
        if target == DATABASE:
            assert self._database is not None
            self._database.kill()
            self._wait(self._random.uniform(0, 0.5), Event())
            self._database.start()
            return True
        return any(_kill(pid) for pid in self._chosen(target))

    def _chosen(self, target: str) -> list[int]:
        web, worker = self._office.web.pid, self._office.worker.pid
        if target == WEB_WORKER:
            below = processes_below(web) if web else []
            return [self._random.choice(below)] if below else []
        pid = web if target == WEB_SERVER else worker
        return [pid] if pid else []


def _kill(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
        return True
    return False
