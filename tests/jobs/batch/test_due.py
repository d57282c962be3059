"""`motcua due`: the example of the shared interface, its defaults, and a sentence for every bad line."""

from __future__ import annotations

import json
from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.jobs.batch import due as due_door
from motcua.jobs.batch import lines
from tests.support.batch_doors import through

WEEKDAYS = [["08:00", "12:00"], ["13:00", "17:00"]]
EXAMPLE: dict[str, Any] = {
    "id": "a",
    "received": "2024-03-13T10:20",
    "limit": {"unit": "working_days", "value": 3},
    "calendar": {"week": {"mon-fri": WEEKDAYS, "sat": [["08:00", "12:00"]]}},
    "counting": "first_day_excluded",
    "outside_hours": "same_day",
    "cutoff": "15:00",
    "cutoff_applies_to": "same_day",
    "pauses": [{"from": "2024-03-14T09:00", "to": "2024-03-18T10:00", "policy": "pause"}],
}
PLAIN: dict[str, Any] = {
    "id": 7,
    "received": "2024-03-13T10:20",
    "limit": {"unit": "working_days", "value": 3},
}


def answer(line: dict[str, Any]) -> dict[str, Any]:
    """What the door writes for the line."""
    return through(due_door.answer, line)


def changed(path: str, value: Any, line: dict[str, Any] = EXAMPLE) -> dict[str, Any]:
    """The line with one field, named by its path, set to something else."""
    line = deepcopy(line)
    part: Any = line
    *above, last = path.split("/")
    for name in above:
        part = part[int(name) if isinstance(part, list) else name]
    part[last] = value
    return line


def without(path: str) -> dict[str, Any]:
    line = deepcopy(EXAMPLE)
    part: Any = line
    *above, last = path.split("/")
    for name in above:
        part = part[int(name) if isinstance(part, list) else name]
    del part[last]
    return line


def test_the_example_of_the_interface() -> None:
    told = answer(EXAMPLE)
    assert told["id"] == "a"
    assert told["due"] == "2024-03-20T17:00"
    assert told["trace"][-1] == {
        "at": "2024-03-20T17:00",
        "what": "Hạn trả kết quả: 17:00 thứ Tư 20/03/2024",
    }
    assert all(set(line) == {"at", "what"} for line in told["trace"])


def test_what_is_left_out_is_the_default_office_and_its_terms() -> None:
    full = PLAIN | {
        "calendar": {"week": {"mon-fri": WEEKDAYS}},
        "counting": "first_day_excluded",
        "outside_hours": "same_day",
        "cutoff": "15:00",
        "cutoff_applies_to": "same_day",
        "pauses": [],
    }
    assert answer(PLAIN) == answer(full)
    assert answer(PLAIN)["due"] == "2024-03-18T17:00"
    assert answer(PLAIN | {"calendar": None, "pauses": None}) == answer(PLAIN)


@pytest.mark.parametrize("unit", ["working_hours", "half_days", "working_days"])
@pytest.mark.parametrize("value", [1.5, "1.5"])
def test_fractions_are_exact_decimals_as_number_or_text(unit: str, value: Any) -> None:
    hours = {"working_hours": "2024-03-13T11:50", "half_days": "2024-03-14T15:00"}
    right = hours.get(unit, "2024-03-15T12:00")
    line = changed("limit", {"unit": unit, "value": value}, PLAIN)
    assert answer(line)["due"] == right


def test_seconds_matter_only_at_the_cutoff() -> None:
    same_day = {"unit": "same_day"}
    on_time = PLAIN | {"limit": same_day, "received": "2024-03-13T15:00:00"}
    late = on_time | {"received": "2024-03-13T15:00:01"}
    assert answer(on_time)["due"] == "2024-03-13T17:00"
    assert answer(late)["due"] == "2024-03-14T17:00"
    assert answer(late | {"cutoff": None})["due"] == "2024-03-13T17:00"


@pytest.mark.parametrize(
    ("week", "right"),
    [
        ({"mon": WEEKDAYS, "tue-fri": WEEKDAYS}, "2024-03-18T17:00"),
        ({"mon,wed": WEEKDAYS}, "2024-03-25T17:00"),
        ({"mon-wed,fri": WEEKDAYS}, "2024-03-19T17:00"),
        ({"mon-fri": WEEKDAYS, "mon": [["08:00", "10:00"]]}, "2024-03-18T10:00"),
        ({"MON - SUN": [["00:00", "24:00"]]}, "2024-03-17T00:00"),
        ({"mon-fri": WEEKDAYS[::-1], "sat": []}, "2024-03-18T17:00"),
    ],
    ids=str,
)
def test_weekdays_may_be_told_as_ranges_and_lists(week: Any, right: str) -> None:
    assert answer(PLAIN | {"calendar": {"week": week}})["due"] == right


def test_an_office_may_have_days_of_its_own() -> None:
    office = {
        "week": {"mon-fri": WEEKDAYS, "sat": [["08:00", "12:00"]]},
        "reception_only": ["sat"],
        "days_off": ["2024-03-14"],
        "working_days": ["2024-03-17"],
    }
    assert answer(PLAIN | {"calendar": office})["due"] == "2024-03-18T17:00"
    assert answer(changed("limit/value", 2, PLAIN) | {"calendar": office})["due"] == (
        "2024-03-17T17:00"
    )


def test_official_days_hold_for_any_calendar() -> None:
    every_day = {"week": {"mon-sun": WEEKDAYS}}
    line = PLAIN | {"received": "2024-02-07T09:00", "calendar": every_day}
    assert answer(line)["due"] == "2024-02-17T17:00"


def test_a_pause_that_lasts_gives_no_date_yet() -> None:
    told = answer(changed("pauses", [{"from": "2024-03-14T09:00"}]))
    assert told["due"] is None
    assert told["trace"][-1]["what"].startswith("Đang tạm dừng từ")


BAD: list[tuple[str, Any, str]] = [
    ("received", None, "“received”"),
    ("received", "2024-02-30T10:00", "“received”"),
    ("received", "2024-13-01T10:00", "“received”"),
    ("received", "2024-03-13", "“received”"),
    ("received", "2024-03-13T24:00", "“received”"),
    ("received", "2024-03-13T10:20+07:00", "“received”"),
    ("received", 20240313, "“received”"),
    ("received", ["2024-03-13T10:20"], "“received”"),
    ("received", "1999-12-31T10:00", "“received”"),
    ("received", "0000-01-01T10:00", "“received”"),
    ("received", "٢٠٢٤-03-13T10:20", "“received”"),
    ("limit", None, "“limit”"),
    ("limit", 3, "“limit”"),
    ("limit/unit", None, "“limit.unit”"),
    ("limit/unit", "weeks", "“limit.unit”"),
    ("limit/unit", "WORKING_DAYS", "“limit.unit”"),
    ("limit/unit", ["working_days"], "“limit.unit”"),
    ("limit/value", None, "“limit.value”"),
    ("limit/value", -1, "“limit.value”"),
    ("limit/value", "-0.5", "“limit.value”"),
    ("limit/value", True, "“limit.value”"),
    ("limit/value", "ba", "“limit.value”"),
    ("limit/value", "1,5", "“limit.value”"),
    ("limit/value", "1e3", "“limit.value”"),
    ("limit/value", 1e300, "“limit.value”"),
    ("limit/value", 10**30, "“limit.value”"),
    ("limit/value", 99_999, "“limit.value”"),
    ("limit/value", {}, "“limit.value”"),
    ("limit", {"unit": "months", "value": 1.5}, "“limit.value”"),
    ("limit", {"unit": "years", "value": 99_999}, "“limit.value”"),
    ("calendar", [], "“calendar”"),
    ("calendar", {}, "“calendar.week”"),
    ("calendar/week", {}, "“calendar.week”"),
    ("calendar/week", {"mon": []}, "“calendar.week”"),
    ("calendar/week", [], "“calendar.week”"),
    ("calendar/week", {"fri-mon": WEEKDAYS}, "“calendar.week”"),
    ("calendar/week", {"monday": WEEKDAYS}, "“calendar.week”"),
    ("calendar/week", {"": WEEKDAYS}, "“calendar.week”"),
    ("calendar/week", {"mon-": WEEKDAYS}, "“calendar.week”"),
    ("calendar/week", {"mon-tue-wed": WEEKDAYS}, "“calendar.week”"),
    ("calendar/week", {"mon": WEEKDAYS, "MON": WEEKDAYS}, "“calendar.week”"),
    ("calendar/week", {"mon,mon": WEEKDAYS}, "“calendar.week”"),
    ("calendar/week", {"mon": None}, "“calendar.week.mon”"),
    ("calendar/week", {"mon": ["08:00", "12:00"]}, "“calendar.week.mon”"),
    ("calendar/week", {"mon": [["08:00"]]}, "“calendar.week.mon”"),
    ("calendar/week", {"mon": [["12:00", "08:00"]]}, "“calendar.week.mon”"),
    ("calendar/week", {"mon": [["08:00", "08:00"]]}, "“calendar.week.mon”"),
    ("calendar/week", {"mon": [["08:00", "12:00"], ["11:00", "13:00"]]}, "“calendar.week.mon”"),
    ("calendar/week", {"mon": [["8h", "12h"]]}, "“calendar.week.mon”"),
    ("calendar/week", {"mon": [["08:00", "25:00"]]}, "“calendar.week.mon”"),
    ("calendar/week", {"mon": [[8, 12]]}, "“calendar.week.mon”"),
    ("calendar/reception_only", "sat", "“calendar.reception_only”"),
    ("calendar/reception_only", [6], "“calendar.reception_only”"),
    ("calendar/days_off", ["2024-02-30"], "“calendar.days_off”"),
    ("calendar/days_off", [5], "“calendar.days_off”"),
    ("calendar/days_off", ["1999-01-01"], "“calendar.week”"),
    ("counting", "rolling", "“counting”"),
    ("counting", 5, "“counting”"),
    ("outside_hours", "never", "“outside_hours”"),
    ("cutoff", "15h", "“cutoff”"),
    ("cutoff", "15:60", "“cutoff”"),
    ("cutoff", 15, "“cutoff”"),
    ("cutoff_applies_to", "none", "“cutoff_applies_to”"),
    ("pauses", {}, "“pauses”"),
    ("pauses", [None], "“pauses[1]”"),
    ("pauses", [{}], "“pauses[1].from”"),
    ("pauses", [{}] * 1_001, "“pauses”"),
    ("pauses/0/to", "2024-03-14T08:59", "“pauses”"),
    ("pauses/0/to", "soon", "“pauses[1].to”"),
    ("pauses/0/from", "2024-03-12T09:00", "“pauses”"),
    ("pauses/0/policy", "stop", "“pauses[1].policy”"),
    ("cutof", "11:00", "“cutof”"),
    ("limit/days", 3, "“limit.days”"),
    ("calendar/day_off", ["2024-03-14"], "“calendar.day_off”"),
    ("pauses/0/until", "2024-03-15T09:00", "“pauses[1].until”"),
    ("pauses/0/to", "2100-01-01T00:00", "“pauses”"),
]


@pytest.mark.parametrize(("path", "value", "named"), BAD, ids=lambda part: str(part)[:40])
def test_a_bad_line_is_answered_with_a_sentence_that_names_the_field(
    path: str, value: Any, named: str
) -> None:
    told = answer(changed(path, value))
    assert set(told) == {"id", "error"}
    assert told["id"] == "a"
    assert named in told["error"]
    assert "%(" not in told["error"]


@pytest.mark.parametrize(
    "path", ["received", "limit", "limit/unit", "limit/value", "calendar/week", "pauses/0/from"]
)
def test_a_missing_field_is_named(path: str) -> None:
    assert "error" in answer(without(path))


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)
PLACES = [*EXAMPLE, "limit/unit", "limit/value", "calendar/week", "pauses/0/from", "pauses/0/to"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PLACES), ANYTHING)
def test_whatever_stands_in_a_field_there_is_an_answer(path: str, value: Any) -> None:
    told = answer(changed(path, value))
    assert ("due" in told) != ("error" in told)


def test_the_runner_answers_each_line_in_order() -> None:
    given_lines = [EXAMPLE, {"id": "b"}, PLAIN]
    source = BytesIO(b"".join(json.dumps(line).encode() + b"\n" for line in given_lines))
    target = BytesIO()
    assert lines.run(due_door.answer, source, target) == 0
    told = [json.loads(line) for line in target.getvalue().splitlines()]
    assert [(line["id"], line.get("due")) for line in told] == [
        ("a", "2024-03-20T17:00"),
        ("b", None),
        (7, "2024-03-18T17:00"),
    ]
