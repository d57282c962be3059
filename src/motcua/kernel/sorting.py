"""Vietnamese alphabetical order, as ICU and CLDR give it for `vi` (whole strings, spaces counted).

First the letters (a ă â b c d đ e ê … o ô ơ … u ư …), then the tones in dictionary order (ngang, huyền,
hỏi, ngã, sắc, nặng), then lower case before capitals. White space and punctuation come before digits,
digits before letters, Latin before other scripts. NFC and NFD sort alike; equal items keep their order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from motcua.kernel.characters import plain_words

_Weights = tuple[int, ...]
SortKey = tuple[_Weights, _Weights, _Weights]

# The order of ICU's root collation for what office papers hold; a place in this text is a primary weight.
_ALPHABET = (
    "\t\n\v\f\r\x85\u2028\u2029 _-‐–—,;:!¡?¿.…·'‘’\"“”«»()[]{}§¶@*/\\&#%‰†•′″`´^¯¨¸°©®→+±÷×<=>¬|¦~"
    "−≤≥¢$£¥₫€0123456789aăâbcdđeêfghiıjklmnŋoôơpqrstuưvwxyzþ"
)
_PRIMARY = {letter: place for place, letter in enumerate(_ALPHABET)}
_OTHER_SCRIPTS = 1_000
_LIGATURE = "\uffff"
# Tones first and in dictionary order; the rest as in ICU's root.
_MARKS = (
    "\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0338\u0327\u0328\u0304"
    "\u0335\u031b\u0324\u0331" + _LIGATURE
)
_SECONDARY = {mark: place for place, mark in enumerate(_MARKS, start=1)}
_SHAPES = {"\u0306": "aă", "\u0302": "aâeêoô", "\u031b": "oơuư"}
_LETTER_WITH_SHAPE = {
    (pair[0], mark): pair[1]
    for mark, letters in _SHAPES.items()
    for pair in (letters[at : at + 2] for at in range(0, len(letters), 2))
}
_TAKEN_APART = {
    "ð": "d\u0335", "ħ": "h\u0335", "ł": "l\u0335", "ø": "o\u0338",
    "æ": f"a{_LIGATURE}e", "œ": f"o{_LIGATURE}e", "ß": f"s{_LIGATURE}s",
}  # fmt: skip
_COMPATIBLE, _UPPER = 1, 2


@lru_cache(maxsize=4096)
def _pieces(ch: str) -> tuple[tuple[str, int], ...]:
    """One character as (plain lower-case character or mark, tertiary weight)."""
    tertiary = 0
    if ch not in _PRIMARY and ch.lower() not in _PRIMARY:
        spelled = unicodedata.normalize("NFKD", ch)
        if spelled not in (ch, unicodedata.normalize("NFD", ch)):
            tertiary, ch = _COMPATIBLE, spelled
    pieces: list[tuple[str, int]] = []
    for one in ch:
        low = one.lower()
        weight = tertiary + (_UPPER if low != one else 0)
        pieces.extend((part, weight) for part in _TAKEN_APART.get(low, low))
    return tuple(pieces)


def _is_mark(ch: str) -> bool:
    return ch in _SECONDARY or unicodedata.category(ch) in ("Mn", "Me")


def _shaped(letter: str, marks: list[str]) -> str:
    """ă â ê ô ơ ư from a base letter and the marks after it; the mark that shaped it is taken away."""
    for place, mark in enumerate(marks):
        shaped = _LETTER_WITH_SHAPE.get((letter, mark))
        own_class = unicodedata.combining(mark)
        blocked = any(unicodedata.combining(before) >= own_class for before in marks[:place])
        if shaped and not blocked:
            del marks[place]
            return shaped
    return letter


def _primary(letter: str) -> int | None:
    """The primary weight; None for what is ignored (controls, zero-width characters)."""
    known = _PRIMARY.get(letter)
    if known is not None:
        return known
    if unicodedata.category(letter) in ("Cc", "Cf"):
        return None
    return _OTHER_SCRIPTS + ord(letter)


def sort_key(text: str) -> SortKey:
    """The key for `sorted`: (letters, tones, case), compared in this order over the whole text."""
    pieces = [p for ch in unicodedata.normalize("NFD", text) for p in _pieces(ch)]
    letters: list[int] = []
    tones: list[int] = []
    cases: list[int] = []
    at = 0
    while at < len(pieces):
        letter, case = pieces[at]
        at += 1
        marks: list[str] = [letter] if _is_mark(letter) else []
        while at < len(pieces) and _is_mark(pieces[at][0]):
            marks.append(pieces[at][0])
            at += 1
        weight = None if _is_mark(letter) else _primary(_shaped(letter, marks))
        if weight is not None:
            letters.append(weight)
            tones.append(0)
            cases.append(case)
        tones.extend(_SECONDARY.get(mark, len(_MARKS) + ord(mark)) for mark in marks)
        cases.extend(0 for _ in marks)
    return tuple(letters), tuple(tones), tuple(cases)


def sort_vietnamese(items: Iterable[str]) -> list[str]:
    """The items in Vietnamese alphabetical order; items that differ only in NFC/NFD keep their order."""
    return sorted(items, key=sort_key)


def person_name_key(name: str) -> tuple[SortKey, SortKey]:
    """Order of people in Vietnamese lists: given name (last word), then family and middle names."""
    family, _, given = plain_words(name).rpartition(" ")
    return sort_key(given), sort_key(family)
