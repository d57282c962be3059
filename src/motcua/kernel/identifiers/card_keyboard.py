"""Traces that input methods, Caps Lock and narrow code pages leave in the words of a card."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from motcua.kernel.identifiers.doubt import Doubt

_INITIAL: Final = r"(?:[bcdghklmnpqrstvxđ]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr|dd)?"
_VOWELS: Final = r"[aeiouyw]{1,4}"
_FINAL: Final = r"(?:c|ch|m|n|ng|nh|p|t)?"
# "Nguyeenx", "Thij", "Hoongf", "DDoanf": a syllable with its Telex tone key or doubled letters still there.
_TELEX_TONE: Final = re.compile(rf"{_INITIAL}{_VOWELS}{_FINAL}[sfrxj]")
_TELEX_LETTER: Final = re.compile(rf"(?:{_INITIAL}[a-z]*(?:aa|ee|oo|[aou]w){_FINAL}|dd[a-z]+)")
_LOST: Final = ("?", "\ufffd", "á»", "áº", "Æ°")
_IN_NAMES: Final = frozenset(" .'’‘-")


def _caps_lock(words: str) -> bool:
    """`nGUYỄN tHỊ`: every word starts small and goes on in capitals."""
    parts = [part for part in words.split() if len(part) > 1 and part[0].isalpha()]
    return bool(parts) and all(part[0].islower() and part[1:].isupper() for part in parts)


def _unfinished(word: str) -> bool:
    low = word.lower()
    return low.isascii() and bool(_TELEX_TONE.fullmatch(low) or _TELEX_LETTER.fullmatch(low))


def _from_input_method(name: str) -> bool:
    """Digits (VNI), tone keys (Telex) or loose accents are left in the name."""
    loose = any(unicodedata.combining(ch) for ch in name)
    digits = any(ch.isdigit() for ch in name)
    return loose or digits or any(_unfinished(word) for word in name.split())


def _strange(name: str) -> bool:
    return any(not (ch.isalnum() or ch in _IN_NAMES or unicodedata.combining(ch)) for ch in name)


def words_as_printed(name: str, address: str) -> tuple[str, str, list[Doubt]]:
    """(name, address, doubts): Caps Lock undone; what an input method may have changed is doubted."""
    doubts: list[Doubt] = []
    if _caps_lock(name):
        name, address = name.swapcase(), address.swapcase()
        doubts.append(Doubt("card-caps-lock", "name"))
    for field, words in (("name", name), ("address", address)):
        if any(sign in words for sign in _LOST):
            doubts.append(Doubt("card-letters-lost", field, {"text": words}))
    if _from_input_method(name):
        doubts.append(Doubt("card-input-method", "name", {"text": name}))
    elif not doubts and _strange(name):
        doubts.append(Doubt("card-name-odd", "name", {"text": name}))
    if not address:
        doubts.append(Doubt("card-address-missing", "address"))
    return name, address, doubts
