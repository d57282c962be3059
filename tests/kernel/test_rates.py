"""Percentages: exact, half up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.rates import RateDecimals, RateNegative, percent, percent_vi


@pytest.mark.parametrize(
    ("numerator", "denominator", "decimals", "rate"),
    [
        (399, 400, 2, "99.75"),
        (1, 3, 2, "33.33"),
        (2, 3, 0, "67"),
        (1, 8, 0, "13"),
        (1, 200, 0, "1"),
        (1, 201, 0, "0"),
        (2675, 100000, 2, "2.68"),
        (0, 7, 1, "0.0"),
        (7, 7, 2, "100.00"),
        (3, 2, 1, "150.0"),
        (Fraction(1, 3), Fraction(2, 3), 2, "50.00"),
        (0, 0, 2, None),
        (5, 0, 2, None),
    ],
)
def test_a_rate_is_exact_and_rounds_a_half_up(
    numerator: int, denominator: int, decimals: int, rate: str | None
) -> None:
    assert percent(numerator, denominator, decimals) == rate


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.integers(0, 6))
def test_rates_equal_decimal_arithmetic_with_many_digits(
    numerator: int, denominator: int, decimals: int
) -> None:
    with localcontext() as context:
        context.prec = 80
        exact = Decimal(numerator) * 100 / Decimal(denominator)
        expected = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    assert percent(numerator, denominator, decimals) == f"{expected:f}"


@pytest.mark.parametrize(("numerator", "denominator"), [(-1, 2), (1, -2), (-1, 0)])
def test_below_zero_is_refused(numerator: int, denominator: int) -> None:
    with pytest.raises(RateNegative):
        percent(numerator, denominator, 2)


@pytest.mark.parametrize("decimals", [-1, 13])
def test_decimals_out_of_bounds_are_refused(decimals: int) -> None:
    with pytest.raises(RateDecimals):
        percent(1, 2, decimals)


@pytest.mark.parametrize(
    ("rate", "words"), [("99.75", "99,75%"), ("100", "100%"), ("1234.50", "1.234,50%")]
)
def test_people_read_a_comma(rate: str, words: str) -> None:
    assert percent_vi(rate) == words
