"""What a provider's claims say of somebody; level 2 only with all that it vouches for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.citizens.rules.id_token import IdentityNotTrusted
from motcua.citizens.rules.identity import Claims, identity_of
from motcua.citizens.vocabulary import IdentityLevel

NAMED = Claims("acr", {"2"}, "sub")
FULL = {"sub": "001190000111", "name": " Hoàng  Thị Lan ", "birthdate": "1990-04-30", "acr": "2"}


def test_level_two_says_who_somebody_is() -> None:
    found = identity_of(FULL, NAMED)
    assert (found.level, found.full_name, found.birth_date, found.personal_id) == (
        IdentityLevel.NATIONAL,
        "Hoàng Thị Lan",
        date(1990, 4, 30),
        "001190000111",
    )


@pytest.mark.parametrize(
    "change", [{"acr": "1"}, {"acr": ""}, {"name": " "}, {"sub": "00119000011"}, {"sub": "０" * 12}]
)
def test_whatever_is_missing_it_is_level_one(change: dict[str, str]) -> None:
    found = identity_of(FULL | change, NAMED)
    assert (found.level, found.personal_id) == (IdentityLevel.CONTACT, "")


@pytest.mark.parametrize(
    ("told", "born"),
    [
        ("30/04/1990", date(1990, 4, 30)),
        ("1990-02-30", None),
        ("1990", None),
        ("", None),
    ],
)
def test_a_day_of_birth_is_read_or_left_out(told: str, born: date | None) -> None:
    assert identity_of(FULL | {"birthdate": told}, NAMED).birth_date == born


def test_nobody_is_nobody() -> None:
    with pytest.raises(IdentityNotTrusted):
        identity_of({"name": "Ai đó"}, NAMED)


@given(
    st.dictionaries(st.sampled_from(["name", "birthdate", "acr", "x"]), st.text() | st.integers())
)
def test_no_claims_are_a_fault(claims: dict[str, object]) -> None:
    assert identity_of({"sub": "1", **claims}, NAMED).subject == "1"
