"""Late is one thing everywhere, and of a moment only what was known then counts."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.feedback.queries.rows import PetitionRow
from motcua.feedback.rules.lateness import LivedStep, is_answer_late, is_late, life_of
from motcua.feedback.vocabulary import Act, Channel, Kind, Publication, State
from tests.support.clock import PLAIN_MORNING

HOUR = timedelta(hours=1)
MOMENTS = st.integers(0, 400).map(lambda hours: PLAIN_MORNING + hours * HOUR)
ACTS = st.sampled_from(
    [Act.REGISTER, Act.ASK_CLARITY, Act.CLARIFY, Act.ROUTE, Act.ANSWER, Act.PUBLISH, Act.WITHDRAW,
     Act.CLOSE, Act.REOPEN, Act.REFUSE, Act.FORWARD_OUTSIDE]
)  # fmt: skip


@st.composite
def lives(draw: st.DrawFn) -> list[LivedStep]:
    """Any acts after coming in, in the order of time; while the sender is asked no day is set."""
    moments = sorted(draw(st.lists(MOMENTS, min_size=1, max_size=8, unique=True)))
    acts = [Act.SEND, *(draw(ACTS) for _one in moments[1:])]
    due_at = moments[0] + draw(st.integers(1, 200)) * HOUR
    return [
        LivedStep(act=act, at=at, answer_due_at=None if act is Act.ASK_CLARITY else due_at)
        for act, at in zip(acts, moments, strict=True)
    ]


@given(lives(), MOMENTS)
def test_what_comes_later_changes_nothing_of_what_was_known(
    steps: list[LivedStep], at: datetime
) -> None:
    known = [step for step in steps if step.at <= at]
    assert life_of(steps, at) == life_of(known, at)


@given(lives())
def test_open_and_late_stays_late_until_something_happens(steps: list[LivedStep]) -> None:
    ends = [step.at for step in steps] + [steps[-1].at + 500 * HOUR]
    for before, behind in pairwise(ends):
        lates = [
            is_answer_late(life_of(steps, moment), moment)
            for moment in (before, before + (behind - before) / 2, behind - HOUR / 60)
            if moment >= before
        ]
        assert lates == sorted(lates)


@given(MOMENTS, MOMENTS, MOMENTS)
def test_done_in_time_is_never_late(due_at: datetime, done_at: datetime, at: datetime) -> None:
    if done_at <= at:
        assert is_late(due_at, done_at, at) == (done_at > due_at)
    else:
        assert is_late(due_at, done_at, at) == (at > due_at)
    assert not is_late(None, done_at, at)


def test_an_answer_counts_by_the_day_it_was_given_and_a_reopened_one_anew() -> None:
    due_at, again = PLAIN_MORNING + 10 * HOUR, PLAIN_MORNING + 60 * HOUR
    steps = [
        LivedStep(act=Act.SEND, at=PLAIN_MORNING, answer_due_at=due_at),
        LivedStep(act=Act.ANSWER, at=due_at + HOUR, answer_due_at=due_at),
        LivedStep(act=Act.PUBLISH, at=due_at + 2 * HOUR, answer_due_at=due_at),
        LivedStep(act=Act.REOPEN, at=due_at + 3 * HOUR, answer_due_at=again),
    ]
    answered, reopened = due_at + 2 * HOUR, due_at + 4 * HOUR
    assert is_answer_late(life_of(steps, answered), answered)
    assert life_of(steps, answered).is_published
    life = life_of(steps, reopened)
    assert (life.end, life.is_published, is_answer_late(life, reopened)) == (None, False, False)


@pytest.mark.parametrize(
    ("state", "is_anonymous", "late"),
    [
        (State.SENT, False, True),
        (State.HANDLING, True, False),
        (State.REFUSED, False, False),
        (State.FORWARDED, False, False),
    ],
)
def test_a_sender_waits_too_long_only_where_an_answer_is_owed(
    state: State, *, is_anonymous: bool, late: bool
) -> None:
    row = PetitionRow(
        id=1, code="x", agency_id=1, year=2026, number=1, kind=Kind.CONDUCT, channel=Channel.PORTAL,
        state=state, title="", sender_name="", is_anonymous=is_anonymous, received_at=PLAIN_MORNING,
        due_at=None, answered_at=None, answer_due_at=PLAIN_MORNING, unit_id=None, handler_id=None,
        publication=Publication.NONE, satisfaction=None,
    )  # fmt: skip
    assert row.is_answer_late(PLAIN_MORNING + HOUR) == late
