"""An office of which everything is known: how content its people are, who answers, and who feeds a screen.

Deterministic: each period and each day has a seed of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from motcua.surveys.rules.scores import Counts
from motcua.surveys.rules.stuffing import Habit, Tap, after, signs_of
from motcua.surveys.vocabulary import Sign
from tests.support.clock import PLAIN_WEDNESDAY, at

OPENS = at(PLAIN_WEDNESDAY, "08:00")
LATER = OPENS + timedelta(days=5000)
"""The day on which stuffing is planted, behind all honest days."""
CLOSES = at(PLAIN_WEDNESDAY, "17:00")
QUESTIONS = 4


@dataclass(frozen=True)
class Period:
    """What the office counts, and what is true."""

    counts: Counts
    truth: float


def a_period(seed: int, *, bias: float = 0.0) -> Period:
    """30 to 400 people. `bias`: by how much rarer those answer whose matter was late, who are less
    content too."""
    chance = Random(seed)  # a simulation
    people, truth_in_time = chance.randint(30, 400), chance.uniform(0.6, 0.98)
    answers, late_share = chance.uniform(0.25, 0.9), chance.uniform(0.1, 0.4)
    truth_late = truth_in_time - 0.45 if bias else truth_in_time
    answered = satisfied = late = late_answered = 0
    for _person in range(people):
        was_late = chance.random() < late_share
        does = chance.random() < (answers * (1 - bias) if was_late else answers)
        content = chance.random() < (truth_late if was_late else truth_in_time)
        answered, satisfied = answered + does, satisfied + (does and content)
        late, late_answered = late + was_late, late_answered + (was_late and does)
    truth = late_share * truth_late + (1 - late_share) * truth_in_time
    counts = Counts(
        invited=people,
        used=answered,
        answered=answered,
        satisfied=satisfied,
        late_invited=late,
        late_used=late_answered,
    )
    return Period(counts, truth)


def honest_day(seed: int) -> Iterator[Tap]:
    """People come one after the other; each is served for a minute and a half at least, reads, and says
    what he thinks: six of ten “very satisfied” throughout, two “satisfied” throughout."""
    chance = Random(seed)
    now, closes = OPENS + timedelta(days=seed), CLOSES + timedelta(days=seed)
    while True:
        now += timedelta(seconds=90 + chance.expovariate(1 / 420))
        took = timedelta(seconds=max(3.4, chance.lognormvariate(2.6, 0.5)))
        if now + took >= closes:
            return
        yield _tap(now, took, _pattern(chance))
        now += took


def _pattern(chance: Random) -> str:
    mood = chance.random()
    if mood < 0.6:
        return "3333"
    if mood < 0.8:
        return "2222"
    return "".join(str(chance.choice((1, 2, 3))) for _question in range(QUESTIONS))


def _tap(opened: datetime, took: timedelta, pattern: str, *, is_open: bool = True) -> Tap:
    return Tap(
        at=opened + took,
        opened_at=opened,
        questions=QUESTIONS,
        pattern=pattern,
        is_invited=True,
        is_open=is_open,
    )


def hasty(chance: Random) -> Iterator[Tap]:
    """Twenty dossiers handed over at once, tapped through."""
    now = LATER + timedelta(hours=8)
    for _time in range(20):
        now += timedelta(seconds=chance.uniform(4, 12))
        took = timedelta(seconds=chance.uniform(1, 3))
        yield _tap(now, took, "3333")
        now += took


def patient(chance: Random) -> Iterator[Tap]:
    """One after each visitor for an afternoon, slowly, always the best."""
    now = LATER + timedelta(hours=5)
    for _time in range(40):
        now += timedelta(seconds=chance.uniform(120, 260))
        took = timedelta(seconds=chance.uniform(8, 25))
        yield _tap(now, took, "3333")
        now += took


def after_hours(chance: Random) -> Iterator[Tap]:
    """Ten in the evening, in no hurry."""
    now = LATER + timedelta(hours=10)
    for _time in range(10):
        now += timedelta(seconds=chance.uniform(60, 120))
        took = timedelta(seconds=chance.uniform(8, 25))
        yield _tap(now, took, chance.choice(("3333", "3332")), is_open=False)
        now += took


def clever(chance: Random) -> Iterator[Tap]:
    """Like `patient`, but with answers as varied as those of honest people, if a little better."""
    for tap in patient(chance):
        pattern = "3333" if chance.random() < 0.7 else _pattern(chance)
        assert tap.opened_at is not None
        yield _tap(tap.opened_at, tap.at - tap.opened_at, pattern)


STUFFING = {"hasty": hasty, "patient": patient, "after_hours": after_hours, "clever": clever}


def flagged(taps: Iterator[Tap], habit: Habit) -> tuple[int, int, Habit]:
    """How many answers carry a sign, of how many, and what the screen remembers."""
    count = total = 0
    for tap in taps:
        found: frozenset[Sign] = signs_of(habit, tap)
        habit, count, total = after(habit, tap), count + bool(found), total + 1
    return count, total, habit
