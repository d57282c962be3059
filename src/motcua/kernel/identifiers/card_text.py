"""The text of a citizen card as the keyboard delivers it, split into its parts.

A card reader types like a keyboard: what arrives passed through the reader's code page, the keyboard
layout, the input method (Telex, VNI) and the Caps Lock key. Traces of each are recognized here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from motcua.kernel.characters import one_spaced, without_unseen
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.refusal import Refusal

TEXT_MAX: Final = 2_000
PARTS: Final = 7
_BARS: Final = str.maketrans(dict.fromkeys("｜¦│┃∣ǀ❘", "|"))
_SYMBOLOGY: Final = re.compile(r"^\]Q\d")
_TWICE_ENCODED: Final = re.compile(r"á[»º]|Ã[\x80-\xbfƒ‚ ¡-¿]|Ä[‘\x90\x91]|Æ[°¡]|Å©|Ä©")
# Number row of the Vietnamese layout (1-0): ă â ê ô, five tone marks, đ.
_VIETNAMESE_ROW: Final = frozenset("aeođ\u0306\u0302\u0300\u0309\u0303\u0301\u0323")


class CardEmpty(Refusal):
    """Nothing was read."""

    code = "card-empty"


class CardTooLong(Refusal):
    """Longer than any card prints: something else was pasted."""

    code = "card-too-long"


class CardNoBars(Refusal):
    """No bars between the parts: not the text of a citizen card."""

    code = "card-no-bars"


class CardKeyboardLayout(Refusal):
    """The keyboard layout turned the digits into Vietnamese letters."""

    code = "card-keyboard-layout"


class CardPartsMissing(Refusal):
    """Fewer parts than a card prints: the reading was cut off."""

    code = "card-parts-missing"


def _reencoded(text: str) -> str:
    """UTF-8 that a reader showed as Western letters, put right; the same text if it was not that."""
    raw = bytearray()
    for ch in text:
        try:
            raw += ch.encode("cp1252")
        except UnicodeEncodeError:
            if ord(ch) > 0xFF:
                return text
            raw.append(ord(ch))
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return text


def _one_reading(text: str) -> tuple[str, list[Doubt]]:
    """The text of one reading: line ends inside become spaces, a card read twice counts once."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    joined = " ".join(lines)
    if len(lines) > 1 and len(set(lines)) == 1:
        return lines[0], [Doubt("card-read-twice")]
    half, odd = divmod(len(joined), 2)
    if joined.count("|") >= 2 * (PARTS - 1) and not odd and joined[:half] == joined[half:]:
        return joined[:half], [Doubt("card-read-twice")]
    return joined, []


def _with_bars(text: str) -> tuple[str, list[Doubt]]:
    """The text with `|` between its parts; some layouts type another character for the bar."""
    barred = text.translate(_BARS)
    if "|" in barred:
        return barred, []
    for other in "\\~":
        if barred.count(other) >= PARTS - 1:
            return barred.replace(other, "|"), [Doubt("card-bars-replaced")]
    raise CardNoBars(field="citizen_card")


def _refuse_vietnamese_layout(first: str) -> None:
    spelled = unicodedata.normalize("NFD", first)
    if spelled and _VIETNAMESE_ROW.issuperset(spelled):
        raise CardKeyboardLayout(field="personal_id")


def card_parts(text: str) -> tuple[list[str], list[Doubt]]:
    """The trimmed parts of a card's text in NFC (7 or more), and what was odd about the reading.

    The form without the old number (6 parts, a name in second place) is filled up with an empty one.
    Refuses: empty, too long, no bars, a Vietnamese keyboard layout, too few parts.
    """
    if len(text) > TEXT_MAX:
        raise CardTooLong(field="citizen_card", most=TEXT_MAX)
    doubts: list[Doubt] = []
    if _TWICE_ENCODED.search(text) and (better := _reencoded(text)) != text:
        text = better
        doubts.append(Doubt("card-text-reencoded", "name"))
    seen = _SYMBOLOGY.sub("", without_unseen(unicodedata.normalize("NFC", text)).strip())
    if not seen:
        raise CardEmpty(field="citizen_card")
    reading, odd_lines = _one_reading(seen.translate(_BARS))
    barred, odd_bars = _with_bars(reading)
    parts = [one_spaced(part) for part in barred.split("|")]
    _refuse_vietnamese_layout(parts[0])
    if len(parts) == PARTS - 1 and re.search(r"[^\W\d_]", parts[1]):
        parts.insert(1, "")
    if len(parts) < PARTS:
        raise CardPartsMissing(field="citizen_card", found=len(parts), expected=PARTS)
    return parts, doubts + odd_lines + odd_bars
