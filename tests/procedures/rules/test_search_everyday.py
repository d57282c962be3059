"""What people type finds what they need among the first three hits, and nothing silly above it."""

from __future__ import annotations

import pytest

from motcua.kernel.folding import unaccent
from motcua.procedures.rules.search import Hit, SearchEntry, SearchIndex
from motcua.procedures.rules.search_words import forms_of
from motcua.procedures.shipped import everyday_words, shipped_catalogue
from tests.procedures.rules.everyday_queries import (
    EVERYDAY_QUERIES,
    IN_ENGLISH,
    WHOLE_SENTENCES,
)

RECORDS = shipped_catalogue()["procedures"]
INDEX = SearchIndex(
    (
        SearchEntry(id=number, code=record["code"], name=record["name"])
        for number, record in enumerate(RECORDS)
        if record["tier"] == "two-tier"
    ),
    everyday_words(),
)
FOREIGN = "nước ngoài"


def hits(text: str, limit: int = 10) -> list[Hit]:
    return INDEX.find(text, limit=limit)


def codes(text: str, limit: int = 3) -> list[str]:
    return [hit.entry.code for hit in hits(text, limit)]


def doubled(text: str) -> str:
    """A letter typed twice in the longest word: `khai siinh`."""
    word = max(text.split(), key=len)
    middle = len(word) // 2
    return text.replace(word, word[:middle] + word[middle - 1] + word[middle:], 1)


def swapped(text: str) -> str:
    """The last two letters of the longest word in the wrong order: `khai sihn`."""
    word = max(text.split(), key=len)
    return text.replace(word, word[:-2] + word[-1] + word[-2], 1)


@pytest.mark.parametrize(("said", "code"), EVERYDAY_QUERIES)
def test_what_people_say_finds_what_they_need(said: str, code: str) -> None:
    assert code in codes(said)


@pytest.mark.parametrize(("said", "code"), IN_ENGLISH)
def test_the_commonest_matters_are_found_in_english(said: str, code: str) -> None:
    assert code in codes(said)


@pytest.mark.parametrize(("said", "code"), WHOLE_SENTENCES)
def test_a_whole_sentence_finds_what_a_part_of_it_names(said: str, code: str) -> None:
    assert code in codes(said)
    assert code in codes(unaccent(said))


@pytest.mark.parametrize(("said", "code"), EVERYDAY_QUERIES)
def test_it_is_found_without_accents(said: str, code: str) -> None:
    assert code in codes(unaccent(said))


@pytest.mark.parametrize(("said", "code"), EVERYDAY_QUERIES)
def test_it_is_found_with_one_letter_typed_twice(said: str, code: str) -> None:
    assert code in codes(doubled(said))
    assert code in codes(unaccent(doubled(said)))


@pytest.mark.parametrize(("said", "code"), EVERYDAY_QUERIES)
def test_it_is_found_with_two_letters_swapped(said: str, code: str) -> None:
    assert code in codes(swapped(said))


@pytest.mark.parametrize("said", ["kết hôn", "ket hon", "khai sinh", "khai tử", "giám hộ"])
def test_the_plain_procedure_comes_before_its_special_cases(said: str) -> None:
    assert FOREIGN not in hits(said)[0].entry.name
    assert "lưu động" not in hits(said)[0].entry.name


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("khai sinh có yếu tố nước ngoài", "2.000528"),
        ("khai tử lưu động", "1.000419"),
        ("kết hôn tại khu vực biên giới", "1.000094"),
        ("đăng ký lại kết hôn", "1.004746"),
    ],
)
def test_a_special_case_comes_first_when_it_is_asked_for(said: str, code: str) -> None:
    assert codes(said, 1) == [code]


@pytest.mark.parametrize(
    "said", ["sang tên sổ đỏ", "sang ten so do", "mở quán phở", "mo quan pho", "mua bán nhà"]
)
def test_words_that_only_look_alike_find_nothing(said: str) -> None:
    assert len(hits(said)) == 1


@pytest.mark.parametrize("said", [said for said, _code in EVERYDAY_QUERIES])
def test_typed_accents_are_never_contradicted(said: str) -> None:
    """Every word of a name that is given as the reason was typed so, or is admitted as a slip."""
    typed = forms_of(said)
    meant = [
        word
        for hit in hits(said)
        for why in hit.why
        for word in forms_of(why.meant)
        if why.code == "NAME_WORDS"
    ]
    assert all(any(one.may_mean(word) or one.may_begin(word) for one in typed) for word in meant)


@pytest.mark.parametrize(("typed", "other"), [("đất", "đạt"), ("hoá", "hóa"), ("lý", "lí")])
def test_a_word_is_the_same_with_either_habit_of_writing(typed: str, other: str) -> None:
    (one,), (two,) = forms_of(typed), forms_of(other)
    assert one.may_mean(two) is (typed != "đất")


def test_what_no_procedure_in_force_answers_finds_nothing_rather_than_noise() -> None:
    assert codes("tách thửa") == []
    assert codes("mất sổ đỏ") == []
    assert codes("thuế") == []


def test_what_holds_the_words_here_and_there_is_found_but_not_surely() -> None:
    assert not any(hit.is_sure for hit in hits("bằng lái"))
    assert not any(hit.is_sure for hit in hits("gia đình lập"))
    assert hits("khai sinh")[0].is_sure
    assert hits("cải chính hộ tịch")[0].is_sure


def test_a_birth_certificate_copy_is_not_explained_by_registering_again() -> None:
    reasons = [why.said for hit in hits("khai sinh", 30) for why in hit.why]
    assert "khai sinh lại" not in reasons


def test_everyday_words_point_only_to_procedures_that_are_shipped() -> None:
    known = {record["code"] for record in RECORDS}
    assert {code for entry in everyday_words() for code in entry.codes} <= known


def test_no_phrase_is_said_for_two_things() -> None:
    phrases = [phrase for entry in everyday_words() for phrase in entry.phrases]
    assert len(phrases) == len(set(phrases))


def test_the_table_is_long_and_names_procedures_in_force() -> None:
    now = {record["code"] for record in RECORDS if record["tier"] == "two-tier"}
    assert len(EVERYDAY_QUERIES) >= 60
    assert {code for _said, code in EVERYDAY_QUERIES} <= now
