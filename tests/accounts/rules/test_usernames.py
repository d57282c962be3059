"""User names proposed from names of people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.accounts.rules.usernames import free_username, proposed_username, well_formed


@pytest.mark.parametrize(
    ("name", "username"),
    [
        ("Nguyễn Thị Thu Hà", "hantt"),
        ("Đặng Đình Đức", "ducdd"),
        ("H'Hen Niê", "nieh"),
        ("Ý", "y11"),
        ("  ", ""),
        ("李", ""),
    ],
)
def test_given_name_first_then_initials(name: str, username: str) -> None:
    assert proposed_username(name) == username


@given(st.text(max_size=200))
def test_what_is_proposed_is_nothing_or_well_formed(name: str) -> None:
    proposed = proposed_username(name)
    assert proposed == "" or well_formed(proposed)


@given(st.sets(st.integers(2, 30)))
def test_a_name_that_is_taken_gets_the_first_free_number(numbers: set[int]) -> None:
    taken = {"hantt", *(f"hantt{number}" for number in numbers)}
    free = free_username("hantt", taken)
    assert free not in taken
    assert all(f"hantt{number}" in taken for number in range(2, int(free[5:])))


def test_a_name_that_nobody_has_stays() -> None:
    assert free_username("hantt", {"hantta"}) == "hantt"
