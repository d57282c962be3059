"""Characters that look alike or cannot be seen, made plain before anything is compared.

Text reaches a desk from card readers, web pages, spreadsheets and phones; the same word comes with
non-breaking spaces, typographic dashes, zero-width joiners or a byte order mark.
"""

from __future__ import annotations

import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf"})
_SIGNS_IN_NAMES = frozenset("'’`.-–·,()/&+\"“”:;")
_MARK = frozenset({"Mn", "Mc"})


def without_unseen(text: str) -> str:
    """The text without control and format characters; white space such as a tab or a line end stays."""
    if text.isprintable():
        return text
    return "".join(
        ch for ch in text if ch.isspace() or unicodedata.category(ch) not in _UNSEEN_CATEGORIES
    )


def one_spaced(text: str) -> str:
    """Every run of white space (also non-breaking and ideographic) as one space, none at the ends."""
    return " ".join(text.split())


def plain_words(text: str) -> str:
    """Words to keep: composed (NFC), seen characters only, one space between words. Case stays."""
    return one_spaced(without_unseen(unicodedata.normalize("NFC", text)))


def plain_code(text: str) -> str:
    """A code to take apart: compatibility forms and dashes as ASCII where they have one, no white space."""
    return "".join(without_unseen(unicodedata.normalize("NFKC", text)).translate(_DASHES).split())


def not_in_names(text: str) -> str:
    """The characters of a name that no register and no printer takes: pictures, signs of money and the
    like; "" when there are none. Letters of any script, figures and the usual signs are names."""
    return "".join(
        ch
        for ch in text
        if not (
            ch.isalnum()
            or ch.isspace()
            or ch in _SIGNS_IN_NAMES
            or unicodedata.category(ch) in _MARK
        )
    )


def not_in_person_names(text: str) -> str:
    """The same of somebody's own name, which has no figures in it; all of it when it has no letter."""
    if not any(ch.isalpha() for ch in text):
        return text
    return not_in_names(text) + "".join(ch for ch in text if ch.isnumeric())
