"""Everyday words: what people say, and the official words it means (shipped as data)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from motcua.procedures.rules.search_vocabulary import ReadWord
from motcua.procedures.rules.search_words import WordForm, forms_of

BEGUN_PHRASE, MISTYPED_PHRASE = 0.8, 0.75
BEGUN_LETTERS_MIN, ALONE_LETTERS_MIN = 4, 4


@dataclass(frozen=True, kw_only=True, slots=True)
class EverydayWords:
    """`phrases` as people say them, the official words they `mean`, and the codes most wanted."""

    phrases: tuple[str, ...]
    means: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SaidPhrase:
    """A phrase found in what was typed: as the book writes it, what it means, how surely, and
    which of the typed words it takes."""

    written: str
    meaning: EverydayWords
    likeness: float
    taken: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Phrase:
    written: str
    words: tuple[WordForm, ...]
    meaning: EverydayWords


class PhraseBook:
    """Finds the everyday phrases in what was typed; the longest wins over those inside it."""

    def __init__(self, everyday: Iterable[EverydayWords]) -> None:
        self._by_key: dict[str, list[_Phrase]] = {}
        self._by_gap: dict[str, list[_Phrase]] = {}
        for meaning in everyday:
            for written in meaning.phrases:
                phrase = _Phrase(written, tuple(forms_of(written)), meaning)
                self._by_key.setdefault(_key(phrase.words), []).append(phrase)
                for gap in range(len(phrase.words)):
                    self._by_gap.setdefault(_gap_key(phrase.words, gap), []).append(phrase)

    @property
    def words(self) -> Iterator[WordForm]:
        """All words of all phrases."""
        return (word for some in self._by_key.values() for phrase in some for word in phrase.words)

    def said_in(self, said: Sequence[WordForm], read: Sequence[ReadWord]) -> list[SaidPhrase]:
        """Phrases inside what was typed. The first word that is not known may be a slip."""
        known = {word.said.text: word.is_known for word in read}
        slip = next((place for place, word in enumerate(said) if not known[word.text]), None)
        found: list[SaidPhrase] = []
        taken = set[int]()
        for start, end in _spans(len(said)):
            places = frozenset(range(start, end))
            here = [] if places & taken else self._written_as(said, places, slip)
            found += here
            taken |= places if here else set()
        return found

    def begun_by(self, said: Sequence[WordForm]) -> list[SaidPhrase]:
        """Phrases that begin with all that was typed."""
        if len(_key(said)) < BEGUN_LETTERS_MIN:
            return []
        everything = frozenset(range(len(said)))
        return [
            _said(phrase, everything, likeness=BEGUN_PHRASE)
            for some in self._by_key.values()
            for phrase in some
            if _begins(said, phrase.words)
        ]

    def _written_as(
        self, said: Sequence[WordForm], places: frozenset[int], slip: int | None
    ) -> list[SaidPhrase]:
        words = [said[place] for place in sorted(places)]
        if slip is None or slip not in places:
            fit = [one for one in self._by_key.get(_key(words), ()) if _may_mean(words, one)]
            return [_said(phrase, places) for phrase in fit]
        gap = slip - min(places)
        fit = [
            phrase
            for phrase in self._by_gap.get(_gap_key(words, gap), ())
            if _may_be_slip(words, phrase, gap)
        ]
        return [_said(phrase, places, likeness=MISTYPED_PHRASE) for phrase in fit]


def _said(phrase: _Phrase, places: frozenset[int], likeness: float = 1.0) -> SaidPhrase:
    return SaidPhrase(
        written=phrase.written, meaning=phrase.meaning, likeness=likeness, taken=places
    )


def _may_mean(said: Sequence[WordForm], phrase: _Phrase) -> bool:
    return all(one.may_mean(other) for one, other in zip(said, phrase.words, strict=True))


def _may_be_slip(said: Sequence[WordForm], phrase: _Phrase, gap: int) -> bool:
    """Whether the word in the gap is one slip away and the others are right. A word alone must be
    long; among others that are right, even a short one cannot be taken for something else."""
    is_sure_enough = len(said) > 1 or len(said[0].folded) >= ALONE_LETTERS_MIN
    others = all(
        one.may_mean(other)
        for place, (one, other) in enumerate(zip(said, phrase.words, strict=True))
        if place != gap
    )
    return is_sure_enough and others and said[gap].is_slip_of(phrase.words[gap])


def _gap_key(words: Sequence[WordForm], gap: int) -> str:
    """The phrase with one word left open."""
    return " ".join("*" if place == gap else word.folded for place, word in enumerate(words))


def _key(words: Iterable[WordForm]) -> str:
    return " ".join(word.folded for word in words)


def _spans(count: int) -> list[tuple[int, int]]:
    """All spans of neighbors, the longest first."""
    spans = [(start, end) for start in range(count) for end in range(start + 1, count + 1)]
    return sorted(spans, key=lambda span: (span[0] - span[1], span[0]))


def _begins(said: Sequence[WordForm], phrase: Sequence[WordForm]) -> bool:
    if not said or len(said) > len(phrase):
        return False
    whole = all(one.may_mean(other) for one, other in zip(said[:-1], phrase, strict=False))
    return whole and said[-1].may_begin(phrase[len(said) - 1])
