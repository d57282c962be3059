"""A file lock that lets the writers of one SQLite file take turns.

SQLite's own busy handler is not fair: with four writing processes one of them commits thousands
of times while the others get one each (stack.md, finding 2). A blocking `flock` is served by the
kernel in the order of asking, and is released when its holder dies.
"""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path


class Turn:
    """The right to write; one per connection. Taking it twice is a fault of the caller."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self.held = False
        self.longest_wait_seconds = 0.0

    def take(self) -> None:
        if self._descriptor is None:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        started = time.monotonic()
        fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        self.longest_wait_seconds = max(self.longest_wait_seconds, time.monotonic() - started)
        self.held = True

    def release(self) -> None:
        if self._descriptor is not None and self.held:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)
        self.held = False

    def close(self) -> None:
        self.release()
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
