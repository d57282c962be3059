"""What a measurement says: speed, ratio to the floor, and how long the slow ones took."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.jobs.bench.figures import (
    Timed,
    Work,
    between_sizes,
    figure,
    many_at_once,
    percentile,
)
from motcua.jobs.bench.tables import growth_table, table
from motcua.jobs.bench.timing import in_turns, rates_in_turns


def timed(*milliseconds: float) -> Timed:
    seconds = tuple(one / 1000 for one in milliseconds)
    return Timed(seconds=seconds, wall_seconds=sum(seconds))


def test_the_ratio_is_the_share_of_the_floors_speed() -> None:
    told = figure("x", ours=timed(4, 4), floor=timed(1, 1), floor_is="the least")
    assert (told.ours, told.floor, told.ratio) == (250.0, 1000.0, 0.25)


def test_several_processes_count_by_the_common_clock() -> None:
    both = Timed(seconds=(0.5, 0.5, 0.5, 0.5), wall_seconds=1.0)
    assert both.rate == 4


@pytest.mark.parametrize(("percent", "expected"), [(50, 50), (95, 95), (99, 99), (100, 100)])
def test_a_percentile_is_one_of_the_values(percent: int, expected: int) -> None:
    assert percentile(range(1, 101), percent) == expected


@given(st.lists(st.floats(0, 10), min_size=1), st.integers(1, 100))
def test_at_least_so_many_do_not_exceed_the_percentile(values: list[float], percent: int) -> None:
    found = percentile(values, percent)
    assert 100 * sum(value <= found for value in values) >= percent * len(values)


def test_many_at_once_take_the_median_round() -> None:
    told = many_at_once("x", ours=[1, 100, 3], floor=[6, 6, 6], floor_is="the least")
    assert (told.ours, told.floor, told.ratio, told.median_ms) == (3, 6, 0.5, None)


def test_the_table_has_a_line_for_each_figure() -> None:
    told = figure("receive", ours=timed(2), floor=timed(1), floor_is="y", database="sqlite")
    head, line = table([told.to_plain()])
    assert head.split()[:2] == ["dossiers", "ours/s"]
    assert line.split() == ["receive", "sqlite", "1", "500", "1,000", "50%", "2.00", "2.00", "2.00"]


def test_the_table_tells_what_an_operation_costs() -> None:
    work = Work(queries=3, rows=40, rows_scanned=1200, bytes=9000, sent_bytes=800)
    told = figure("x", ours=timed(2), floor=timed(1), floor_is="y", work=work)
    _head, line = table([told.to_plain()])
    assert line.split()[-5:] == ["3", "40", "1,200", "9,000", "800"]


def test_each_size_is_held_against_the_smallest() -> None:
    taken = [
        figure("list", ours=timed(ms), floor=timed(1), floor_is="y", size=size).to_plain()
        for size, ms in ((5000, 6), (10, 4), (500, 5))
    ]
    (growth,) = between_sizes(taken)
    assert growth["smallest"] == 10
    assert growth["times_the_smallest"] == {"500": 1.25, "5000": 1.5}
    assert growth_table([growth])[0].split()[-2:] == ["1.25×", "1.50×"]


def test_one_size_alone_is_held_against_nothing() -> None:
    told = figure("list", ours=timed(1), floor=timed(1), floor_is="y", size=10).to_plain()
    assert between_sizes([told]) == []


def test_both_are_measured_in_turns() -> None:
    called: list[str] = []
    in_turns(lambda _n: called.append("ours"), lambda _n: called.append("floor"), seconds=0.01)
    assert {"ours", "floor"} == set(called)


def test_rates_count_what_each_call_has_done() -> None:
    ours, floor = rates_in_turns(lambda: 10, lambda: 20, rounds=3)
    assert (len(ours), len(floor)) == (3, 3)
