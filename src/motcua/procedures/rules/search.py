"""Finding a procedure by a few letters: with accents or without, any order, slips forgiven.

An index is built once from the names in force and lives until the catalogue changes. Each hit
says why it was found. Ranking: the code; everyday words that point at the procedure; the share of
the typed words that the name holds, rare words counting more; neighbors before scattered words;
the plain act before its special cases, unless these were asked for; short names before long ones.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from motcua.procedures.rules.phrase_book import (
    MISTYPED_PHRASE,
    EverydayWords,
    PhraseBook,
    SaidPhrase,
)
from motcua.procedures.rules.search_vocabulary import MISTYPED, ReadWord, Vocabulary
from motcua.procedures.rules.search_words import (
    WordForm,
    code_key,
    forms_of,
    looks_like_code,
    words_of,
)

QUERY_WORDS_MAX = 12
EVERYDAY_SCORE, PHRASE_BONUS, SHORTNESS_BONUS, SPECIAL_CASE_LOSS = 2.0, 0.4, 0.3, 0.15
NEXT_CODE_LOSS, BY_MEANING_SHARE = 0.08, 0.5
COVERED_SHARE_MIN, EVERYDAY_SHARE_MIN, SHARE_OF_BEST_MIN = 0.61, 0.5, 0.75
COVERED_WHOLLY = 0.99
SPECIAL_CASES = tuple(
    " ".join(words_of(case))
    for case in (
        "nước ngoài", "biên giới", "lưu động", "liên thông", "lại", "kết hợp", "đã có hồ sơ",
        "chấm dứt", "xóa", "hủy", "thu hồi", "giám sát", "hợp tác xã", "nghệ nhân",
    )
)  # fmt: skip


class WhyCode(StrEnum):
    """Why a procedure was found; words in `wording.py`."""

    CODE = "CODE"
    EVERYDAY_WORDS = "EVERYDAY_WORDS"
    NAME_WORDS = "NAME_WORDS"
    MISTYPED = "MISTYPED"


@dataclass(frozen=True, kw_only=True, slots=True)
class Why:
    """`said` is what was typed, `meant` what it was taken for (words of the name, or the code)."""

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
    """A found entry; higher scores first. Scores compare within one search only.

    `is_sure` is whether it answers all that was typed, or an everyday phrase; what holds its words here
    and there, or a part of them, may be something else altogether.
    """

    entry: SearchEntry
    score: float
    why: tuple[Why, ...]
    is_sure: bool = True


Matched = dict[str, tuple[float, str]]
"""A typed word -> how well it was matched, and the form in the name it stands for."""


@dataclass(slots=True)
class _Found:
    """A hit in the making; its reasons are worded only if it gets into the answer.

    `share` is how much of what was typed it answers, up to 1.
    """

    place: int
    score: float
    share: float = 1.0
    matched: Matched = field(default_factory=dict)
    because: tuple[Why, ...] = ()
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed: all its words in order, and the different ones with what they stand for."""

    words: list[WordForm]
    read: list[ReadWord]

    @property
    def weights(self) -> dict[str, float]:
        return {word.said.text: word.weight for word in self.read}

    @property
    def key(self) -> str:
        return " ".join(word.folded for word in self.words)


class SearchIndex:
    """Built from entries and everyday words; answers without touching anything else."""

    def __init__(
        self, entries: Iterable[SearchEntry], everyday: Iterable[EverydayWords] = ()
    ) -> None:
        self._entries = tuple(entries)
        self._names = [forms_of(entry.name) for entry in self._entries]
        self._keys = [" ".join(word.folded for word in name) for name in self._names]
        self._by_code: dict[str, list[int]] = {}
        for place, entry in enumerate(self._entries):
            self._by_code.setdefault(code_key(entry.code), []).append(place)
        self._everyday = PhraseBook(everyday)
        self._vocabulary = Vocabulary(self._names, self._everyday.words)

    def find(
        self, text: str, *, limit: int, accept: Callable[[SearchEntry], bool] = lambda _: True
    ) -> list[Hit]:
        """The best hits, at most `limit`, only among accepted entries. Empty text finds nothing."""
        found = self._found_by_code(text) if looks_like_code(text) else self._found_by_words(text)
        accepted = [one for one in found if accept(self._entries[one.place])]
        enough = SHARE_OF_BEST_MIN * max((one.share for one in accepted), default=0.0)
        worthy = sorted((one for one in accepted if one.share >= enough), key=self._rank)
        return [self._hit(one) for one in worthy[:limit]]

    def _rank(self, found: _Found) -> tuple[float, int, str, int]:
        entry = self._entries[found.place]
        return (-found.score, len(entry.name), entry.code, entry.id)

    def _hit(self, found: _Found) -> Hit:
        why = found.because or _why_of_words(found.matched, self._names[found.place])
        return Hit(
            entry=self._entries[found.place], score=found.score, why=why, is_sure=found.is_sure
        )

    def _found_by_code(self, text: str) -> list[_Found]:
        wanted = code_key(text)
        return [
            _Found(
                place=place,
                score=2.0 if known == wanted else 1.0,
                because=(Why(code=WhyCode.CODE, said=text, meant=self._entries[place].code),),
            )
            for known, places in self._by_code.items()
            if known.startswith(wanted)
            for place in places
        ]

    def _found_by_words(self, text: str) -> list[_Found]:
        words = forms_of(text)[:QUERY_WORDS_MAX]
        asked = _Asked(words, self._vocabulary.read(words))
        return self._surely(asked) or self._perhaps(asked)

    def _surely(self, asked: _Asked) -> list[_Found]:
        words = asked.words
        named = self._by_name(asked)
        phrases = self._everyday.said_in(words, asked.read)
        if not phrases and all(one.share < COVERED_WHOLLY for one in named):
            phrases = self._everyday.begun_by(words)
        if any(one.likeness == 1.0 and len(one.taken) == len(words) for one in phrases):
            named = [one for one in named if self._holds_phrase(one.place, asked)]
        return _together(named, self._by_everyday_words(asked, phrases))

    def _perhaps(self, asked: _Asked) -> list[_Found]:
        """Of a whole sentence nothing answers most: what answers a part of it, two words that stand
        together or an everyday phrase. The longer the part, the surer."""
        weights = asked.weights
        total = sum(weights[word.text] for word in asked.words) or 1.0
        best = {one.place: one for one in self._meant_by_a_phrase(asked)}
        for left, right in pairwise(asked.words):
            pair = _Asked([left, right], [word for word in asked.read
                                          if word.said.text in (left.text, right.text)])  # fmt: skip
            share = (weights[left.text] + weights[right.text]) / total
            for place, got in self._matched_words(pair.read).items():
                if len(got) == len(pair.read) and self._stand_together(place, got):
                    score = share - self._loss(place, asked.key)
                    if place not in best or score > best[place].score:
                        best[place] = _Found(
                            place=place, score=score, share=share, matched=got, is_sure=False
                        )
        return list(best.values())

    def _stand_together(self, place: int, got: Matched) -> bool:
        forms = [word.form for word in self._names[place]]
        meant = {form for _likeness, form in got.values()}
        return any(meant <= set(pair) for pair in pairwise(forms))

    def _meant_by_a_phrase(self, asked: _Asked) -> Iterable[_Found]:
        phrases = self._everyday.said_in(asked.words, asked.read)
        return self._phrases_found(asked, phrases).values()

    def _by_everyday_words(self, asked: _Asked, phrases: Iterable[SaidPhrase]) -> list[_Found]:
        found = self._phrases_found(asked, phrases).values()
        return [one for one in found if one.share >= EVERYDAY_SHARE_MIN]

    def _phrases_found(self, asked: _Asked, phrases: Iterable[SaidPhrase]) -> dict[int, _Found]:
        weights = asked.weights
        total = sum(weights[word.text] for word in asked.words) or 1.0
        best: dict[int, _Found] = {}
        for phrase in phrases:
            share = sum(weights[asked.words[place].text] for place in phrase.taken) / total
            for place, fit in self._meant_places(phrase.meaning):
                score = EVERYDAY_SCORE * share**2 * phrase.likeness * fit
                if place not in best or score > best[place].score:
                    because = _why_of_phrase(phrase, asked.words)
                    best[place] = _Found(place=place, score=score, share=share, because=because)
        return best

    def _meant_places(self, meaning: EverydayWords) -> list[tuple[int, float]]:
        """The codes it names, most wanted first, and the names that hold all the words it means."""
        named = {
            place: 1.0 - NEXT_CODE_LOSS * rank
            for rank, code in enumerate(meaning.codes)
            for place in self._by_code.get(code_key(code), ())
        }
        means = _Asked(forms_of(meaning.means), [])
        holding = [set(self._vocabulary.places_of(word.form)) for word in means.words]
        for place in set.intersection(*holding) if holding else ():
            if self._holds_phrase(place, means):
                named.setdefault(place, BY_MEANING_SHARE - self._loss(place, means.key))
        return list(named.items())

    def _by_name(self, asked: _Asked) -> list[_Found]:
        weights = asked.weights
        wanted = sum(weights.values())
        found = []
        for place, got in self._matched_words(asked.read).items():
            share = sum(weights[one] * likeness for one, (likeness, _) in got.items()) / wanted
            if share >= COVERED_SHARE_MIN:
                score = share + self._bonus(place, asked, share) - self._loss(place, asked.key)
                is_sure = share >= COVERED_WHOLLY and self._stands_so(place, asked, got)
                one = _Found(place=place, score=score, share=share, matched=got, is_sure=is_sure)
                found.append(one)
        return found

    def _stands_so(self, place: int, asked: _Asked, got: Matched) -> bool:
        """Whether most of the words stand in the name beside one that was also typed."""
        if len(asked.words) == 1:
            return True
        meant = {form for _likeness, form in got.values()}
        forms = [word.form for word in self._names[place]]
        beside = {form for pair in pairwise(forms) if meant.issuperset(pair) for form in pair}
        return len(beside) * 3 > len(meant) * 2

    def _matched_words(self, read: Sequence[ReadWord]) -> dict[int, Matched]:
        """For each name that holds any: which typed word was matched, how well, by which form."""
        found: dict[int, Matched] = {}
        for word in read:
            for known, likeness in word.stands_for.items():
                for place in self._vocabulary.places_of(known):
                    got = found.setdefault(place, {})
                    if got.get(word.said.text, (0.0, ""))[0] < likeness:
                        got[word.said.text] = (likeness, known)
        return found

    def _bonus(self, place: int, asked: _Asked, share: float) -> float:
        is_phrase = share >= COVERED_WHOLLY and self._holds_phrase(place, asked)
        as_phrase = PHRASE_BONUS if is_phrase and len(asked.words) > 1 else 0.0
        return as_phrase + SHORTNESS_BONUS / math.sqrt(1 + len(self._names[place]))

    def _holds_phrase(self, place: int, asked: _Asked) -> bool:
        """Whether the name holds the words as neighbors, the last one perhaps only begun."""
        return f" {asked.key}" in f" {self._keys[place]}"

    def _loss(self, place: int, asked: str) -> float:
        """What a special case loses when nobody asked for it."""
        name, said = f" {self._keys[place]} ", f" {' '.join(words_of(asked))} "
        unasked = [case for case in SPECIAL_CASES if f" {case} " in name]
        return SPECIAL_CASE_LOSS * sum(f" {case} " not in said for case in unasked)


def _together(named: Iterable[_Found], everyday: Iterable[_Found]) -> list[_Found]:
    """Both ways of finding added up; a name that holds all that was typed explains itself."""
    found = {one.place: one for one in named}
    for one in everyday:
        known = found.setdefault(one.place, one)
        if known is not one:
            known.score += one.score
            known.because = () if known.share >= COVERED_WHOLLY else one.because
            known.share = max(known.share, one.share)
            known.is_sure = known.is_sure or one.is_sure
    return list(found.values())


def _why_of_phrase(phrase: SaidPhrase, words: Sequence[WordForm]) -> tuple[Why, ...]:
    said = " ".join(words[place].text for place in sorted(phrase.taken))
    slip = Why(code=WhyCode.MISTYPED, said=said, meant=phrase.written)
    means = Why(code=WhyCode.EVERYDAY_WORDS, said=phrase.written, meant=phrase.meaning.means)
    return (slip, means) if phrase.likeness == MISTYPED_PHRASE else (means,)


def _why_of_words(matched: Matched, name: Sequence[WordForm]) -> tuple[Why, ...]:
    """Words in the order they were typed, as the name writes them."""
    written = {word.form: word.text for word in reversed(name)}
    sure, slips = [], []
    for said, (likeness, known) in matched.items():
        meant = written.get(known, known)
        if likeness == MISTYPED:
            slips.append(Why(code=WhyCode.MISTYPED, said=said, meant=meant))
        else:
            sure.append(meant)
    words = " ".join(sure)
    by_name = Why(code=WhyCode.NAME_WORDS, said=words, meant=words)
    return ((by_name,) if sure else ()) + tuple(slips)
