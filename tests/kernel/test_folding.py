"""The search key: one for all spellings."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.folding import fold, unaccent

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵdđ"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Thị Hồng Nhung", "nguyen thi hong nhung"),
        ("ĐẮK LẮK", "dak lak"),
        ("Đặng Ưởng", "dang uong"),
        ("  Lê \u00a0 Lợi\t", "le loi"),
        ("H26.45\u2013240115\u20130001", "h26.45-240115-0001"),
        ("1.001193", "1.001193"),
        ("Ðà Nẵng", "da nang"),
        ("Ｈ２６", "h26"),
        ("\ufeffYến\u200b", "yen"),
        ("“H’Rê”", '"h\'re"'),
        ("Straße Łódź Ørsted", "strasse lodz orsted"),
        ("", ""),
    ],
)
def test_a_text_has_its_key(text: str, key: str) -> None:
    assert fold(text) == key


def test_every_vietnamese_letter_becomes_one_of_the_plain_latin_ones() -> None:
    assert set(fold(VIETNAMESE)) == set("aeiouyd")
    assert fold(VIETNAMESE.upper()) == fold(VIETNAMESE)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_the_unicode_form_of_the_input_does_not_matter(form: str) -> None:
    name = "Trần Đức Thọ, phường Lũng Cú"
    assert fold(unicodedata.normalize(form, name)) == "tran duc tho, phuong lung cu"


def test_taking_accents_away_keeps_case_and_spaces() -> None:
    assert unaccent("Lệ phí  HỘ TỊCH") == "Le phi  HO TICH"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " -.'"))
def test_case_and_composition_never_change_the_key(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text).swapcase()) == fold(text)
