"""The number of a payment order: short enough for any bank's purpose field, read back from what banks
make of it.

`MC`, nine characters, one check character. The alphabet has 29 characters (a prime), no vowel, no 0
and no 1: no word comes about by chance, nothing looks alike, and the weighted check notices every
single wrong character and every swap of two neighbors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from motcua.kernel.folding import unaccent

PREFIX: Final = "MC"
ALPHABET: Final = "23456789BCDFGHJKLMNPQRSTVWXYZ"
BODY: Final = 9
LENGTH: Final = len(PREFIX) + BODY + 1
CUT_MIN: Final = 8
"""Fewer characters than these of a number that a bank cut off are not taken for one."""
_VALUE: Final = {letter: value for value, letter in enumerate(ALPHABET)}
_NOT_KEPT: Final = re.compile(r"[^A-Z0-9]")
_TAIL: Final = re.compile(rf"{PREFIX}[{ALPHABET}]{{{CUT_MIN - len(PREFIX)},{BODY}}}$")


def check_of(body: str) -> str:
    """The character that follows these nine."""
    total = sum(place * _VALUE[letter] for place, letter in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]


def number_from(values: Sequence[int]) -> str:
    """The number made of nine values from 0 to 28."""
    body = "".join(ALPHABET[value] for value in values)
    return f"{PREFIX}{body}{check_of(body)}"


def is_number(text: str) -> bool:
    """Whether this is a number with its right check character."""
    if len(text) != LENGTH or not text.startswith(PREFIX):
        return False
    body, check = text[len(PREFIX) : -1], text[-1]
    return all(letter in _VALUE for letter in body) and check_of(body) == check


def _pressed(text: str) -> str:
    """Capitals and digits only: banks change case, drop accents, put spaces and points between."""
    return _NOT_KEPT.sub("", unaccent(text).upper())


def numbers_in(text: str) -> tuple[str, ...]:
    """Every number that stands in a purpose, in the order found, each once."""
    return tuple(dict.fromkeys(_windows(_pressed(text))))


def _windows(pressed: str) -> Iterator[str]:
    for start in range(len(pressed) - LENGTH + 1):
        piece = pressed[start : start + LENGTH]
        if is_number(piece):
            yield piece


def cut_number_in(text: str) -> str:
    """The beginning of a number that the bank cut off at the end of the text; "" when there is none."""
    found = _TAIL.search(_pressed(text))
    return found[0] if found else ""


def spaced(number: str) -> str:
    """As people read it aloud: `MC7K 9QX2 TBBC`."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))
