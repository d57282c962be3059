"""Amounts of money: whole đồng as `int`, in figures and in words."""

from __future__ import annotations

from typing import Final

from motcua.kernel.refusal import Refusal

AMOUNT_MAX: Final = 10**15 - 1
_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS: Final = {1: "mốt", 4: "tư", 5: "lăm"}
_GROUPS: Final = ("", " nghìn", " triệu")


class AmountNotWhole(Refusal):
    """An amount is a whole number of đồng from 0 to AMOUNT_MAX."""

    code = "amount-not-whole"


def _checked(amount: int) -> int:
    if isinstance(amount, bool) or not isinstance(amount, int) or not 0 <= amount <= AMOUNT_MAX:
        raise AmountNotWhole(field="amount", amount=str(amount))
    return amount


def figures(amount: int) -> str:
    """`1234567` -> `1.234.567`."""
    return f"{_checked(amount):,}".replace(",", ".")


def dong(amount: int) -> str:
    """`1234567` -> `1.234.567 đồng`. Refuses what is not a whole amount of 0 or more."""
    return f"{figures(amount)} đồng"


def _units(tens: int, units: int) -> str:
    if tens > 1 and units in _AFTER_TENS:
        return _AFTER_TENS[units]
    return "lăm" if tens == 1 and units == 5 else _DIGITS[units]


def _below_thousand(number: int, *, in_full: bool) -> str:
    """0-999 in words; `in_full` says the hundreds even when there are none ("không trăm linh năm")."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or in_full else []
    if tens == 0 and units and words:
        words.append("linh")
    if tens == 1:
        words.append("mười")
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
    if units:
        words.append(_units(tens, units))
    return " ".join(words)


def _below_billion(number: int, *, in_full: bool) -> str:
    words: list[str] = []
    for place in (2, 1, 0):
        group = number // 1000**place % 1000
        if group:
            spoken = _below_thousand(group, in_full=in_full or bool(words))
            words.append(spoken + _GROUPS[place])
    return " ".join(words)


def number_words(number: int) -> str:
    """A whole number read aloud: 105 -> `một trăm linh năm`, 1000021 -> `một triệu không trăm hai mươi mốt`.

    Reading of the schoolbooks: linh, mốt, tư after mươi, lăm after mười and mươi.
    """
    _checked(number)
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, 10**9)
    words = [f"{number_words(billions)} tỷ"] if billions else []
    if rest:
        words.append(_below_billion(rest, in_full=bool(billions)))
    return " ".join(words)


def dong_words(amount: int) -> str:
    """An amount as receipts want it: 125000 -> `Một trăm hai mươi lăm nghìn đồng`."""
    words = number_words(amount)
    return f"{words[0].upper()}{words[1:]} đồng"
