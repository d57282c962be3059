"""Tells how far long work is, about every ten seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

SECONDS_BETWEEN = 10.0
Tell = Callable[[int, int], None]


@dataclass(slots=True)
class Meter:
    """`tell(done, per_second)` is called at most every ten seconds."""

    tell: Tell
    done: int = 0
    began: float = field(default_factory=monotonic)
    last: float = field(default_factory=monotonic)

    def passed(self, more: int) -> None:
        """So many more are done."""
        self.reached(self.done + more)

    def reached(self, done: int) -> None:
        """So many are done in all."""
        self.done = done
        now = monotonic()
        if now - self.last >= SECONDS_BETWEEN:
            self.last = now
            self.tell(done, round(done / (now - self.began)))


def grouped(number: int) -> str:
    """A whole number as Vietnamese writes it."""
    return f"{number:,}".replace(",", ".")
