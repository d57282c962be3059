"""Whether the database answers, as this process has last seen it."""

from __future__ import annotations

from time import monotonic

from django.db import InterfaceError, OperationalError, connection

AWAY = (OperationalError, InterfaceError)
"""What a database that does not answer is told by; the same for a restart and a broken line."""
ASKED_AGAIN_AFTER_SECONDS = 1.0


class Outage:
    """After it was found away nobody waits for it for a second: last copies are given at once."""

    def __init__(self) -> None:
        self._seen = float("-inf")

    def note(self) -> None:
        """The line is given up: what answers next may be another server, or another file."""
        self._seen = monotonic()
        if not connection.in_atomic_block:
            connection.close()

    def is_fresh(self) -> bool:
        return monotonic() - self._seen < ASKED_AGAIN_AFTER_SECONDS

    def forget(self) -> None:
        """For tests, which share a process."""
        self._seen = float("-inf")


outage = Outage()
