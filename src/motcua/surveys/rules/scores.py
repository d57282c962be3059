"""Scores with their interval and response rate; who did not answer; which figures of few are not told.

The interval is Wilson's (1927), without correction for a finite number of people: what is asked is how
the office serves, also tomorrow, and not only how content this month's visitors were. With a high
response rate it is therefore rather too wide than too narrow. `tests/surveys/rules/test_known_truth.py`
measures how often it covers the truth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, erf, floor, sqrt
from typing import TypeVar

from motcua.surveys.vocabulary import NOBODY, Score

Z_95 = 1.959963984540054
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is counted of one cell. `flagged`: of the answers, those with a sign of stuffing; `aged`: whose age
    is known, `older` among them."""

    invited: int = 0
    used: int = 0
    answered: int = 0
    satisfied: int = 0
    points: int = 0
    flagged: int = 0
    flagged_satisfied: int = 0
    flagged_points: int = 0
    late_invited: int = 0
    late_used: int = 0
    online_invited: int = 0
    online_used: int = 0
    aged_invited: int = 0
    aged_used: int = 0
    older_invited: int = 0
    older_used: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in COUNTED})


COUNTED = tuple(Counts.__dataclass_fields__)


def wilson(satisfied: int, answered: int, z: float = Z_95) -> tuple[float, float]:
    """The interval of a share, from 0 to 1. Of nobody: everything is possible."""
    if answered <= 0:
        return 0.0, 1.0
    share = satisfied / answered
    middle = share + z * z / (2 * answered)
    spread = z * sqrt(share * (1 - share) / answered + z * z / (4 * answered * answered))
    whole = 1 + z * z / answered
    # At the ends the formula gives the bound itself, but for rounding.
    low = 0.0 if satisfied == 0 else max(0.0, (middle - spread) / whole)
    high = 1.0 if satisfied == answered else min(1.0, (middle + spread) / whole)
    return low, high


def score_of(counts: Counts, cell_min: int, *, without_flagged: bool = False) -> Score:
    """Per cent of the satisfied with its interval, rounded outwards. Fewer than `cell_min` answers tell
    no share: who said what could be seen."""
    answered, satisfied = counts.answered, counts.satisfied
    if without_flagged:
        answered -= counts.flagged
        satisfied -= counts.flagged_satisfied
    if answered < max(1, cell_min):
        return Score(percent=None, low=None, high=None, answered=answered, invited=counts.invited)
    low, high = wilson(satisfied, answered)
    return Score(
        percent=round(100 * satisfied / answered, 2),
        low=floor(10_000 * low) / 100,
        high=ceil(10_000 * high) / 100,
        answered=answered,
        invited=counts.invited,
    )


def mean_points(counts: Counts, cell_min: int) -> float | None:
    """The mean score of 100, two decimals; None of fewer than `cell_min` answers."""
    if counts.answered < max(1, cell_min):
        return None
    return round(counts.points / counts.answered / 100, 2)


def scores_shown(cells: Mapping[Key, Counts], cell_min: int) -> dict[Key, Score]:
    """Every cell of a table that also tells its sum; `hidden` ones with no number at all."""
    hidden = hidden_cells({key: one.answered for key, one in cells.items()}, cell_min)
    return {key: NOBODY if key in hidden else score_of(one, cell_min) for key, one in cells.items()}


def hidden_cells(answered: Mapping[Key, int], cell_min: int) -> frozenset[Key]:
    """The cells of few answers; and, so that they cannot be worked out from the sum, the next smallest
    until those hidden have `cell_min` together."""
    by_size = sorted((count, place) for place, count in enumerate(answered.values()) if count > 0)
    keys = list(answered)
    few = [(count, place) for count, place in by_size if count < cell_min]
    hidden = {keys[place] for _count, place in few}
    together = sum(count for count, _place in few)
    for count, place in by_size[len(few) :]:
        if not hidden or together >= cell_min:
            break
        hidden.add(keys[place])
        together += count
    return frozenset(hidden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How many of two groups answered; `chance`: how often so great a difference comes about by chance
    alone (two shares, normal approximation), None where there is too little to say; `tested`: of how many
    comparisons this is one, so that all of them together seldom see what is not there (Bonferroni)."""

    name: str
    answered_a: int
    invited_a: int
    answered_b: int
    invited_b: int
    chance: float | None
    tested: int = 1

    @property
    def differs(self) -> bool:
        return self.chance is not None and self.chance < SELDOM / self.tested


SELDOM = 0.01
GROUP_MIN = 10


def compare(name: str, group: tuple[int, int], others: tuple[int, int]) -> Compared:
    """Of (answered, invited) of a group and of all others."""
    (answered_a, invited_a), (answered_b, invited_b) = group, others
    chance = None
    if min(invited_a, invited_b) >= GROUP_MIN:
        pooled = (answered_a + answered_b) / (invited_a + invited_b)
        spread = sqrt(pooled * (1 - pooled) * (1 / invited_a + 1 / invited_b))
        if spread > 0:
            z = abs(answered_a / invited_a - answered_b / invited_b) / spread
            chance = 1 - erf(z / sqrt(2))
    return Compared(
        name=name,
        answered_a=answered_a,
        invited_a=invited_a,
        answered_b=answered_b,
        invited_b=invited_b,
        chance=chance,
    )


def compare_silent(counts: Counts) -> tuple[Compared, Compared, Compared]:
    """Did those whose matter was late, those who filed online, and those of age answer as often as the
    others? Of the last only whose age is known."""
    late, online, older = (
        (counts.late_used, counts.late_invited),
        (counts.online_used, counts.online_invited),
        (counts.older_used, counts.older_invited),
    )
    return (
        compare("late", late, (counts.used - late[0], counts.invited - late[1])),
        compare("online", online, (counts.used - online[0], counts.invited - online[1])),
        compare("older", older, (counts.aged_used - older[0], counts.aged_invited - older[1])),
    )
