"""The search on a handful of real names: what is found, in which order, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.rules.search import SearchEntry, SearchIndex, WhyCode
from motcua.procedures.rules.search_words import code_key, is_one_slip_apart, looks_like_code
from motcua.procedures.shipped import everyday_words, shipped_catalogue

NAMES = {
    record["code"]: record["name"]
    for record in shipped_catalogue()["procedures"]
    if record["tier"] == "two-tier"
}
INDEX = SearchIndex(
    (
        SearchEntry(id=number, code=code, name=name)
        for number, (code, name) in enumerate(NAMES.items())
    ),
    everyday_words(),
)


def first(text: str) -> str:
    return INDEX.find(text, limit=1)[0].entry.code


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("làm giấy khai sinh cho con", "1.001193"),
        ("đẻ con", "1.001193"),
        ("cưới", "1.000894"),
        ("lấy vợ", "1.000894"),
        ("mất", "1.000656"),
        ("làm giấy chứng tử", "1.000656"),
        ("độc thân", "1.004873"),
        ("photo công chứng", "2.000815"),
        ("sao y bản chính", "2.000815"),
        ("sơ yếu lý lịch", "2.000884"),
        ("mở quán", "1.001612"),
        ("sổ đỏ", "1.013978"),
        ("xin trích lục", "2.000635"),
        ("nhập hộ khẩu", "1.004222"),
        ("làm căn cước", "1.014061"),
        ("tiền người già", "1.014027"),
    ],
)
def test_everyday_words_find_the_procedure(said: str, meant: str) -> None:
    hit = INDEX.find(said, limit=1)[0]
    assert hit.entry.code == meant
    assert hit.why[0].code is WhyCode.EVERYDAY_WORDS


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("dang ky khai sinh", "1.001193"),
        ("sinh khai", "1.001193"),
        ("KẾT HÔN đăng ký", "1.000894"),
        ("hon nhan tinh trang xac nhan", "1.004873"),
        ("cải chính hộ tịch", "1.004859"),
        ("khai s", "1.001193"),
    ],
)
def test_accents_case_and_order_do_not_matter(said: str, meant: str) -> None:
    assert first(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("khia sinh", "1.001193"),
        ("khaisinh", "1.001193"),
        ("ket hno", "1.000894"),
        ("ttrích lục hộ tịch", "2.000635"),
        ("hộ kin doanh thành lập", "1.001612"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(said: str, meant: str) -> None:
    assert first(said) == meant


def test_a_forgiven_slip_is_admitted() -> None:
    why = INDEX.find("khia sinh", limit=1)[0].why
    assert [(one.code, one.said, one.meant) for one in why] == [
        (WhyCode.MISTYPED, "khia sinh", "khai sinh"),
        (WhyCode.EVERYDAY_WORDS, "khai sinh", "đăng ký khai sinh"),
    ]


def test_a_slip_in_the_words_of_a_name_is_admitted_too() -> None:
    why = INDEX.find("công nhậnn hòa giải viên", limit=1)[0].why
    assert (WhyCode.MISTYPED, "nhậnn", "nhận") in [(w.code, w.said, w.meant) for w in why]


@pytest.mark.parametrize("typed", ["1.001193", "1001193", "1.001193.H26", " 1.001193 "])
def test_a_code_is_found_as_people_type_it(typed: str) -> None:
    hit = INDEX.find(typed, limit=1)[0]
    assert hit.entry.code == "1.001193"
    assert hit.why[0].code is WhyCode.CODE


def test_the_beginning_of_a_code_finds_all_that_begin_so() -> None:
    codes = {hit.entry.code for hit in INDEX.find("1.0140", limit=50)}
    assert codes == {code for code in NAMES if code.startswith("1.0140")}


def test_only_accepted_entries_are_found() -> None:
    assert (
        INDEX.find("khai sinh", limit=5, accept=lambda entry: entry.code == "1.004884")[
            0
        ].entry.code
        == "1.004884"
    )


@pytest.mark.parametrize("nothing", ["", "   ", "....", "zzzzqqq", "?!"])
def test_nothing_said_finds_nothing(nothing: str) -> None:
    assert INDEX.find(nothing, limit=5) == []


@given(st.text(max_size=200))
def test_no_text_breaks_the_search(text: str) -> None:
    assert len(INDEX.find(text, limit=5)) <= 5


@given(st.sampled_from(sorted(NAMES)))
def test_every_procedure_is_found_by_its_own_name_without_accents(code: str) -> None:
    found = [hit.entry.name for hit in INDEX.find(NAMES[code], limit=10)]
    assert NAMES[code] in found


@given(st.sampled_from(sorted(NAMES)))
def test_every_procedure_is_found_first_by_its_code(code: str) -> None:
    assert first(code) == code


words = st.text(alphabet="abcdehinst", min_size=1, max_size=7)


@given(words, st.data())
def test_one_slip_is_what_it_says(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    left_out = word[:place] + word[place + 1 :]
    changed = word[:place] + "x" + word[place + 1 :]
    swapped = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    assert all(is_one_slip_apart(word, other) for other in (left_out, changed, swapped, word))
    assert not is_one_slip_apart(word, word + "xx")


def test_codes_are_told_from_words() -> None:
    assert looks_like_code("QLKTN012")
    assert not looks_like_code("mẫu 01")
    assert code_key("1.001193.000.00.00.H17") == code_key("1001193")
