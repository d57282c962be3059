"""No agency is above itself, and the tree is read parents first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.agencies.rules.tree import CycleInTree, Link, check_no_cycle, in_reading_order

EARLY, LATER, LATEST = date(2020, 1, 1), date(2024, 1, 1), date(2025, 7, 1)


@dataclass(frozen=True)
class Row:
    id: int
    parent_id: int | None
    name: str
    level_rank: int = 1


def test_a_ring_is_refused_and_named() -> None:
    links = [Link(1, 2, EARLY, None), Link(2, 3, EARLY, None), Link(3, 1, LATER, None)]
    with pytest.raises(CycleInTree) as refused:
        check_no_cycle(links)
    assert set(refused.value.params["agencies"]) == {1, 2, 3}
    assert refused.value.params["day"] == LATER


def test_two_that_change_places_on_one_day_are_no_ring() -> None:
    check_no_cycle([Link(1, 2, EARLY, LATER), Link(2, 1, LATER, None)])


def test_a_ring_of_a_single_day_is_found() -> None:
    with pytest.raises(CycleInTree):
        check_no_cycle([Link(1, 2, EARLY, date(2024, 1, 2)), Link(2, 1, LATER, None)])


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), max_size=40))
def test_a_tree_that_only_points_to_smaller_numbers_is_never_refused(
    pairs: list[tuple[int, int]],
) -> None:
    links = {
        max(pair): Link(max(pair), min(pair), EARLY, None) for pair in pairs if len(set(pair)) > 1
    }
    check_no_cycle(links.values())


@given(st.permutations(range(1, 8)), st.integers(2, 7))
def test_a_ring_hidden_among_other_agencies_is_always_found(order: list[int], size: int) -> None:
    ring = order[:size]
    links = [Link(ring[at], ring[(at + 1) % size], EARLY, LATEST) for at in range(size)]
    beside = [Link(100 + number, ring[0], EARLY, None) for number in range(5)]
    with pytest.raises(CycleInTree) as refused:
        check_no_cycle([*beside, *links])
    assert set(refused.value.params["agencies"]) == set(ring)


def test_parents_stand_before_children_and_siblings_in_vietnamese_order() -> None:
    rows = [
        Row(3, 1, "UBND xã Đa Tốn"),
        Row(4, 1, "UBND xã Dương Xá"),
        Row(1, None, "UBND huyện Gia Lâm", level_rank=0),
        Row(5, 3, "Trạm"),
    ]
    ordered = [(row.id, depth) for row, depth in in_reading_order(rows)]
    assert ordered == [(1, 0), (4, 1), (3, 1), (5, 2)]


def test_a_row_whose_parent_is_not_there_stands_at_the_top() -> None:
    assert in_reading_order([Row(9, 8, "UBND xã")]) == [(Row(9, 8, "UBND xã"), 0)]
