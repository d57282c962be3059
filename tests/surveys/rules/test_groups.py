"""Those who answered beside those who did not, group by group, and what the sums of groups would give away."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.surveys.rules.ages import is_older_on
from motcua.surveys.rules.groups import compare_groups, hidden_groups
from motcua.surveys.rules.scores import Counts, hidden_cells

DAY = date(2026, 6, 10)


def cell(used: int, invited: int) -> Counts:
    return Counts(used=used, answered=used, invited=invited)


def test_a_group_is_compared_with_all_others_together() -> None:
    cells = {"land": cell(10, 100), "birth": cell(60, 100), "few": cell(4, 90)}
    found = compare_groups(cells, {"few"}, 5)
    assert set(found) == {"land", "birth"}
    land = found["land"]
    assert (land.answered_a, land.invited_a, land.answered_b, land.invited_b) == (10, 100, 64, 190)
    assert (land.tested, land.differs, found["birth"].differs) == (2, True, True)
    alike = compare_groups({"a": cell(50, 100), "b": cell(52, 100)}, (), 5)
    assert not any(one.differs for one in alike.values())


def test_many_groups_share_the_one_chance_in_a_hundred() -> None:
    """What would be seen of one alone (chance 0,5 %) is none among twenty."""
    others = {f"g{place}": cell(50, 100) for place in range(19)}
    found = compare_groups({"odd": cell(64, 100)} | others, (), 5)
    odd = found["odd"]
    assert odd.tested == 20
    assert odd.chance is not None
    assert 0.01 / 20 < odd.chance < 0.01
    assert not odd.differs


def test_of_a_group_without_others_or_with_few_nothing_is_said() -> None:
    assert compare_groups({"one": cell(50, 100)}, (), 5) == {}
    assert compare_groups({"a": cell(50, 100), "b": cell(4, 100)}, {"b"}, 5) == {}


tables = st.dictionaries(
    st.integers(0, 40), st.tuples(st.integers(0, 14), st.sampled_from("ABCD")), max_size=12
)


@given(tables, st.integers(2, 8))
def test_sums_of_groups_give_away_no_few(table: dict[int, tuple[int, str]], cell_min: int) -> None:
    answered = {key: count for key, (count, _group) in table.items()}
    group_of = {key: group for key, (_count, group) in table.items()}
    few = hidden_cells(answered, cell_min)
    hidden = hidden_groups(answered, few, group_of, cell_min)

    def left(groups: set[str]) -> int:
        return sum(answered[key] for key in few if group_of[key] in groups)

    for group in set(group_of.values()) - hidden:
        whole = sum(count for key, count in answered.items() if group_of[key] == group)
        assert whole == 0 or whole >= cell_min
        assert left({group}) == 0 or left({group}) >= cell_min
    if hidden != set(group_of.values()):
        together = sum(count for key, count in answered.items() if group_of[key] in hidden)
        assert not hidden or together >= cell_min
        assert left(set(hidden)) == 0 or left(set(hidden)) >= cell_min


def test_a_field_whose_hidden_procedure_would_be_what_is_left_is_hidden() -> None:
    answered = {1: 20, 2: 3, 3: 30, 4: 4, 5: 50}
    group_of = {1: "land", 2: "land", 3: "birth", 4: "birth", 5: "trade"}
    few = hidden_cells(answered, 5)
    assert few == {2, 4}
    assert hidden_groups(answered, few, group_of, 5) == {"land", "birth"}
    assert hidden_groups(answered, (), group_of, 5) == frozenset()


@pytest.mark.parametrize(
    ("born", "is_older"),
    [
        ("1966-06-10", True),
        ("1966-06-11", False),
        ("1966-05", True),
        ("1966-06", None),
        ("1966-07", False),
        ("1965", True),
        ("1966", None),
        ("1967", False),
        ("", None),
        ("1966-13", None),
    ],
)
def test_who_is_of_age_as_far_as_the_birth_is_known(born: str, is_older: bool | None) -> None:
    assert is_older_on(born, DAY, 60) is is_older
