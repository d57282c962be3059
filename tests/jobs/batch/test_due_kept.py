"""`motcua due` keeps what it has worked out: what is kept is what would be worked out again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.jobs.batch import due as door
from motcua.kernel.refusal import Refusal
from motcua.worktime.rules.due import due
from motcua.worktime.wording import word
from tests.support.batch_doors import through
from tests.worktime.rules.offices import instant

HOURS = [["08:00", "12:00"], ["13:00", "17:00"]]
CALENDARS = [
    {"week": {"mon-fri": HOURS}},
    {"week": {"mon-fri": HOURS, "sat": [["08:00", "12:00"]]}},
    {"week": {"mon-fri": HOURS, "sat": [["08:00", "12:00"]]}, "reception_only": ["sat"]},
    {"week": {"mon-sun": [["00:00", "24:00"]]}, "days_off": ["2026-03-04"]},
]
UNITS = ["same_day", "working_hours", "half_days", "working_days", "calendar_days", "months"]
MINUTES_DRAWN = 150 * 24 * 60
MOMENTS = st.integers(0, MINUTES_DRAWN).map(
    lambda minutes: f"{instant('2025-11-01T00:00') + timedelta(minutes=minutes):%Y-%m-%dT%H:%M}"
)
PAUSES = st.fixed_dictionaries(
    {"from": MOMENTS},
    optional={"to": MOMENTS, "policy": st.sampled_from(["pause", "restart", "continue"])},
)
LINES = st.fixed_dictionaries(
    {
        "received": MOMENTS,
        "limit": st.fixed_dictionaries(
            {
                "unit": st.sampled_from(UNITS),
                "value": st.integers(0, 25) | st.sampled_from(["0.5", 1.5, 2.0]),
            }
        ),
    },
    optional={
        "calendar": st.sampled_from(CALENDARS),
        "counting": st.sampled_from(["first_day_excluded", "rolling_hours"]),
        "outside_hours": st.sampled_from(["same_day", "next_session"]),
        "cutoff": st.sampled_from(["15:00", "11:30", None]),
        "cutoff_applies_to": st.sampled_from(["same_day", "all"]),
        "pauses": st.lists(PAUSES, max_size=2),
    },
)


def afresh(line: dict[str, Any]) -> dict[str, Any]:
    """The answer with nothing kept of answers or words."""
    try:
        promise = due(door.clock_request(line))
    except Refusal as refusal:
        return {"error": door.say(refusal)}
    minute = "%Y-%m-%dT%H:%M"
    return {
        "due": promise.due_at.strftime(minute) if promise.due_at else None,
        "trace": [{"at": each.at.strftime(minute), "what": word(each)} for each in promise.trace],
    }


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_a_kept_answer_is_the_answer_worked_out_afresh(line: dict[str, Any]) -> None:
    expected = afresh(line)
    assert through(door.answer, {"id": 1, **line}) == {"id": 1, **expected}
    assert through(door.answer, {"id": "b", **line}) == {"id": "b", **expected}


def test_a_line_that_was_refused_is_refused_again_in_the_same_words() -> None:
    line = {"received": "2026-03-04T09:00", "limit": {"unit": "working_days", "value": -1}}
    assert through(door.answer, line) == through(door.answer, line)


def test_no_more_words_are_kept_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "WORDS_KEPT", 5)
    door._kept_words.clear()
    for value in range(1, 30):
        limit = {"unit": "working_days", "value": value}
        through(door.answer, {"received": "2026-06-01T07:59", "limit": limit})
    assert len(door._kept_words) <= 5


def test_a_long_line_is_answered_and_not_kept() -> None:
    calendar = {
        "week": {"mon-fri": HOURS},
        "days_off": [f"2026-03-{day:02d}" for day in range(1, 31)],
    }
    line = {
        "received": "2026-02-02T09:00",
        "limit": {"unit": "working_days", "value": 3},
        "calendar": calendar,
        "pauses": [{"from": "2026-02-03T09:00", "to": "2026-02-03T10:00"}] * 20,
    }
    kept = door._kept_answer.cache_info().misses
    assert "due" in through(door.answer, line)
    assert door._kept_answer.cache_info().misses == kept
