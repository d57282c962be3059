"""What an import changes: new rows, new periods, corrections; never a reopening, never a loss."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from motcua.agencies.importing.planning import Line, Plan, plan_identities, plan_periods

D2004, D2020, D2024, D2025 = (date(year, 1, 1) for year in (2004, 2020, 2024, 2025))


def line(start: date, until: date | None = None, name: str = "A", pk: int | None = None) -> Line:
    return Line(key=("k",), valid_from=start, valid_until=until, values={"name": name}, id=pk)


def changed(plan: Plan) -> list[tuple[str, object, object]]:
    return [
        (difference.name, difference.before, difference.after)
        for update in plan.updates
        for difference in update.differences
    ]


def test_an_empty_catalogue_takes_everything() -> None:
    plan = plan_periods([], [line(D2004, D2020), line(D2020)])
    assert (len(plan.inserts), plan.updates, plan.clashes) == (2, [], [])


def test_another_name_for_the_same_period_is_a_correction() -> None:
    plan = plan_periods([line(D2004, pk=1)], [line(D2004, name="B")])
    assert changed(plan) == [("name", "A", "B")]


def test_a_new_period_closes_the_open_one_before_it() -> None:
    plan = plan_periods([line(D2004, pk=1)], [line(D2020, name="B")])
    assert changed(plan) == [("valid_until", None, D2020)]
    assert [new.valid_from for new in plan.inserts] == [D2020]
    assert plan.clashes == []


def test_an_open_end_in_the_document_does_not_reopen_what_was_closed_here() -> None:
    kept = [line(D2004, D2024, pk=1), line(D2024, name="B", pk=2)]
    plan = plan_periods(kept, [line(D2004)])
    assert (plan.inserts, plan.updates, plan.unchanged, plan.clashes) == ([], [], 1, [])


def test_a_closing_in_the_document_is_taken_over() -> None:
    assert changed(plan_identities([line(D2004, pk=1)], [line(D2004, D2025)])) == [
        ("valid_until", None, D2025)
    ]


def test_periods_that_would_overlap_are_named() -> None:
    plan = plan_periods([line(D2020, D2025, pk=1)], [line(D2004, D2024)])
    assert plan.clashes == [("k",)]


days = st.dates(D2004, D2025)


@given(
    st.lists(st.tuples(days, st.sampled_from("ABC")), unique_by=lambda pair: pair[0], max_size=6)
)
def test_importing_twice_changes_nothing_the_second_time(pairs: list[tuple[date, str]]) -> None:
    ordered = sorted(pairs)
    ends = [start for start, _ in ordered[1:]] + [None]
    wanted = [line(start, end, name) for (start, name), end in zip(ordered, ends, strict=False)]
    kept = [
        line(one.valid_from, one.valid_until, one.values["name"], pk)
        for pk, one in enumerate(wanted)
    ]
    again = plan_periods(kept, wanted)
    assert (again.inserts, again.updates, again.clashes) == ([], [], [])
    assert again.unchanged == len(wanted)
