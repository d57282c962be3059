"""The year of a procedure and the quarters of the table of promises, read together, give no hidden count away."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.reports.rules.suppressing import SUM, Cell, hidden_of, with_sums
from motcua.reports.rules.withholding import hidden_of_year
from tests.reports.rules.test_suppressing import other_tables

LEAST = 5
counts = st.one_of(st.just(0), st.integers(1, 4), st.integers(1, 30))
tables = st.dictionaries(st.tuples(st.integers(0, 1), st.integers(0, 2)), counts, max_size=6)
Table = dict[Cell, int]


def year_of(quarters: list[Table], edge: Table) -> Table:
    """Every cell over the quarters and the days before and after them."""
    cells = {cell for one in (*quarters, edge) for cell in one}
    return {cell: sum(one.get(cell, 0) for one in (*quarters, edge)) for cell in cells}


@given(st.lists(tables, min_size=1, max_size=3), tables)
@settings(max_examples=150, deadline=None)
def test_a_count_that_a_quarter_hides_stays_open_beside_the_year(
    quarters: list[Table], edge: Table
) -> None:
    hidden = [hidden_of(one, LEAST) for one in quarters]
    year = with_sums(year_of(quarters, edge))
    told = year.keys() - hidden_of_year(year_of(quarters, edge), hidden, LEAST)
    for place, (quarter, own) in enumerate(zip(quarters, hidden, strict=True)):
        moved: set[Cell] = set()
        for other in other_tables(with_sums(quarter), own):
            others = [*quarters]
            others[place] = {cell: count for cell, count in other.items() if SUM not in cell}
            same = with_sums(year_of(others, edge))
            assert all(same.get(cell, 0) == year[cell] for cell in told)
            moved |= {cell for cell in other if other[cell] != with_sums(quarter)[cell]}
            if moved == own:
                break
        assert moved == own


@given(st.lists(tables, max_size=3), tables)
def test_what_is_small_in_the_year_is_not_told(quarters: list[Table], edge: Table) -> None:
    inner = year_of(quarters, edge)
    hidden = hidden_of_year(inner, [hidden_of(one, LEAST) for one in quarters], LEAST)
    assert hidden_of(inner, LEAST) <= hidden
    assert all(count >= LEAST or cell in hidden for cell, count in with_sums(inner).items())
