"""How receipts are numbered: from 1 on 1 January, at most eight digits (NĐ 254/2026; law.md 4.9)."""

from __future__ import annotations

from datetime import date

from motcua.kernel.refusal import Refusal

NUMBER_MAX = 99_999_999


class BookFull(Refusal):
    """All numbers of the year have been given."""

    code = "receipt-book-full"


def symbol_of(day: date) -> str:
    """The symbol of the book that is in use on a day: `BL-26`."""
    return f"BL-{day.year % 100:02d}"


def check_number(number: int) -> int:
    """The number, if the book has room for it. Refusals: BookFull."""
    if number > NUMBER_MAX:
        raise BookFull
    return number


def number_text(number: int) -> str:
    """As it is printed: `00000027`."""
    return f"{number:08d}"
