"""The words that are kept of a text, and those looked for, are made alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.words import asked_for, asked_words, kept_words, mentions, words_in

SYLLABLES = st.sampled_from(["Nguyễn", "Thị", "Hồng", "Nhung", "Trần", "Văn", "An", "Đặng", "Ánh"])
NUMBERS = st.from_regex(r"\A0[0-9]{8,11}\Z")
TEXTS = st.lists(st.lists(SYLLABLES, min_size=1).map(" ".join) | NUMBERS, min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nguyễn Thị Hồng-Nhung", ["nguyen", "thi", "hong", "nhung"]),
        ("H26.45-260610-0001", ["h26", "45", "260610", "0001"]),
        ("  Đặng  O'Brien_x ", ["dang", "o", "brien", "x"]),
        ("%_'\"*", []),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def test_each_word_is_kept_once_and_the_end_of_a_long_number_too() -> None:
    assert kept_words(["Lê Lê", "0988777666"], 7) == "le 0988777666 §7 7666"


def test_nobody_can_type_a_mark() -> None:
    assert words_in("§7") == ["7"]


@pytest.mark.parametrize("typed", ["0988 777 666", "0988.777.666", "0988777666"])
def test_a_number_typed_in_groups_is_one_number(typed: str) -> None:
    assert asked_words(typed, begun=False).begun == ("0988777666",)


def test_the_last_word_may_be_unfinished_when_asked_so() -> None:
    key = kept_words(["Trần Văn Anh"])
    assert not mentions(key, asked_words("tran an", begun=False))
    assert mentions(key, asked_words("tran an", begun=True))
    assert not mentions(key, asked_words("tra anh", begun=True))


def test_one_of_the_marks_must_be_there() -> None:
    key = kept_words(["Lê An"], 7)
    assert mentions(key, asked_for(["an"], begun=False, among=(6, 7)))
    assert not mentions(key, asked_for(["an"], begun=False, among=(6, 8)))


@given(TEXTS, st.data(), st.booleans())
def test_whatever_words_stand_in_a_text_find_it_in_any_order(
    texts: list[str], data: st.DataObject, begun: bool
) -> None:
    words = [word for text in texts for word in words_in(text)]
    typed = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=8))
    assert mentions(kept_words(texts), asked_words(" ".join(typed), begun=begun))


@given(st.text(), st.text(), st.booleans())
def test_any_text_can_be_kept_and_looked_for(text: str, typed: str, begun: bool) -> None:
    key, asked = kept_words([text]), asked_words(typed, begun=begun)
    assert key == " ".join(key.split())
    assert mentions(key, asked) in (True, False)
    assert mentions(key, asked_words(text, begun=begun)) or len(words_in(text)) > 8
