"""The middle and the nine in ten of days taken, from how many took how long. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

HALF: Final = Fraction(1, 2)
NINE_IN_TEN: Final = Fraction(9, 10)


def days_within(taken: Mapping[int, int], share: Fraction) -> int:
    """The fewest days within which at least this share was done (nearest rank); `taken` is not empty."""
    wanted = share * sum(taken.values())
    done = 0
    for days in sorted(taken):
        done += taken[days]
        if done >= wanted:
            return days
    raise ValueError("nothing was taken")
