"""What may be written down of a card: its terminal's slip and four digits, never its number. Pure.

A whole number of a card is not kept, not shown again, not logged: whoever types one is told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.payments.vocabulary import CardSlipIn, FeeInput, PaymentMethod

LAST_FOUR: Final = re.compile(r"[0-9]{4}", re.ASCII)
TERMINAL: Final = re.compile(r"[A-Za-z0-9-]{1,16}", re.ASCII)
AHEAD_MAX: Final = timedelta(minutes=10)
"""How far the clock of a terminal may be before ours."""
DIGITS_MIN, DIGITS_MAX = 13, 19
_RUN: Final = re.compile(r"[0-9](?:[ .-]?[0-9])*", re.ASCII)
_BASE: Final = 10


class CardNumberTyped(Refusal):
    """The whole number of a card stands there. It was not kept."""

    code = "card-number-typed"


class LastFourFaulty(Refusal):
    """Not four digits."""

    code = "card-last-four-faulty"


class TerminalFaulty(Refusal):
    """No terminal is named so: letters, digits and hyphens, 16 at most."""

    code = "card-terminal-faulty"


class CardTimeFaulty(Refusal):
    """The slip is of another day than its receipt, or of a moment to come."""

    code = "card-time-faulty"


class CardSlipUsed(Refusal):
    """The slip stands behind a receipt already (`receipt`)."""

    code = "card-slip-used"


def holds_card_number(text: str) -> bool:
    """Whether the whole number of a card may stand in this: 13 to 19 digits in one run, spaces, points
    or hyphens between them, whose check digit is right (ISO/IEC 7812-1)."""
    runs = (re.sub(r"[^0-9]", "", run[0]) for run in _RUN.finditer(text))
    return any(DIGITS_MIN <= len(run) <= DIGITS_MAX and _is_luhn(run) for run in runs)


def _is_luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - (_BASE - 1) if value >= _BASE else value
    return total % _BASE == 0


def card_problems(given: FeeInput) -> Iterator[Refusal]:
    """What is wrong with the slip; nothing is said where the money came otherwise."""
    if given.method is not PaymentMethod.CARD_SLIP:
        return
    card = given.card or CardSlipIn()
    typed = {
        "slip_number": given.slip_number,
        "card.terminal": card.terminal,
        "card.last_four": card.last_four,
    }
    held = {field for field, text in typed.items() if holds_card_number(text)}
    for field in sorted(held):
        yield CardNumberTyped(field=field)
    if "card.terminal" not in held and not TERMINAL.fullmatch(card.terminal.strip()):
        yield TerminalFaulty(field="card.terminal")
    if "card.last_four" not in held and not LAST_FOUR.fullmatch(card.last_four.strip()):
        yield LastFourFaulty(field="card.last_four")


def slip_moment(card: CardSlipIn, at: datetime) -> datetime:
    """When the terminal took the money: today, not after now. Refusals: CardTimeFaulty."""
    moment = card.paid_at or at
    if moment > at + AHEAD_MAX or local_day(moment) != local_day(at):
        raise CardTimeFaulty(field="card.paid_at")
    return moment
