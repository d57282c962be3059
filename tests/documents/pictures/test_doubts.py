"""What is said of a page follows from a few numbers, and never more than is plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.documents.rules.doubts import (
    Measures,
    doubts_about,
    pages_missing,
    pages_said,
    sides_expected,
)
from motcua.documents.vocabulary import PageDoubt

numbers = st.floats(0, 255)
measures = st.builds(
    Measures,
    width=st.integers(1, 9000),
    height=st.integers(1, 9000),
    light=numbers,
    contrast=numbers,
    ink=st.floats(0, 1),
    sharpness=st.floats(0, 2000),
    touches_edge=st.booleans(),
)


@given(measures)
def test_each_doubt_is_told_once_and_a_blank_page_is_not_blurred_too(page: Measures) -> None:
    told = doubts_about(page)
    assert len(set(told)) == len(told)
    assert not {PageDoubt.BLANK, PageDoubt.BLURRED} <= set(told)


@given(measures, st.floats(1, 3))
def test_a_sharper_page_is_never_doubted_more(page: Measures, times: float) -> None:
    sharper = Measures(
        width=page.width,
        height=page.height,
        light=page.light,
        contrast=page.contrast,
        ink=page.ink,
        sharpness=page.sharpness * times,
        touches_edge=page.touches_edge,
    )
    assert set(doubts_about(sharper)) <= set(doubts_about(page))


SAID = {
    "Trang 1/3": 3,
    "…\nTrang: 2 / 5": 5,
    "Trang 1 trên 2": 2,
    "Page 1 of 4": 4,
    "Ngày 1/3/2026": 0,
    "Trang 4/3": 0,
    "": 0,
}


@pytest.mark.parametrize(("text", "pages"), SAID.items())
def test_a_paper_says_how_long_it_is(text: str, pages: int) -> None:
    assert pages_said(text) == pages


CARDS = [
    "Bản chụp thẻ căn cước công dân",
    "Thẻ căn cước",
    "Ảnh mặt trước, mặt sau CCCD",
    "Bản sao CMND",
]
NO_CARDS = [
    "Giấy chứng sinh",
    "Tờ khai đăng ký khai sinh",
    "Đơn đề nghị",
    "Hợp đồng thuê nhà",
    "Hộ chiếu hoặc thẻ căn cước",
]


@pytest.mark.parametrize("name", CARDS)
def test_a_card_has_two_sides(name: str) -> None:
    assert sides_expected(name) == 2
    assert pages_missing(sent=1, said=0, paper_name=name) == 1
    assert pages_missing(sent=2, said=0, paper_name=name) == 0


@pytest.mark.parametrize("name", NO_CARDS)
def test_other_papers_may_have_one_page(name: str) -> None:
    assert pages_missing(sent=1, said=0, paper_name=name) == 0


@given(st.integers(0, 50), st.integers(0, 50), st.sampled_from(CARDS + NO_CARDS))
def test_nothing_is_missing_of_what_was_not_sent(sent: int, said: int, name: str) -> None:
    missing = pages_missing(sent=sent, said=said, paper_name=name)
    assert missing >= 0
    assert sent == 0 or sent + missing >= said
    assert sent > 0 or missing == 0
