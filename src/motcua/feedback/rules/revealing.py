"""What in a text to be published still names somebody: telephone, number of a person, mail, name.

Basis: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 Art. 3, 9; NĐ 20/2008/NĐ-CP Art. 19 (what is made public).
A checker: it names what it finds to whoever publishes; a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from motcua.kernel.folding import fold
from motcua.kernel.refusal import Refusal

NUMBER = re.compile(r"\+?\d(?:[ .\-]?\d){7,14}")
EMAIL = re.compile(r"[^@\s<>(),;]+@[^@\s<>(),;]+\.[a-zA-Z]{2,}")
CALLED = re.compile(
    r"\b([Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác)\s+([^\W\d_]+(?:\s+[^\W\d_]+){0,4})"
)
WORDS_LEAST = 2
"""A name of one word alone is a word like others."""


class StillReveals(Refusal):
    """The text holds `found`: names, numbers or addresses of people."""

    code = "petition-still-reveals"


def reveals(texts: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """What is found, in its order, each once. `known`: names, numbers and addresses of this sender."""
    found: dict[str, None] = {}
    for text in texts:
        for pattern in (NUMBER, EMAIL):
            found.update((hit.group(), None) for hit in pattern.finditer(text))
        found.update((name, None) for hit in CALLED.finditer(text) if (name := _named(hit)))
        folded = f" {fold(text)} "
        for one in known:
            if _is_telling(one) and fold(one) in folded:
                found[one] = None
    return tuple(found)


def _named(hit: re.Match[str]) -> str:
    """The title with the words after it that begin in a capital; "" where none does ("ông bà đã biết"). No range of
    letters tells Vietnamese capitals from small ones."""
    words = [*takewhile(lambda word: word[0].isupper(), hit[2].split())]
    return " ".join([hit[1], *words]) if words else ""


def _is_telling(text: str) -> bool:
    return len(text.split()) >= WORDS_LEAST or any(letter.isdigit() for letter in text)
