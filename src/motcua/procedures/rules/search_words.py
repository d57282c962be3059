"""Words of a search: how text becomes words, and which known word a mistyped one means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from motcua.kernel.folding import fold

_WORD = re.compile(r"[a-z0-9]+")
_ACCENTED_WORD = re.compile(r"\w+")
_CODE_LIKE = re.compile(r"^[a-z]{0,6}[-.]?\d[\d.\-_]*(\.h\d+.*)?$")
FUZZY_LENGTH_MIN = 4
SWAP_LENGTH_MIN = 3
CODE_DIGITS_MIN = 3


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))


def accented_words_of(text: str) -> frozenset[str]:
    """The words with their accents (NFC, case folded): they break ties between đất, đặt and đạt."""
    return frozenset(_ACCENTED_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def words_as_written(text: str) -> dict[str, str]:
    """Folded word -> the word as the text writes it: `sinh` -> `sinh`, `ky` -> `ký`."""
    written = _ACCENTED_WORD.findall(unicodedata.normalize("NFC", text))
    return {fold(word): word for word in reversed(written)}


def spelled_otherwise(word: str) -> str:
    """The same sound with the other letter: `ki` <-> `ky`; "" where there is no other."""
    if len(word) > 1 and word[-1] in "iy" and word[-2] in "bcdghklmnprstvx":
        return word[:-1] + ("y" if word[-1] == "i" else "i")
    return ""


def code_key(text: str) -> str:
    """A code as people type it, to compare: no dots, dashes or case. `1.001193.H17` -> `1001193`."""
    folded = fold(text).replace(" ", "")
    national = re.match(r"^(\d\.?\d{6})(\.(h|g|000)[\d.a-z]*)?$", folded)
    return re.sub(r"[^a-z0-9]", "", national.group(1) if national else folded)


def looks_like_code(text: str) -> bool:
    """Digits with dots, perhaps letters in front: `1.001193`, `1001193`, `1.0011`, `qlktn012`."""
    folded = fold(text).replace(" ", "")
    digits = sum(ch.isdigit() for ch in folded)
    return digits >= CODE_DIGITS_MIN and bool(_CODE_LIKE.match(folded))


def deletions_of(word: str) -> set[str]:
    """The word and all it becomes with one letter left out."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def is_one_slip_apart(left: str, right: str) -> bool:
    """Whether one letter left out, added, changed or swapped with its neighbor explains both."""
    if abs(len(left) - len(right)) > 1 or left == right:
        return left == right
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    rest_left, rest_right = left[start:], right[start:]
    if len(rest_left) == len(rest_right):
        swapped = rest_left[1::-1] + rest_left[2:]
        return rest_left[1:] == rest_right[1:] or swapped == rest_right
    longer, shorter = sorted((rest_left, rest_right), key=len, reverse=True)
    return longer[1:] == shorter


class SlipTable:
    """Known words findable with one slip, without walking the whole vocabulary."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_deletion: dict[str, list[str]] = {}
        for word in self._words:
            if len(word) >= FUZZY_LENGTH_MIN - 1 and not word.isdigit():
                for key in deletions_of(word):
                    self._by_deletion.setdefault(key, []).append(word)

    def meant_by(self, word: str) -> list[str]:
        """Known words one slip away, sorted, maybe none. Words of three letters may only have two
        letters swapped, or half of the language would be near them."""
        if len(word) < SWAP_LENGTH_MIN or word.isdigit():
            return []
        if len(word) < FUZZY_LENGTH_MIN:
            swapped = {word[1] + word[0] + word[2], word[0] + word[2] + word[1]}
            return sorted(swapped & self._words)
        near = {known for key in deletions_of(word) for known in self._by_deletion.get(key, ())}
        return sorted(known for known in near if is_one_slip_apart(word, known))
