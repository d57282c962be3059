"""Vietnamese alphabetical order, against an order made by ICU."""

from __future__ import annotations

import json
import random
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.sorting import person_name_key, sort_key, sort_vietnamese

ICU_GROUPS: list[list[str]] = json.loads(
    (Path(__file__).parent / "icu_vi_order.json").read_text(encoding="utf-8")
)["order"]
TEXTS = st.text(alphabet="aáạăắâấbcdđeêghioóôốơớuưyAÁĐÊ 1-.,'\u0301\u0323\u0302z", max_size=8)


def test_the_order_is_the_one_of_icu() -> None:
    shuffled = [word for group in ICU_GROUPS for word in group]
    random.Random(5).shuffle(shuffled)
    ordered = sort_vietnamese(shuffled)
    place = {word: number for number, group in enumerate(ICU_GROUPS) for word in group}
    assert [place[word] for word in ordered] == sorted(place[word] for word in shuffled)


def test_words_that_icu_holds_equal_have_equal_keys_and_others_do_not() -> None:
    keys = [{sort_key(word) for word in group} for group in ICU_GROUPS]
    assert [len(group) for group in keys] == [1] * len(keys)
    assert len(set.union(*keys)) == len(keys)


def test_the_example_of_the_design_is_in_order() -> None:
    expected = ["Anh", "Ánh", "Ấn", "Dũng", "Đạt", "Em", "Êm"]
    assert sort_vietnamese(reversed(expected)) == expected


def test_tones_follow_the_dictionary() -> None:
    assert sort_vietnamese(["mạ", "má", "mã", "mả", "mà", "ma"]) == "ma mà mả mã má mạ".split()  # noqa: SIM905


def test_letters_decide_before_tones_over_the_whole_text() -> None:
    assert sort_vietnamese(["Hoá Bình", "Hoa Cúc", "Hoà An"]) == ["Hoà An", "Hoá Bình", "Hoa Cúc"]


def test_composed_and_decomposed_sort_alike_and_keep_their_order() -> None:
    pair = [unicodedata.normalize("NFD", "Đặng"), "Đặng"]
    assert sort_vietnamese(pair) == pair
    assert sort_vietnamese(pair[::-1]) == pair[::-1]


def test_other_scripts_come_after_latin() -> None:
    assert sort_vietnamese(["日本", "Ω", "Ỹ", "5", "!"]) == ["!", "5", "Ỹ", "Ω", "日本"]


def test_people_are_listed_by_given_name_first() -> None:
    people = ["Trần Văn An", "Lê Thị Bình", "Nguyễn  Ân", "Đỗ An"]
    assert sorted(people, key=person_name_key) == [
        "Đỗ An",
        "Trần Văn An",
        "Nguyễn  Ân",
        "Lê Thị Bình",
    ]


@given(st.lists(TEXTS))
def test_sorting_only_rearranges(items: list[str]) -> None:
    assert sorted(sort_vietnamese(items)) == sorted(items)


@given(TEXTS, TEXTS, TEXTS)
def test_the_order_is_total_and_consistent(a: str, b: str, c: str) -> None:
    x, y, z = sorted([a, b, c], key=sort_key)
    assert sort_key(x) <= sort_key(y) <= sort_key(z)
    assert sort_key(x) <= sort_key(z)


@given(TEXTS)
def test_the_unicode_form_does_not_change_the_key(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(
        unicodedata.normalize("NFC", text)
    )


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    letters, tones, cases = sort_key(text)
    assert len(tones) == len(cases) >= len(letters)
