"""Amounts in figures and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.money import AMOUNT_MAX, AmountNotWhole, dong, dong_words, figures, number_words


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "0 đồng"), (999, "999 đồng"), (8000, "8.000 đồng"), (1234567, "1.234.567 đồng")],
)
def test_thousands_are_parted_by_points(amount: int, text: str) -> None:
    assert dong(amount) == text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (35, "ba mươi lăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (125_000, "một trăm hai mươi lăm nghìn"),
        (1_000_021, "một triệu không trăm hai mươi mốt"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (2_000_000_000, "hai tỷ"),
        (1_000_000_000_005, "một nghìn tỷ không trăm linh năm"),
    ],
)
def test_numbers_are_read_as_in_the_schoolbooks(number: int, words: str) -> None:
    assert number_words(number) == words


def test_a_receipt_begins_with_a_capital() -> None:
    assert dong_words(8000) == "Tám nghìn đồng"


@pytest.mark.parametrize("amount", [-1, AMOUNT_MAX + 1, True, 1.5, "5"])
def test_what_is_no_whole_amount_is_refused(amount: int) -> None:
    with pytest.raises(AmountNotWhole):
        dong(amount)


@given(st.integers(0, AMOUNT_MAX), st.integers(0, AMOUNT_MAX))
def test_different_amounts_read_differently(one: int, other: int) -> None:
    assert (number_words(one) == number_words(other)) == (one == other)


@given(st.integers(0, AMOUNT_MAX))
def test_figures_keep_the_amount_and_words_are_single_spaced(amount: int) -> None:
    assert int(figures(amount).replace(".", "")) == amount
    assert "  " not in number_words(amount)
