"""How far a proof of whole years is: said on standard error while it goes on."""

from __future__ import annotations

import sys

from motcua.jobs.command_line.speech import say
from motcua.jobs.metering import Meter, grouped


def looked_at(vi: str, en: str) -> Meter:
    """A meter that says how many of these (in both languages) were looked at."""

    def told(done: int, speed: int) -> None:
        say(
            f"  đã soát {grouped(done)} {vi}, {grouped(speed)} mỗi giây…",
            f"  {done:,} {en} looked at, {speed:,} a second…",
            to=sys.stderr,
        )

    return Meter(told)
