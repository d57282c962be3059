"""One search key for all spellings of the same words: accents, case and spacing do not matter.

`fold` is used for every search key in the product (names, addresses, procedures, codes), in both
databases: neither SQLite's tokenizers nor a plain accent strip turn đ into d.

Punctuation: ASCII punctuation stays, because codes are searched too (`1.001193`, `h26.45-240115`);
typographic dashes, quotes and full-width forms become their ASCII twins.
"""

from __future__ import annotations

import unicodedata

from motcua.kernel.characters import one_spaced, without_unseen

_WITHOUT_DECOMPOSITION = {
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "Ɖ": "D", "ɖ": "d",
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ı": "i",
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS", "þ": "th", "Þ": "TH",
}  # fmt: skip
_TYPOGRAPHIC = {
    **dict.fromkeys("‐‒–—―−", "-"),
    **dict.fromkeys("‘’‚‛′ʼ´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    "⁄": "/",
    "¦": "|",
    "×": "x",
}
_PLAIN = str.maketrans(_WITHOUT_DECOMPOSITION | _TYPOGRAPHIC)
_MARKS = frozenset({"Mn", "Me"})


def unaccent(text: str) -> str:
    """The text without accents, case and spacing kept: `Lệ phí` -> `Le phi`, `Đặng` -> `Dang`.

    NFC and NFD give the same answer. Letters of other scripts stay as they are.
    """
    if text.isascii():
        return without_unseen(text)
    composed = unicodedata.normalize("NFC", text).translate(_PLAIN)
    parts = unicodedata.normalize("NFKD", without_unseen(composed))
    bare = "".join(ch for ch in parts if unicodedata.category(ch) not in _MARKS)
    return without_unseen(bare.translate(_PLAIN))


def fold(text: str) -> str:
    """The search key: no accents, đ as d, case folded, white space collapsed; folding twice is folding once."""
    return one_spaced(unaccent(unaccent(text).casefold()))
