"""The leaflet for the notice board: always one page, its code read back, the same bytes for the same words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.papers.codes import CodeTextTooLong
from motcua.papers.data.leaflets import Leaflet, LeafletPart
from motcua.papers.rendering import page_count, render_leaflet
from tests.journeys.papers import codes_of, text_of
from tests.support.clock import PLAIN_MORNING

ADDRESS = "https://motcua.gialam.example.vn/thu-tuc/2.000815"
PLAIN = Leaflet(
    at=PLAIN_MORNING,
    office="Trung tâm Phục vụ hành chính công xã Gia Lâm",
    title="Chứng thực bản sao từ bản chính",
    code_words="Mã thủ tục 2.000815",
    parts=(
        LeafletPart(
            title="Cần mang theo gì?",
            lines=("Bản chính giấy tờ – 1 bản chính", "Bản sao"),
            is_numbered=True,
        ),
        LeafletPart(title="Bao lâu có kết quả?", lines=("trong ngày",)),
    ),
    address=ADDRESS,
    scan_words="Quét mã bằng điện thoại",
    more="… và %(count)s mục nữa: quét mã để xem đủ.",
    foot=("Hỏi thêm: 024 3827 6690",),
)


def crowded(lines: int, length: int) -> Leaflet:
    words = " ".join(["Giấy chứng nhận quyền sử dụng đất"] * (length // 33 + 1))[:length]
    part = LeafletPart(title="Cần mang theo gì?", lines=(words,) * lines, is_numbered=True)
    return replace(PLAIN, title=words, parts=(part, part, part))


def test_it_says_everything_on_one_page() -> None:
    pdf = render_leaflet(PLAIN)
    text = " ".join(text_of(pdf).split())
    assert page_count(pdf) == 1
    for words in (PLAIN.title, "1. Bản chính giấy tờ", "trong ngày", "024 3827 6690", ADDRESS):
        assert words in text


def test_a_camera_reads_the_address_in_its_code() -> None:
    assert codes_of(render_leaflet(PLAIN)) == [ADDRESS]


def test_the_same_words_give_the_same_bytes() -> None:
    assert render_leaflet(PLAIN) == render_leaflet(PLAIN)


@pytest.mark.parametrize(("lines", "length"), [(12, 300), (60, 90), (200, 2000)])
def test_too_much_is_set_smaller_then_cut_and_says_so(lines: int, length: int) -> None:
    pdf = render_leaflet(crowded(lines, length))
    assert page_count(pdf) == 1
    assert codes_of(pdf) == [ADDRESS]


def test_what_was_left_out_is_counted() -> None:
    text = " ".join(text_of(render_leaflet(crowded(200, 200))).split())
    assert "mục nữa: quét mã để xem đủ" in text


def test_an_address_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(CodeTextTooLong):
        render_leaflet(replace(PLAIN, address=f"https://x/{'a' * 400}"))


@settings(max_examples=8, deadline=None)
@given(st.lists(st.text(max_size=600), max_size=30), st.text(max_size=900))
def test_any_words_fit_one_page(lines: list[str], title: str) -> None:
    part = LeafletPart(title=title, lines=tuple(lines), is_numbered=True)
    assert page_count(render_leaflet(replace(PLAIN, title=title, parts=(part,)))) == 1
