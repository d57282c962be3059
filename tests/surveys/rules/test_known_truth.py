"""What the page promises, tried on an office of which everything is known. The figures stand in
docs/explain/surveys.md, and this test holds them to the code."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from motcua.surveys.rules.scores import compare_silent, score_of
from motcua.surveys.rules.stuffing import Habit
from tests.support.checkout import ROOT
from tests.support.simulated_office import STUFFING, a_period, flagged, honest_day

PERIODS = 2000
DAYS = 1000
PLANTED = 200
PAGE = ROOT / "docs/explain/surveys.md"


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %".replace(".", ",")


@cache
def covered(bias: float) -> tuple[int, int]:
    """How many intervals hold the truth, and how many periods are warned of."""
    held = warned = 0
    for seed in range(PERIODS):
        period = a_period(seed, bias=bias)
        score = score_of(period.counts, 5)
        assert score.low is not None
        assert score.high is not None
        held += score.low <= 100 * period.truth <= score.high
        warned += compare_silent(period.counts)[0].differs
    return held, warned


@cache
def honest() -> tuple[int, int, int]:
    """Answers with a sign, all answers, and days with any sign, over the days of one screen."""
    habit, signed, total, days = Habit(), 0, 0, 0
    for seed in range(DAYS):
        count, answers, habit = flagged(honest_day(seed), habit)
        signed, total, days = signed + count, total + answers, days + (count > 0)
    return signed, total, days


@cache
def taught() -> Habit:
    """A screen after thirty honest days."""
    habit = Habit()
    for seed in range(30):
        _count, _answers, habit = flagged(honest_day(seed), habit)
    return habit


@cache
def planted(kind: str) -> tuple[int, int, int]:
    """Times of stuffing with any sign; answers with one, of how many."""
    found = signed = total = 0
    for seed in range(PLANTED):
        count, answers, _habit = flagged(STUFFING[kind](Random(seed)), taught())
        found, signed, total = found + (count > 0), signed + count, total + answers
    return found, signed, total


def test_the_interval_holds_the_truth_as_often_as_promised() -> None:
    held, warned = covered(0.0)
    # 95 of 100; four standard errors of 2000 periods are two of 100.
    assert 0.93 <= held / PERIODS <= 0.98
    # Where those who answer are like those who do not, a warning is as seldom as it says.
    assert warned / PERIODS <= 0.02


def test_where_the_discontent_stay_silent_the_interval_fails_and_the_page_warns() -> None:
    held, warned = covered(0.7)
    assert held / PERIODS < 0.85
    assert warned / PERIODS > 0.8


def test_honest_days_are_seldom_flagged() -> None:
    signed, total, days = honest()
    assert signed / total <= 0.005
    assert days / DAYS <= 0.05


@pytest.mark.parametrize(
    ("kind", "times", "answers"),
    [("hasty", 1.0, 0.99), ("patient", 1.0, 0.5), ("after_hours", 1.0, 1.0)],
)
def test_planted_stuffing_is_found(kind: str, times: float, answers: float) -> None:
    found, signed, total = planted(kind)
    assert found / PLANTED >= times
    assert signed / total >= answers


def test_who_imitates_honest_people_is_hardly_found_and_the_page_says_so() -> None:
    found, _signed, _total = planted("clever")
    assert found / PLANTED < 0.5


def test_the_page_gives_these_very_figures() -> None:
    page = PAGE.read_text()
    held, warned = covered(0.0)
    biased, biased_warned = covered(0.7)
    signed, total, days = honest()
    rows = [
        f"| khoảng chứa sự thật, {PERIODS} kỳ | {percent(held, PERIODS)} |",
        f"| cảnh báo oan về người không trả lời | {percent(warned, PERIODS)} |",
        f"| người trễ hẹn ít trả lời: khoảng chứa sự thật | {percent(biased, PERIODS)} |",
        f"| … và trang cảnh báo | {percent(biased_warned, PERIODS)} |",
        f"| ngày trung thực có dấu, {DAYS} ngày | {percent(days, DAYS)} |",
        f"| phiếu trung thực có dấu | {percent(signed, total)} |",
    ]
    for kind, words in (
        ("hasty", "bấm vội 20 phiếu"),
        ("patient", "bấm chậm 40 phiếu giống nhau"),
        ("after_hours", "10 phiếu ngoài giờ"),
        ("clever", "bắt chước người thật"),
    ):
        found, marked, answers = planted(kind)
        rows.append(
            f"| {words}: lần bị thấy / phiếu có dấu | {percent(found, PLANTED)} / {percent(marked, answers)} |"
        )
    assert [row for row in rows if row not in page] == []
