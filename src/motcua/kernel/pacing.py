"""How often somebody may ask: a bounded count per minute, kept in this process only."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock

WINDOW = timedelta(minutes=1)
ASKERS_MAX = 4096


class Pace:
    """At most `per_minute` turns of each asker in one minute. Thread-safe, bounded in memory.

    Each process counts for itself, so an office with n of them grants up to n times as many.
    """

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._lock = Lock()
        self._windows: OrderedDict[str, tuple[datetime, int]] = OrderedDict()

    def take(self, asker: str, at: datetime) -> int:
        """Take one turn. 0 = granted; otherwise the seconds to wait, from 1 to 60."""
        with self._lock:
            wait = self._wait(asker, at)
            if wait == 0:
                start, used = self._window(asker, at)
                self._windows[asker] = (start, used + 1)
                while len(self._windows) > ASKERS_MAX:
                    self._windows.popitem(last=False)
            return wait

    def wait(self, asker: str, at: datetime) -> int:
        """What `take` would answer now. Takes no turn."""
        with self._lock:
            return self._wait(asker, at)

    def forget_all(self) -> None:
        """For tests, which share a process."""
        with self._lock:
            self._windows.clear()

    def _wait(self, asker: str, at: datetime) -> int:
        start, used = self._window(asker, at)
        if used < self.per_minute:
            return 0
        return max(1, int((start + WINDOW - at).total_seconds()))

    def _window(self, asker: str, at: datetime) -> tuple[datetime, int]:
        start, used = self._windows.get(asker, (at, 0))
        return (start, used) if start <= at < start + WINDOW else (at, 0)
