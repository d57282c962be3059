"""No small count can be worked out from what is published: tried with every other table there could be."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.reports.rules.suppressing import SUM, Cell, hidden_of, with_sums

LEAST = 5
ROWS, COLUMNS = 3, 3
counts = st.one_of(st.just(0), st.integers(1, 4), st.integers(1, 40))
tables = st.dictionaries(
    st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1)), counts, max_size=9
)


def other_tables(table: dict[Cell, int], hidden: frozenset[Cell]) -> Iterator[dict[Cell, int]]:
    """Every table with counts one higher, one lower or the same, that is told by the same numbers."""
    inner = [cell for cell in table if SUM not in cell]
    unknown = [cell for cell in inner if cell in hidden]
    shown = {cell: count for cell, count in table.items() if cell not in hidden}
    for moved in product((-1, 0, 1), repeat=len(unknown)):
        other = {cell: table[cell] for cell in inner}
        for cell, by in zip(unknown, moved, strict=True):
            other[cell] += by
        if min(other.values(), default=1) < 1:
            continue
        whole = with_sums(other)
        if all(whole[cell] == count for cell, count in shown.items()):
            yield whole


@given(tables)
@settings(max_examples=300, deadline=None)
def test_what_is_hidden_might_be_another_number(given_counts: dict[Cell, int]) -> None:
    table = with_sums(given_counts)
    hidden = hidden_of(given_counts, LEAST)
    moved: set[Cell] = set()
    for other in other_tables(table, hidden):
        moved |= {cell for cell in table if other[cell] != table[cell]}
        if moved == hidden:
            break
    assert moved == hidden


@given(tables)
def test_every_small_count_is_hidden_and_no_sum_that_is_small_is_told(
    given_counts: dict[Cell, int],
) -> None:
    hidden = hidden_of(given_counts, LEAST)
    for cell, count in with_sums(given_counts).items():
        assert count >= LEAST or cell in hidden


@given(tables.filter(lambda one: not any(0 < count < LEAST for count in one.values())))
def test_where_nothing_is_small_everything_is_told(given_counts: dict[Cell, int]) -> None:
    assert hidden_of(given_counts, LEAST) == frozenset()


def test_one_small_count_takes_the_least_of_its_row_and_of_its_column_with_it() -> None:
    table: dict[Cell, int] = {
        ("a", 1): 3, ("a", 2): 90, ("a", 3): 20,
        ("b", 1): 50, ("b", 2): 70, ("b", 3): 60,
    }  # fmt: skip
    hidden = hidden_of(table, LEAST)
    assert ("a", 3) in hidden
    assert ("b", 1) in hidden
    assert not {(SUM, SUM), ("a", SUM), (SUM, 1)} & hidden
    assert len(hidden) == 4


def test_what_hangs_on_no_small_number_stays_told() -> None:
    table: dict[Cell, int] = {(row, column): 100 for row in range(10) for column in range(10)}
    table[0, 0] = 1
    assert len(hidden_of(table, LEAST)) == 4


def test_a_province_is_done_in_a_moment() -> None:
    """130 offices, 300 procedures, most counts small: what a night has to do for a quarter."""
    chance = random.Random(7)
    table: dict[Cell, int] = {
        (row, column): chance.choice((1, 2, 4, 9, 30, 300))
        for row in range(300)
        for column in range(130)
        if chance.random() < 0.4
    }
    began = perf_counter()
    hidden = hidden_of(table, LEAST)
    assert perf_counter() - began < 20
    assert len(hidden) < len(table) * 0.75
