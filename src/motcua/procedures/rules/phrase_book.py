"""Everyday words: what people say, and the official words it means (shipped as data)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from motcua.procedures.rules.search_words import words_of

BEGUN_PHRASE = 0.8
BEGUN_LETTERS_MIN = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class EverydayWords:
    """`phrases` as people say them, the official words they `mean`, and the codes most wanted."""

    phrases: tuple[str, ...]
    means: str
    codes: tuple[str, ...] = ()


class PhraseBook:
    """Finds the everyday phrases in what was typed; the longest wins over those inside it."""

    def __init__(self, everyday: Iterable[EverydayWords]) -> None:
        self._meanings: dict[str, list[EverydayWords]] = {}
        self._written: dict[str, str] = {}
        for entry in everyday:
            for phrase in entry.phrases:
                key = " ".join(words_of(phrase))
                self._meanings.setdefault(key, []).append(entry)
                self._written.setdefault(key, phrase)
        self._sorted = sorted(self._meanings)

    def said_in(self, said: Sequence[str]) -> list[tuple[str, EverydayWords, float]]:
        """(phrase as written, meaning, likeness): whole phrases inside, else those begun by it."""
        found = [
            (self._written[phrase], meaning, 1.0)
            for phrase in self._longest_inside(said)
            for meaning in self._meanings[phrase]
        ]
        return found or self._begun_by(" ".join(said))

    def _longest_inside(self, said: Sequence[str]) -> list[str]:
        phrases, taken = [], set[int]()
        spans = [
            (end - start, start)
            for start in range(len(said))
            for end in range(start + 1, len(said) + 1)
        ]
        for length, start in sorted(spans, key=lambda span: (-span[0], span[1])):
            places = set(range(start, start + length))
            phrase = " ".join(said[start : start + length])
            if phrase in self._meanings and not places & taken:
                phrases.append(phrase)
                taken |= places
        return phrases

    def _begun_by(self, start: str) -> list[tuple[str, EverydayWords, float]]:
        if len(start) < BEGUN_LETTERS_MIN:
            return []
        place = bisect_left(self._sorted, start)
        found = []
        while place < len(self._sorted) and self._sorted[place].startswith(start):
            phrase = self._sorted[place]
            found += [
                (self._written[phrase], meaning, BEGUN_PHRASE) for meaning in self._meanings[phrase]
            ]
            place += 1
        return found
