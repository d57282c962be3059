"""A line of a statement as a value, and its name: the same whatever file it comes in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from motcua.kernel.refusal import Refusal

LINES_MAX = 50_000
TEXT_MAX = 500
REFERENCE_MAX = 80
NAME_MAX = 200
AMOUNT_MAX_VND = 10**13


class StatementUnreadable(Refusal):
    """The file is no statement that we understand; `row` is where reading ended."""

    code = "statement-unreadable"


class StatementNotOne(StatementUnreadable):
    """The file is of another kind altogether: not a CSV in UTF-8 and not camt.053."""

    code = "statement-not-one"


class StatementHeadsMissing(StatementUnreadable):
    """No row of the CSV has all the heads that were named; `missing` are not in the row that has most."""

    code = "statement-heads-missing"


class StatementTooLong(Refusal):
    """More than `count_max` lines; the bank gives shorter periods too."""

    code = "statement-too-long"


class StatementOtherAccount(Refusal):
    """The statement is of another account (`found`)."""

    code = "statement-of-another-account"


class StatementCurrency(Refusal):
    """A line is not in đồng (`found`)."""

    code = "statement-currency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Money that came, as the bank writes it. `reference`: the bank's own number of the transaction."""

    day: date
    amount_vnd: int
    text: str
    reference: str = ""
    payer_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRead:
    """All money that came, in the order of the file, and how many lines were of money that went out."""

    lines: tuple[Line, ...]
    out: int = 0
    account: str = ""


def keyed(lines: Iterable[Line], account: str) -> list[tuple[str, Line]]:
    """Each line with its name. By the bank's number where it has one; else by day, sum and text, and
    its place among those that are alike: two equal transfers of a day are two, the same file is the same."""
    seen: Counter[str] = Counter()
    named = []
    for line in lines:
        content = line.reference or f"{line.day}|{line.text}|{line.payer_name}"
        same = f"{account}|{line.amount_vnd}|{content}"
        place = seen[same] if not line.reference else 0
        seen[same] += 1
        named.append((hashlib.sha256(f"{same}|{place}".encode()).hexdigest(), line))
    return named
