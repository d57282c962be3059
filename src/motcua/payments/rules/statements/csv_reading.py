"""A bank's CSV: which column holds what differs from bank to bank, so an officer says it once per account.

Days as 31/12/2026, 31.12.2026 or 2026-12-31; sums with points, commas or spaces between thousands, never with part
of a đồng; comma, semicolon or tab between columns; UTF-8, with or without its mark.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.kernel.characters import plain_words
from motcua.payments.rules.statements.lines import (
    AMOUNT_MAX_VND,
    LINES_MAX,
    NAME_MAX,
    REFERENCE_MAX,
    TEXT_MAX,
    Line,
    StatementHeadsMissing,
    StatementNotOne,
    StatementRead,
    StatementTooLong,
    StatementUnreadable,
)

DAY = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)|(\d{4})-(\d{2})-(\d{2})(?!\d)", re.ASCII
)
AMOUNT = re.compile(r"([+-]?)(\d{1,3}(?:([., ])\d{3})(?:\3\d{3})*|\d+)(?:[.,]0{1,2})?", re.ASCII)
HEAD_ROWS_MAX = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The heads of the columns, as the bank writes them; "" for what it does not tell.

    `came` holds money that came; where one column holds both, money that went has a minus.
    """

    day: str
    came: str
    text: str
    reference: str = ""
    payer_name: str = ""

    @property
    def named(self) -> dict[str, str]:
        names = ("day", "came", "text", "reference", "payer_name")
        return {name: getattr(self, name) for name in names if getattr(self, name)}


def read_csv(raw: bytes, columns: Columns) -> StatementRead:
    """Refusals: StatementUnreadable, StatementTooLong."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise StatementNotOne(field="file", row=0, what="encoding") from fault
    delimiter = max(",;\t", key=text.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as fault:
        raise StatementNotOne(field="file", row=0, what="csv") from fault
    head, places = _head(rows, columns)
    body = rows[head + 1 :]
    if len(body) > LINES_MAX:
        raise StatementTooLong(field="file", count_max=LINES_MAX)
    found = [_line(row, places, head + 2 + number) for number, row in enumerate(body)]
    lines = tuple(one for one in found if isinstance(one, Line))
    return StatementRead(lines=lines, out=sum(one is False for one in found))


def _head(rows: list[list[str]], columns: Columns) -> tuple[int, dict[str, int]]:
    """Banks print their name and the period above the table: the row that has all the heads is its head."""
    wanted = {name: plain_words(told).casefold() for name, told in columns.named.items()}
    missing = list(columns.named.values())
    for number, row in enumerate(rows[:HEAD_ROWS_MAX]):
        heads = [plain_words(cell).casefold() for cell in row]
        if all(told in heads for told in wanted.values()):
            return number, {name: heads.index(told) for name, told in wanted.items()}
        here = [columns.named[name] for name, told in wanted.items() if told not in heads]
        missing = min(missing, here, key=len)
    raise StatementHeadsMissing(field="columns", row=0, what="head", missing=", ".join(missing))


def _line(row: list[str], places: Mapping[str, int], number: int) -> Line | bool:
    """The line; False for money that went out, True for what is no line (an empty row, a sum).

    Refusal: StatementUnreadable, for an amount or a day that nobody can read: money is never passed over.
    """

    def cell(name: str) -> str:
        place = places.get(name, len(row))
        return plain_words(row[place]) if place < len(row) else ""

    if not cell("day"):
        return True
    day = _day(cell("day"))
    if day is None:
        # What stands under the table has words in the place of the day; a day nobody can read has figures.
        if cell("came") and cell("day")[0].isdigit():
            raise StatementUnreadable(field="file", row=number, what="day")
        return True
    if not cell("came") or (amount := _amount(cell("came"), number)) <= 0:
        return False
    return Line(
        day=day,
        amount_vnd=amount,
        text=cell("text")[:TEXT_MAX],
        reference=cell("reference")[:REFERENCE_MAX],
        payer_name=cell("payer_name")[:NAME_MAX],
    )


def _day(told: str) -> date | None:
    found = DAY.match(told)
    if found is None:
        return None
    day, month, year = found[1], found[2], found[3]
    try:
        if found[4]:
            return date(int(found[4]), int(found[5]), int(found[6]))
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _amount(told: str, number: int) -> int:
    found = AMOUNT.fullmatch(re.sub(r"\s*(?:VND|đ|đồng)$", "", told, flags=re.IGNORECASE))
    if found is None:
        raise StatementUnreadable(field="file", row=number, what="amount")
    amount = int(re.sub(r"[., ]", "", found[2]))
    if amount > AMOUNT_MAX_VND:
        raise StatementUnreadable(field="file", row=number, what="amount")
    return -amount if found[1] == "-" else amount
