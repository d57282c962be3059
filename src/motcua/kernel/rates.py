"""Percentages of reports: exact fractions, rounded half up once, at the end."""

from __future__ import annotations

from fractions import Fraction

from motcua.kernel.refusal import Refusal

DECIMALS_MAX = 12


class RateNegative(Refusal):
    """A part and a whole are counts or amounts; neither is below zero."""

    code = "rate-negative"


class RateDecimals(Refusal):
    """Decimal places are a whole number from 0 to DECIMALS_MAX."""

    code = "rate-decimals"


def percent(
    numerator: int | Fraction, denominator: int | Fraction, decimals: int = 2
) -> str | None:
    """`numerator / denominator` in per cent with `decimals` places and a decimal point: "99.75".

    Exact: no binary floating point; a half rounds up. None when the denominator is 0 (no rate exists).
    More than 100 is an answer like any other. Refuses negatives and more than DECIMALS_MAX places.
    """
    if numerator < 0 or denominator < 0:
        raise RateNegative(field="numerator" if numerator < 0 else "denominator")
    if not 0 <= decimals <= DECIMALS_MAX:
        raise RateDecimals(field="decimals", most=DECIMALS_MAX)
    if denominator == 0:
        return None
    scale = 10**decimals
    units = (Fraction(numerator) * 100 * scale / Fraction(denominator) * 2 + 1) // 2
    whole, part = divmod(units, scale)
    return f"{whole}.{part:0{decimals}d}" if decimals else str(whole)


def percent_vi(rate: str) -> str:
    """A rate as Vietnamese text: `1234.50` -> `1.234,50%`."""
    whole, _, part = rate.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{part}%" if part else f"{grouped}%"
