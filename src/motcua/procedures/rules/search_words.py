"""Words of a search: how text becomes words, and which known word a mistyped one means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from motcua.kernel.characters import without_unseen
from motcua.kernel.folding import fold

_WORD = re.compile(r"[a-z0-9]+")
_ACCENTED_WORD = re.compile(r"[^\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STROKE = "\u0335"
_CODE_LIKE = re.compile(r"^[a-z]{0,6}[-.]?\d[\d.\-_]*(\.h\d+.*)?$")
FUZZY_LENGTH_MIN = 4
SWAP_LENGTH_MIN = 3
CODE_DIGITS_MIN = 3


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))


@dataclass(frozen=True, slots=True)
class WordForm:
    """A word as it was written. `folded` finds it; `form` tells it from words that fold alike.

    `form` (the letters without their tone, then the tone) is the same for both habits of placing
    the tone (hoá, hóa); both keys are the same for ki and ky, which sound and mean the same.
    """

    text: str
    folded: str
    letters: str
    tone: str
    is_bare: bool
    """Whether it carries no accent at all, so that it may stand for any accented word."""

    @property
    def form(self) -> str:
        return self.letters + self.tone

    def may_mean(self, other: WordForm) -> bool:
        """The same word, as far as this one says: typed accents are never contradicted."""
        return self.folded == other.folded and (self.is_bare or self.form == other.form)

    def may_begin(self, other: WordForm) -> bool:
        """Whether this is the other word as far as it has been typed."""
        if self.is_bare:
            return other.folded.startswith(self.folded)
        return other.letters.startswith(self.letters) and self.tone in ("", other.tone)

    def lacks_accents_of(self, other: WordForm) -> bool:
        """`kêt` lacks one of `kết`; `phở` and `phổ` contradict each other."""
        rest = iter(_taken_apart(other.text))
        return self.folded == other.folded and all(sign in rest for sign in _taken_apart(self.text))

    def is_slip_of(self, other: WordForm) -> bool:
        """Whether one slip of the finger, or accents left out, explain this one."""
        if self.folded == other.folded:
            return self.lacks_accents_of(other)
        near = is_one_slip_apart(self.folded, other.folded)
        return near and (self.is_bare or is_one_slip_apart(self.text, other.text))


def forms_of(text: str) -> list[WordForm]:
    """The words of a text, in order, with their accents."""
    composed = unicodedata.normalize("NFC", without_unseen(text)).casefold()
    return [
        _word_form(word, plain)
        for word in _ACCENTED_WORD.findall(composed)
        if _WORD.fullmatch(plain := fold(word))
    ]


def _word_form(word: str, plain: str) -> WordForm:
    signs = unicodedata.normalize("NFD", word)
    letters = "".join(sign for sign in signs if sign not in _TONES)
    return WordForm(
        text=word,
        folded=_one_i(plain),
        letters=_one_i(unicodedata.normalize("NFC", letters)),
        tone="".join(sign for sign in signs if sign in _TONES),
        is_bare=word == plain,
    )


def _one_i(letters: str) -> str:
    if len(letters) > 1 and letters[-1] in "iy" and letters[-2] in "bcdđghklmnprstvx":
        return letters[:-1] + "i"
    return letters


def _taken_apart(word: str) -> str:
    return unicodedata.normalize("NFD", word).replace("đ", "d" + _STROKE)


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
    """Whether one letter left out, added, changed or put in another place explains both."""
    if abs(len(left) - len(right)) > 1 or left == right:
        return left == right
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    rest_left, rest_right = left[start:], right[start:]
    if len(rest_left) == len(rest_right):
        return rest_left[1:] == rest_right[1:] or _is_one_letter_moved(rest_left, rest_right)
    longer, shorter = sorted((rest_left, rest_right), key=len, reverse=True)
    return longer[1:] == shorter


def _is_one_letter_moved(left: str, right: str) -> bool:
    """Whether the same letters stand there, all but one in their order: `shin` for `sinh`."""
    same = sorted(left) == sorted(right)
    return same and not deletions_of(left).isdisjoint(deletions_of(right) - {right})


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


_ARTICLES = frozenset({"a", "an", "the"})
_LINKS = frozenset(
    {"of", "on", "in", "at", "to", "for", "and", "or", "by", "from", "with", "as", "no", "its"}
)
_ENDING_WORDS_MIN = 2


def english_phrases(name: str) -> tuple[str, ...]:
    """What somebody types of an English name: all of it, without its articles ("register birth"), or its
    end ("household business"), which several names may share."""
    bare = [word for word in name.lower().split() if word not in _ARTICLES]
    ends = [
        " ".join(bare[start:])
        for start in range(1, len(bare) - _ENDING_WORDS_MIN + 1)
        if bare[start] not in _LINKS
    ]
    return tuple(dict.fromkeys((name.lower(), " ".join(bare), *ends)))
