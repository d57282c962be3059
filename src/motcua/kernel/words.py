"""The words a dossier is found by and the words somebody types, made alike: pure, for both databases.

A word is a run of letters and digits of the folded text: accents, case and punctuation do not
matter, and a code is found by any of its parts. Of a long number the last four digits are a word
too: that is what people remember. What is typed stands whole; the last word only if anybody has it
so, unless it has a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from motcua.kernel.folding import fold

WORDS_MAX = 8
WORD_LENGTH_MAX = 100
NUMBER_LENGTH_MIN = 9
TAIL = 4
MARK = "§"
_WORD = re.compile(r"[^\W_]+")
_SPACED_NUMBER = re.compile(r"[\d .]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: words that stand whole, and beginnings of words, all of them; and at least
    one of `among`, if any are given."""

    whole: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    among: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.whole or self.begun or self.among)


def words_in(text: str) -> list[str]:
    """In their order, each as often as it stands there."""
    return [word[:WORD_LENGTH_MAX] for word in _WORD.findall(fold(text))]


def mark(number: int) -> str:
    """A word that nobody can type: what belongs to a row besides its own words, by its id."""
    return f"{MARK}{number}"


def kept_words(texts: Iterable[str], *marks: int) -> str:
    """All words by which these texts are found, each once, one space between them."""
    words = dict.fromkeys(word for text in texts for word in words_in(text))
    words |= dict.fromkeys(map(mark, marks))
    long = [word for word in words if len(word) >= NUMBER_LENGTH_MIN and word.isdecimal()]
    return " ".join(words | dict.fromkeys(word[-TAIL:] for word in long))


def asked_words(typed: str, *, begun: bool) -> Asked:
    """What to look for; nothing if nothing of it is a word. `begun`: the last word may be unfinished."""
    return asked_for(typed_words(typed)[:WORDS_MAX], begun=begun)


def asked_for(words: list[str], *, begun: bool, among: Iterable[int] = ()) -> Asked:
    """Of words in the order they were typed, and the marks of which one must be there."""
    last = len(words) - 1
    open_ended = {
        word: (begun or _has_digit(word)) if place == last else (begun and _has_digit(word))
        for place, word in enumerate(words)
    }
    return Asked(
        whole=tuple(word for word, is_open in open_ended.items() if not is_open),
        begun=tuple(word for word, is_open in open_ended.items() if is_open),
        among=tuple(map(mark, among)),
    )


def typed_words(typed: str) -> list[str]:
    """In their order; a long number typed in groups is one."""
    words = words_in(typed)
    number = "".join(words)
    in_groups = all(len(word) < NUMBER_LENGTH_MIN for word in words)
    if in_groups and len(number) >= NUMBER_LENGTH_MIN and _SPACED_NUMBER.fullmatch(typed.strip()):
        return [number]
    return words


def mentions(key: str, asked: Asked) -> bool:
    """Whether a kept text holds all that is asked for: what the databases do with their indexes."""
    words = key.split(" ")
    return (
        all(word in words for word in asked.whole)
        and all(any(word.startswith(begun) for word in words) for begun in asked.begun)
        and (not asked.among or any(word in words for word in asked.among))
    )


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
