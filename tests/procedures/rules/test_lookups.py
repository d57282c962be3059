"""Which papers an office looks up itself: recognized by name, never a form that names one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.procedures.shipped import lookups
from tests.support.clock import PLAIN_WEDNESDAY


@pytest.mark.parametrize(
    ("paper", "register"),
    [
        ("Giấy tờ có giá trị chứng minh thông tin về cư trú trong trường hợp…", "population"),
        ("Giấy tờ chứng minh nơi cư trú", "population"),
        ("Bản sao giấy chứng tử của đối tượng", "civil-status"),
        ("Giấy chứng nhận kết hôn", "civil-status"),
    ],
)
def test_what_stands_in_a_register_need_not_be_brought(paper: str, register: str) -> None:
    found = lookups().register_of(paper, PLAIN_WEDNESDAY)
    assert found is not None
    assert found.code == register


@pytest.mark.parametrize(
    "paper",
    [
        "Tờ khai đăng ký khai sinh theo mẫu, kèm giấy khai sinh",
        "Văn bản ủy quyền có giấy chứng tử",
        "Đơn đề nghị cấp lại giấy khai sinh",
        "Giấy chứng sinh",
        "Hộ chiếu",
    ],
)
def test_what_is_filled_in_or_kept_nowhere_must_be_brought(paper: str) -> None:
    assert lookups().register_of(paper, PLAIN_WEDNESDAY) is None


def test_before_a_register_was_there_the_paper_was_asked_for() -> None:
    assert lookups().register_of("Sổ hộ khẩu", date(2022, 12, 31)) is None


@given(st.text(max_size=80))
def test_any_words_are_read_without_a_fault(text: str) -> None:
    assert lookups().register_of(f"Tờ khai {text}", PLAIN_WEDNESDAY) is None
