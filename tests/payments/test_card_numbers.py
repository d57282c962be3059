"""The whole number of a card is known when it is seen, and numbers of slips are not taken for one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from motcua.payments.rules.cards import holds_card_number


@given(st.integers(10**12, 10**18 - 1), st.sampled_from(["", " ", "-", "."]))
def test_any_whole_number_of_a_card_is_known_however_it_is_spaced(body: int, between: str) -> None:
    digits = str(body)
    check = next(str(d) for d in range(10) if holds_card_number(f"{digits}{d}"))
    whole = digits + check
    spaced = between.join(whole[place : place + 4] for place in range(0, len(whole), 4))
    assert holds_card_number(f"thẻ {spaced}.")
    other = str((int(check) + 1) % 10)
    assert not holds_card_number(digits + other)


@given(st.text("0123456789", max_size=12))
def test_numbers_of_slips_are_not_taken_for_a_card(reference: str) -> None:
    assert not holds_card_number(reference)
