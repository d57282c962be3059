"""Finding a procedure by a few letters: no accents needed, any order, slips forgiven.

An index is built once from the names in force and lives until the catalogue changes. Each hit
says why it was found. Ranking, in this order of weight: the code; everyday words that point at
the procedure; rare words of the name before common ones; exact before begun before mistyped;
short names before long ones; equal accents break ties.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from motcua.procedures.rules.phrase_book import EverydayWords, PhraseBook
from motcua.procedures.rules.search_words import (
    SlipTable,
    accented_words_of,
    code_key,
    looks_like_code,
    spelled_otherwise,
    words_as_written,
    words_of,
)

QUERY_WORDS_MAX = 12
OTHER_SPELLING, SPELLED_TOGETHER, BEGUN, MISTYPED = 0.95, 0.9, 0.85, 0.6
EVERYDAY_BONUS, PHRASE_BONUS, ACCENT_BONUS, SHORTNESS_BONUS = 1.5, 0.25, 0.15, 0.3
COVERED_SHARE_MIN = 0.5
LAST_LETTER = "\uffff"
FILLER_SHARE = 0.25
FILLERS = frozenset(
    [
        "thu",
        "tuc",
        "lam",
        "xin",
        "muon",
        "toi",
        "can",
        "cho",
        "di",
        "o",
        "nhu",
        "the",
        "nao",
        "cua",
        "va",
        "minh",
        "em",
        "de",
        "cach",
        "hoi",
        "bi",
    ]
)


class WhyCode(StrEnum):
    """Why a procedure was found; words in `wording.py`."""

    CODE = "CODE"
    EVERYDAY_WORDS = "EVERYDAY_WORDS"
    NAME_WORDS = "NAME_WORDS"
    MISTYPED = "MISTYPED"


@dataclass(frozen=True, kw_only=True, slots=True)
class Why:
    """`said` is what was typed, `meant` what it was taken for (folded words, or the code)."""

    code: WhyCode
    said: str
    meant: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchEntry:
    """One findable thing: its own id, its code and its name."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A found entry; higher scores first. Scores compare within one search only."""

    entry: SearchEntry
    score: float
    why: tuple[Why, ...]


Matched = dict[str, tuple[float, str]]
"""Said word -> how well it was matched, and the word of the name that it stands for."""


@dataclass(slots=True)
class _Found:
    """A hit in the making; its reasons are worded only if it gets into the answer."""

    place: int
    score: float
    matched: Matched = field(default_factory=dict)
    because: Why | None = None


@dataclass(slots=True)
class _Word:
    """One word of the query: what it may stand for in the index, each with a weight up to 1."""

    said: str
    stands_for: dict[str, float]
    weight: float


class SearchIndex:
    """Built from entries and everyday words; answers without touching anything else."""

    def __init__(
        self, entries: Iterable[SearchEntry], everyday: Iterable[EverydayWords] = ()
    ) -> None:
        self._entries = tuple(entries)
        self._names = [words_of(entry.name) for entry in self._entries]
        self._accents = [accented_words_of(entry.name) for entry in self._entries]
        self._postings = _postings(self._names)
        self._by_code: dict[str, list[int]] = {}
        for place, entry in enumerate(self._entries):
            self._by_code.setdefault(code_key(entry.code), []).append(place)
        self._rarity = {
            word: math.log(1 + len(self._entries) / len(places))
            for word, places in self._postings.items()
        }
        self._sorted_words = sorted(self._postings)
        self._slips = SlipTable(self._postings)
        self._together = _spelled_together(self._names)
        self._everyday = PhraseBook(everyday)

    def find(
        self, text: str, *, limit: int, accept: Callable[[SearchEntry], bool] = lambda _: True
    ) -> list[Hit]:
        """The best hits, at most `limit`, only among accepted entries. Empty text finds nothing."""
        found = self._found_by_code(text) if looks_like_code(text) else self._found_by_words(text)
        accepted = [one for one in found if accept(self._entries[one.place])]
        accepted.sort(key=self._rank)
        return [self._hit(one) for one in accepted[:limit]]

    def _rank(self, found: _Found) -> tuple[float, int, str, int]:
        entry = self._entries[found.place]
        return (-found.score, len(entry.name), entry.code, entry.id)

    def _hit(self, found: _Found) -> Hit:
        entry = self._entries[found.place]
        first = [found.because] if found.because else []
        why = first + _why_of_words(found.matched, entry.name)
        return Hit(entry=entry, score=found.score, why=tuple(why))

    def _found_by_code(self, text: str) -> list[_Found]:
        wanted = code_key(text)
        return [
            _Found(
                place=place,
                score=2.0 if known == wanted else 1.0,
                because=Why(code=WhyCode.CODE, said=text, meant=self._entries[place].code),
            )
            for known, places in self._by_code.items()
            if known.startswith(wanted)
            for place in places
        ]

    def _found_by_words(self, text: str) -> list[_Found]:
        said = words_of(text)[:QUERY_WORDS_MAX]
        found = {one.place: one for one in self._name_matches(said, text)}
        for place, score, reason in self._everyday_matches(said):
            known = found.setdefault(place, _Found(place=place, score=0.0))
            known.score += score
            known.because = reason
        return list(found.values())

    def _everyday_matches(self, said: Sequence[str]) -> list[tuple[int, float, Why]]:
        best: dict[int, tuple[float, Why]] = {}
        for phrase, means, likeness in self._everyday.said_in(said):
            why = Why(code=WhyCode.EVERYDAY_WORDS, said=phrase, meant=means.means)
            weight = likeness * (EVERYDAY_BONUS + 0.5 * len(phrase.split()) / len(said))
            for place, score in self._meant_places(means):
                if place not in best or weight * score > best[place][0]:
                    best[place] = (weight * score, why)
        return [(place, score, why) for place, (score, why) in best.items()]

    def _meant_places(self, entry: EverydayWords) -> list[tuple[int, float]]:
        """The codes it names, most wanted first, and the names that hold all the words it means."""
        named = {
            place: 1.0 - 0.08 * rank
            for rank, code in enumerate(entry.codes)
            for place in self._by_code.get(code_key(code), ())
        }
        for place in self._places_with_all(words_of(entry.means)):
            named.setdefault(place, 0.45 + 0.1 / (1 + len(self._names[place]) / 10))
        return list(named.items())

    def _places_with_all(self, words: Sequence[str]) -> set[int]:
        sets = [set(self._postings.get(word, ())) for word in words]
        return set.intersection(*sets) if sets else set()

    def _name_matches(self, said: Sequence[str], text: str) -> list[_Found]:
        words = [self._word(word, is_last=word == said[-1]) for word in dict.fromkeys(said)]
        weights = {word.said: word.weight for word in words}
        wanted = sum(weights.values())
        accents = accented_words_of(text)
        matches = []
        for place, got in self._matched_words(words).items():
            covered = sum(weights[one] * likeness for one, (likeness, _) in got.items()) / wanted
            if covered >= COVERED_SHARE_MIN:
                score = covered + self._bonus(place, said, accents)
                matches.append(_Found(place=place, score=score, matched=got))
        return matches

    def _matched_words(self, words: Sequence[_Word]) -> dict[int, Matched]:
        """For each name that holds any: which said word was matched, how well, by which word."""
        found: dict[int, Matched] = {}
        for word in words:
            for known, likeness in word.stands_for.items():
                for place in self._places_of(known):
                    got = found.setdefault(place, {})
                    if got.get(word.said, (0.0, ""))[0] < likeness:
                        got[word.said] = (likeness, known)
        return found

    def _places_of(self, known: str) -> Sequence[int]:
        return self._postings[known] if known in self._postings else self._together.get(known, [])

    def _bonus(self, place: int, said: Sequence[str], accents: frozenset[str]) -> float:
        name = self._names[place]
        phrase = " ".join(said)
        as_phrase = PHRASE_BONUS if len(said) > 1 and phrase in " ".join(name) else 0.0
        same = len(accents & self._accents[place]) / (len(accents) or 1)
        return as_phrase + ACCENT_BONUS * same + SHORTNESS_BONUS / math.sqrt(1 + len(name))

    def _word(self, said: str, *, is_last: bool) -> _Word:
        stands_for = self._stands_for(said, is_last=is_last)
        unknown = math.log(1 + len(self._entries)) / 2
        weight = max((self._rarity.get(known, unknown) for known in stands_for), default=unknown)
        return _Word(said, stands_for, weight * (FILLER_SHARE if said in FILLERS else 1.0))

    def _stands_for(self, said: str, *, is_last: bool) -> dict[str, float]:
        meant: dict[str, float] = {}
        if is_last:
            meant = dict.fromkeys(self._begun_with(said), BEGUN)
        if said in self._postings:
            meant[said] = 1.0
        elif said in self._together:
            meant[said] = SPELLED_TOGETHER
        other = spelled_otherwise(said)
        if other in self._postings:
            meant[other] = OTHER_SPELLING
        return meant or dict.fromkeys(self._slips.meant_by(said), MISTYPED)

    def _begun_with(self, start: str) -> list[str]:
        first = bisect_left(self._sorted_words, start)
        after = bisect_left(self._sorted_words, start + LAST_LETTER, first)
        return self._sorted_words[first:after]


def _postings(names: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        for word in dict.fromkeys(name):
            postings.setdefault(word, []).append(place)
    return postings


def _spelled_together(names: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Neighbors written as one word: `khaisinh`."""
    pairs = [[left + right for left, right in pairwise(name)] for name in names]
    return _postings(pairs)


def _why_of_words(matched: Matched, name: str) -> list[Why]:
    """Words in the order they were said, as the name writes them."""
    written = words_as_written(name)
    sure, slips = [], []
    for said, (likeness, known) in matched.items():
        meant = written.get(known, known)
        if likeness == MISTYPED:
            slips.append(Why(code=WhyCode.MISTYPED, said=said, meant=meant))
        else:
            sure.append(meant)
    words = " ".join(sure)
    return [Why(code=WhyCode.NAME_WORDS, said=words, meant=words)] * bool(sure) + slips
