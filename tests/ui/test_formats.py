"""Dates, amounts and numbers as they are read in Việt Nam."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from motcua.kernel.bounded import counted
from motcua.ui import formats


def test_a_day_is_written_with_two_figures() -> None:
    assert formats.day(date(2026, 2, 5)) == "05/02/2026"


def test_an_instant_gives_its_day_in_vietnam() -> None:
    assert formats.day(datetime(2026, 2, 4, 18, 0, tzinfo=UTC)) == "05/02/2026"


def test_a_weekday_goes_before_the_day() -> None:
    assert formats.weekday(date(2026, 11, 27)) == "thứ Sáu, 27/11/2026"


def test_a_moment_is_on_the_local_clock() -> None:
    assert formats.moment(datetime(2026, 11, 20, 3, 20, tzinfo=UTC)) == "10:20 20/11/2026"


@pytest.mark.parametrize(
    "form", [formats.day, formats.weekday, formats.moment, formats.money, formats.number]
)
def test_nothing_is_a_dash(form: object) -> None:
    assert callable(form)
    assert form(None) == "—"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (1234567, "1.234.567"),
        (Decimal("1234.50"), "1.234,5"),
        (-12.25, "-12,25"),
        (100, "100"),
    ],
)
def test_a_number_has_points_for_thousands_and_a_comma_for_the_rest(
    value: int | float | Decimal, shown: str
) -> None:
    assert formats.number(value) == shown


def test_money_names_its_unit() -> None:
    assert formats.money(1258000) == "1.258.000 đồng"


def test_a_count_that_stopped_says_so() -> None:
    assert formats.number(counted(1001, at_most=1001)) == "hơn 1.000"
    assert formats.number(counted(1000, at_most=1001)) == "1.000"
