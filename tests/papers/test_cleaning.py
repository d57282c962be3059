from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.papers.cleaning import (
    BREAK_POINT,
    REPERTOIRE,
    TEXT_CHARACTERS_MAX,
    breakable,
    printable,
    visible_text,
)

ANY_TEXT = st.text(st.characters(), max_size=60)  # lone surrogates too
VIETNAMESE = "ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Nguyễn  Thị\tHồng\nNhung ", "Nguyễn Thị Hồng Nhung"),
        (unicodedata.normalize("NFD", "Ước Mơ Đỏ"), "Ước Mơ Đỏ"),
        ("a\x00b\x07c", "abc"),
        ("\u202eđảo chữ\u202c", "đảo chữ"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("mềm\u00ad", "mềm"),
        ("Hồ sơ 😀 số 1", "Hồ sơ □ số 1"),
        ("李明", "□□"),
        ("❤\ufe0f", "□"),
        ("nửa \ud800 cặp", "nửa cặp"),
        ("không\u00a0ngắt\u3000rộng", "không ngắt rộng"),
        ("z\u0301\u0301\u0301\u0301\u0301", "ź\u0301\u0301"),
        ("*đậm* _nghiêng_ #panic() $x$", "*đậm* _nghiêng_ #panic() $x$"),
    ],
)
def test_text_is_made_fit_for_paper(typed: str, printed: str) -> None:
    assert printable(typed) == printed


def test_every_vietnamese_letter_is_in_the_repertoire() -> None:
    assert {
        letter for letter in VIETNAMESE + VIETNAMESE.upper() if ord(letter) not in REPERTOIRE
    } == set()


def test_long_text_is_cut_with_an_ellipsis() -> None:
    cut = printable("x" * 5000)
    assert len(cut) == TEXT_CHARACTERS_MAX
    assert cut.endswith("…")
    assert printable("0123456789", characters_max=5) == "0123…"


def test_only_runs_longer_than_allowed_get_break_points() -> None:
    assert breakable("ngắn dàiquá", run_max=4) == "ngắn " + BREAK_POINT.join("dàiquá")


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(ANY_TEXT)
def test_clean_text_is_composed_visible_and_drawable(text: str) -> None:
    clean = printable(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert {char for char in clean if ord(char) not in REPERTOIRE} <= {"…"}
    assert clean == " ".join(clean.split())


@given(ANY_TEXT, st.integers(1, 20))
def test_break_points_change_no_letter(text: str, run_max: int) -> None:
    clean = visible_text(text)
    broken = breakable(clean, run_max=run_max)
    assert broken.replace(BREAK_POINT, "") == clean.replace(BREAK_POINT, "")
    assert max(map(len, broken.replace(BREAK_POINT, " ").split()), default=0) <= max(run_max, 1)
