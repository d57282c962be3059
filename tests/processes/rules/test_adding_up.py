"""Sums are exact along every path, and say where the difference lies."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from motcua.processes.rules.adding_up import Verdict, path_sums
from motcua.processes.rules.checking import findings
from motcua.processes.rules.definition import process_of
from motcua.processes.rules.shapes import StepLimit
from motcua.worktime.vocabulary import Unit
from tests.processes.rules.sample_processes import process, step

END = {"act": "dossier.return-result"}


def days(value: str, unit: str = "WORKING_DAYS") -> dict[str, str]:
    return {"unit": unit, "value": value}


def chain(*values: dict[str, str] | None, limit: dict[str, str]) -> dict[str, Any]:
    keys = [f"s{at}" for at in range(1, len(values) + 1)]
    rows = [
        step(key, *keys[at + 1 : at + 2], limit=value)
        for at, (key, value) in enumerate(zip(keys, values, strict=True))
    ]
    rows[-1] |= END
    return process(*rows, limit=limit)


def told(document: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (one.code, one.step, one.params["difference"]) for one in findings(process_of(document))
    ]


def test_the_seven_steps_of_a_change_of_land_use_make_fifteen_days() -> None:
    shares = ["1", "2.5", "5", "1", "3", "1.5", "1"]
    assert told(chain(*map(days, shares), limit=days("15"))) == []


def test_a_day_too_many_is_told_with_the_step_that_passes_the_limit() -> None:
    shares = ["1", "10", "5", "1", "1"]
    assert told(chain(*map(days, shares), limit=days("17"))) == [("sum-over", "s5", "1")]


def test_days_that_nobody_has_are_told() -> None:
    assert told(chain(days("1"), days("5"), days("1"), limit=days("10"))) == [
        ("sum-under", "", "3")
    ]


def test_a_tenth_of_a_day_is_a_tenth_of_a_day() -> None:
    assert told(chain(*[days("0.1")] * 10, limit=days("1"))) == []
    thirds = chain(*[days("1", "WORKING_HOURS")] * 3, limit=days("1"))
    assert told(thirds) == [("sum-under", "", "5/8")]


def test_hours_half_days_and_days_are_one_kind() -> None:
    mixed = chain(days("4", "WORKING_HOURS"), days("1", "HALF_DAYS"), days("2"), limit=days("3"))
    assert told(mixed) == []


def test_hours_of_a_day_are_those_of_the_office() -> None:
    read = process_of(chain(days("7", "WORKING_HOURS"), limit=days("1")))
    assert findings(read, day_hours=Fraction(7)) == ()
    assert [one.code for one in findings(read)] == ["sum-under"]


def test_working_days_and_days_are_not_added() -> None:
    mixed = chain(days("3"), days("30", "CALENDAR_DAYS"), limit=days("35"))
    (one,) = findings(process_of(mixed))
    assert one.code == "sum-not-comparable"
    assert (one.params["working"], one.params["calendar"]) == ("3", "30")


def test_years_are_twelve_months() -> None:
    assert told(chain(days("6", "MONTHS"), days("6", "MONTHS"), limit=days("1", "YEARS"))) == []


def test_a_sum_in_which_a_time_is_missing_agrees_with_nothing() -> None:
    same_day = StepLimit(Unit.SAME_DAY, Decimal(0))
    none_yet = process_of(chain(None, None, limit=days("0", "SAME_DAY")))
    (one,) = path_sums(none_yet, same_day)
    assert (one.told, one.untimed) == (Verdict.UNTIMED, ("s1", "s2"))
    assert {one.code for one in findings(none_yet)} == {"time-missing"}
    nearly = process_of(chain(days("2"), None, limit=days("2")))
    (two,) = path_sums(nearly, nearly.limit)
    assert (two.told, two.untimed) == (Verdict.UNTIMED, ("s2",))


def test_what_is_over_the_limit_already_is_told_though_a_time_is_missing() -> None:
    read = process_of(chain(days("3"), None, limit=days("2")))
    (one,) = path_sums(read, read.limit)
    assert (one.told, one.passes_at, one.untimed) == (Verdict.OVER, "s1", ("s2",))


def test_no_time_at_all_is_not_within_the_day() -> None:
    nothing = chain(days("0"), days("0"), limit=days("0", "SAME_DAY"))
    assert told(nothing) == [("sum-under", "", "1")]
    same_day = chain(days("0"), days("0", "SAME_DAY"), limit=days("0", "SAME_DAY"))
    assert told(same_day) == []


def test_within_the_day_means_a_working_day_at_most() -> None:
    same_day = days("0", "SAME_DAY")
    assert told(chain(days("2", "WORKING_HOURS"), days("1", "HALF_DAYS"), limit=same_day)) == []
    assert told(chain(days("1"), days("1", "WORKING_HOURS"), limit=same_day)) == [
        ("sum-over", "s2", "1/8")
    ]


def test_branches_at_once_take_as_long_as_the_longest() -> None:
    document = process(
        step("in", "tax", "land", split="ALL", limit=days("1")),
        step("tax", "out", limit=days("3")),
        step("land", "out", limit=days("5")),
        step("out", join="ALL", limit=days("1"), **END),
        limit=days("7"),
    )
    assert told(document) == []


def test_what_is_done_outside_takes_no_time_of_the_office() -> None:
    document = chain(days("1"), days("1"), days("1"), limit=days("2"))
    document["steps"][1] |= {"is_outside": True, "limit": None}
    assert told(document) == []


def test_every_path_over_the_limit_is_told() -> None:
    document = process(
        step("in", "quick", "slow", "slower", limit=days("1")),
        step("quick", limit=days("1"), **END),
        step("slow", limit=days("4"), **END),
        step("slower", limit=days("5"), **END),
        limit=days("2"),
    )
    assert set(told(document)) == {("sum-over", "slow", "3"), ("sum-over", "slower", "4")}


def test_ways_that_double_at_each_step_are_still_added_up() -> None:
    rows: list[dict[str, Any]] = []
    for at in range(20):
        rows += [
            step(f"q{at}", f"a{at}", f"b{at}", limit=days("0.5")),
            step(f"a{at}", f"q{at + 1}", limit=days("1")),
            step(f"b{at}", f"q{at + 1}", limit=days("2")),
        ]
    rows.append(step("q20", limit=days("0"), **END))
    (longest, *_others) = path_sums(
        process_of(process(*rows)), StepLimit(Unit.WORKING_DAYS, Decimal(49))
    )
    assert longest.total.working == Fraction(50)
    assert longest.verdict is Verdict.OVER
    assert longest.difference == 1
    assert longest.passes_at == "b19"


AMOUNTS = st.decimals(0, 30, places=2)


@given(st.lists(AMOUNTS, min_size=1, max_size=12), AMOUNTS)
def test_the_difference_is_the_sum_less_the_limit(shares: list[Decimal], limit: Decimal) -> None:
    document = chain(*[days(str(one)) for one in shares], limit=days(str(limit)))
    (one,) = path_sums(process_of(document), StepLimit(Unit.WORKING_DAYS, limit))
    assert one.total.working == sum(map(Fraction, shares))
    assert one.difference == sum(map(Fraction, shares)) - Fraction(limit)
    assert (one.difference > 0) == (one.passes_at != "")


@given(st.lists(st.lists(AMOUNTS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_the_longest_path_is_the_longest_of_all(layers: list[list[Decimal]]) -> None:
    names = [[f"n{level}x{at}" for at, _one in enumerate(row)] for level, row in enumerate(layers)]
    rows = [
        step(
            name,
            *[key for row in names[level + 1 : level + 2] for key in row],
            limit=days(str(share)),
        )
        for level, row in enumerate(names)
        for name, share in zip(row, layers[level], strict=True)
    ]
    read = process_of(process(step("in", *names[0], limit=days("0")), *rows))
    sums = path_sums(read, None)
    assert sums[0].total.working == sum(Fraction(max(shares)) for shares in layers)
    assert sums[0].total.working == max(one.total.working for one in sums)
