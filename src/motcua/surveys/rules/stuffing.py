"""Signs that a screen at the counter was fed: each a reason to look, never a verdict.

What is remembered of a screen is its last answer and how often one was like the one before; nothing that
would tell of a person. An answer with a sign counts, and is counted apart. How often honest days are
flagged, and how much planted stuffing is found: `tests/surveys/rules/test_known_truth.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import log, sqrt

from motcua.surveys.vocabulary import Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From when on something is unusual. `seconds_each`: to read a question and choose; `gap`: between
    two people at one screen; `chance`: how seldom a run must be."""

    seconds_each: float = 0.8
    gap: timedelta = timedelta(seconds=25)
    chance: float = 0.0005
    pairs_before: int = 20
    same_before: int = 10
    share_most: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """What is remembered of a screen. `pairs`, `pairs_same`: of runs that are over, without those that
    were flagged: who feeds a screen must not teach it."""

    last_at: datetime | None = None
    run_pattern: str = ""
    run_length: int = 0
    pairs: int = 0
    pairs_same: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """One answer at a screen. `opened_at`: when the questions were shown."""

    at: datetime
    opened_at: datetime | None
    questions: int
    pattern: str
    is_invited: bool
    is_open: bool


USUAL = Limits()


def signs_of(habit: Habit, tap: Tap, limits: Limits = USUAL) -> frozenset[Sign]:
    """Why this answer is counted apart; nothing for most."""
    signs = set()
    if tap.opened_at is not None:
        took = (tap.at - tap.opened_at).total_seconds()
        if took < limits.seconds_each * tap.questions:
            signs.add(Sign.TOO_FAST)
    if habit.last_at is not None and tap.at - habit.last_at < limits.gap:
        signs.add(Sign.BURST)
    if _length_with(habit, tap) >= run_max(habit, limits):
        signs.add(Sign.SAME_RUN)
    if not tap.is_invited:
        signs.add(Sign.UNINVITED)
    if not tap.is_open:
        signs.add(Sign.CLOSED_HOURS)
    return frozenset(signs)


def run_max(habit: Habit, limits: Limits = USUAL) -> int:
    """From which length on a run of identical answers is improbable at this screen.

    If answers are independent, neighbors are alike with the sum of the squares of the shares of all
    answers; the most usual answer has at most the root of that. So nothing need be kept of what was
    said. Taken as 10 of 20 before the screen has a history; a share of 90 of 100 at most.
    """
    alike = (habit.pairs_same + limits.same_before) / (habit.pairs + limits.pairs_before)
    share = min(max(sqrt(alike), 0.1), limits.share_most)
    return 2 + int(log(limits.chance) / log(share))


def after(habit: Habit, tap: Tap, limits: Limits = USUAL) -> Habit:
    """What is remembered from now on."""
    if tap.pattern == habit.run_pattern:
        return replace(habit, last_at=tap.at, run_length=habit.run_length + 1)
    learned = habit
    if 0 < habit.run_length < run_max(habit, limits):
        learned = replace(
            habit,
            pairs=habit.pairs + habit.run_length,
            pairs_same=habit.pairs_same + habit.run_length - 1,
        )
    return replace(learned, last_at=tap.at, run_pattern=tap.pattern, run_length=1)


def _length_with(habit: Habit, tap: Tap) -> int:
    return habit.run_length + 1 if tap.pattern == habit.run_pattern else 1
