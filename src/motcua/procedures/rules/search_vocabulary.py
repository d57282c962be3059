"""Which words of the names a typed word may stand for, and how surely.

Typed accents are taken at their word: `phở` is not `phổ`. A word without accents may be any word
that folds to it, but in a text that has accents the bare spelling comes first. A slip is looked
for only where a word means nothing as it stands.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.kernel.folding import fold
from motcua.procedures.rules.search_words import SlipTable, WordForm

LEFT_BARE, SPELLED_TOGETHER, BEGUN, MISTYPED = 0.7, 0.9, 0.85, 0.6
BEGUN_THOUGH_KNOWN_LENGTH_MAX = 1
TOGETHER_LENGTH_MIN = 6
LAST_LETTER = "\uffff"
UNKNOWN_SHARE, FILLER_SHARE = 0.75, 0.25
FILLERS = frozenset(
    (
        "thủ", "tục", "làm", "xin", "muốn", "tôi", "cần", "cho", "đi", "ở", "như", "thế", "nào",
        "của", "và", "mình", "em", "để", "cách", "hỏi", "bị",
    )
)  # fmt: skip
_BARE_FILLERS = frozenset(map(fold, FILLERS))


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadWord:
    """A typed word: the words it may stand for (by form, up to 1), and what it is worth.

    `is_known` is whether it means something as it stands, so that it is no slip.
    """

    said: WordForm
    stands_for: dict[str, float]
    weight: float
    is_known: bool = True


class Vocabulary:
    """The words of all names, and those of everyday phrases (known, but found in no name)."""

    def __init__(self, names: Sequence[Sequence[WordForm]], phrases: Iterable[WordForm]) -> None:
        self._places = len(names)
        self._known: dict[str, dict[str, WordForm]] = {}
        self._postings: dict[str, list[int]] = {}
        for place, name in enumerate(names):
            for word in {word.form: word for word in name}.values():
                self._known.setdefault(word.folded, {})[word.form] = word
                self._postings.setdefault(word.form, []).append(place)
        self._together = _spelled_together(names)
        self._in_phrases: dict[str, dict[str, WordForm]] = {}
        for word in phrases:
            self._in_phrases.setdefault(word.folded, {})[word.form] = word
        self._sorted = sorted(self._known)
        self._slips = SlipTable(self._known)

    def places_of(self, token: str) -> Sequence[int]:
        """Places of the names that hold a form, or two words that spell it together."""
        return self._postings.get(token) or self._together.get(token) or ()

    def read(self, text: Sequence[WordForm]) -> list[ReadWord]:
        """The different words of a text, each with what it may stand for."""
        has_accents = any(not word.is_bare for word in text)
        last = text[-1] if text else None
        words = {word.text: word for word in text}.values()
        return [
            self._read(word, has_accents=has_accents, is_last=last is not None and word == last)
            for word in words
        ]

    def _read(self, said: WordForm, *, has_accents: bool, is_last: bool) -> ReadWord:
        meant = self._exact(said, has_accents=has_accents)
        if is_last and (not meant or len(said.folded) <= BEGUN_THOUGH_KNOWN_LENGTH_MAX):
            meant = dict.fromkeys(self._begun(said), BEGUN) | meant
        is_known = bool(meant) or self._is_in_phrases(said)
        if not is_known:
            meant = dict.fromkeys(self._slips_of(said), MISTYPED)
        share = FILLER_SHARE if _is_filler(said, has_accents=has_accents) else 1.0
        return ReadWord(
            said=said, stands_for=meant, weight=self._worth(meant) * share, is_known=is_known
        )

    def _exact(self, said: WordForm, *, has_accents: bool) -> dict[str, float]:
        known = self._known.get(said.folded, {}).values()
        meant = {
            word.form: LEFT_BARE if has_accents and said.form != word.form else 1.0
            for word in known
            if said.may_mean(word)
        }
        is_long = len(said.folded) >= TOGETHER_LENGTH_MIN
        if not meant and is_long and said.folded in self._together:
            return {said.folded: SPELLED_TOGETHER}
        return meant

    def _is_in_phrases(self, said: WordForm) -> bool:
        return any(said.may_mean(word) for word in self._in_phrases.get(said.folded, {}).values())

    def _begun(self, said: WordForm) -> list[str]:
        first = bisect_left(self._sorted, said.folded)
        after = bisect_left(self._sorted, said.folded + LAST_LETTER, first)
        return [
            word.form
            for folded in self._sorted[first:after]
            for word in self._known[folded].values()
            if said.may_begin(word)
        ]

    def _slips_of(self, said: WordForm) -> list[str]:
        near = dict.fromkeys([said.folded, *self._slips.meant_by(said.folded)])
        return [
            word.form
            for folded in near
            for word in self._known.get(folded, {}).values()
            if said.is_slip_of(word)
        ]

    def _worth(self, meant: dict[str, float]) -> float:
        """Rare words count more; a word that no name holds counts as a rare one."""
        places = {place for token in meant for place in self.places_of(token)}
        if not places:
            return UNKNOWN_SHARE * math.log(1 + self._places)
        return math.log(1 + self._places / len(places))


def _is_filler(said: WordForm, *, has_accents: bool) -> bool:
    return said.text in FILLERS if has_accents else said.folded in _BARE_FILLERS


def _spelled_together(names: Sequence[Sequence[WordForm]]) -> dict[str, list[int]]:
    """Neighbors written as one word: `khaisinh`."""
    together: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        for pair in {left.folded + right.folded for left, right in pairwise(name)}:
            together.setdefault(pair, []).append(place)
    return together
