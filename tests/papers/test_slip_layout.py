"""The printed Form 01, looked at as a reader with a ruler does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.papers.rendering import page_count, render
from motcua.papers.vocabulary import PaperKind, PaperSize, SlipCopy, SlipData
from tests.papers.reading import (
    fonts,
    letters_outside_sheet,
    page_sizes_mm,
    page_texts,
    qr_codes,
    rules_on_first_page,
    text_of,
    words_on_first_page,
)
from tests.papers.samples import AT_ONCE, BIRTH, LAND, SAMPLES, of_2020

EVERY_SLIP = [
    pytest.param(data, size, id=f"{name}-{period}-{size}")
    for name, today in SAMPLES.items()
    for period, data in (("2026", today), ("2020", of_2020(today)))
    for size in PaperSize
]


@pytest.mark.parametrize(("data", "size"), EVERY_SLIP)
def test_every_page_has_the_size_of_the_sheet_and_nothing_sticks_out(
    data: SlipData, size: PaperSize
) -> None:
    pdf = render(PaperKind.SLIP, data, size)
    millimeters = {PaperSize.A5: (148, 210), PaperSize.A4: (210, 297)}[size]
    assert set(page_sizes_mm(pdf)) == {millimeters}
    assert letters_outside_sheet(pdf) == []
    assert page_count(pdf) == len(page_texts(pdf))


@pytest.mark.parametrize(("data", "size"), EVERY_SLIP)
def test_both_codes_are_read_from_the_sheet_printed_in_black_and_white(
    data: SlipData, size: PaperSize
) -> None:
    pdf = render(PaperKind.SLIP, data, size)
    found = [code for page in range(page_count(pdf)) for code in qr_codes(pdf, page)]
    # Never on the copy that the office keeps: staff do not answer for citizens.
    own = {SlipCopy.APPLICANT: [data.rating_url], SlipCopy.OFFICE: []}
    head = [data.data_code_text, data.lookup_url]
    assert found == [code for copy in data.copies for code in head + own[copy]]


@pytest.mark.parametrize(("data", "size"), EVERY_SLIP)
def test_only_the_expected_typefaces_are_used_and_all_lie_in_the_file(
    data: SlipData, size: PaperSize
) -> None:
    styles = ("Regular", "Bold", "Italic")
    assert fonts(render(PaperKind.SLIP, data, size)) == {
        f"LibertinusSerif-{style}": True for style in styles
    }


@pytest.mark.parametrize("size", PaperSize)
def test_a_simple_slip_takes_one_page_per_copy(size: PaperSize) -> None:
    assert page_count(render(PaperKind.SLIP, BIRTH, size)) == 1
    assert page_count(render(PaperKind.SLIP, AT_ONCE, size)) == len(AT_ONCE.copies) == 2


def test_a_code_without_text_is_left_out() -> None:
    unrated = replace(BIRTH, lookup_url="", rating_url="", rating_code="")
    pdf = render(PaperKind.SLIP, unrated)
    assert qr_codes(pdf) == [BIRTH.data_code_text]
    assert "Tra cứu" not in text_of(pdf)
    assert "Đánh giá" not in text_of(pdf)


def test_whoever_holds_the_slip_reads_where_to_say_how_it_was() -> None:
    told = " ".join(text_of(render(PaperKind.SLIP, BIRTH)).split())
    assert "Đánh giá (không bắt buộc): https://motcua.example.vn/danh-gia/" in told
    assert BIRTH.rating_code in told
    hidden = render(PaperKind.SLIP, BIRTH, words={"optional.rating_code": False})
    assert qr_codes(hidden) == [BIRTH.data_code_text, BIRTH.lookup_url]
    assert BIRTH.rating_code not in text_of(hidden)


def test_each_copy_is_named_and_counts_its_own_pages() -> None:
    land = replace(LAND, rating_url="", rating_code="")
    both = replace(land, copies=(SlipCopy.APPLICANT, SlipCopy.OFFICE))
    pages = page_texts(render(PaperKind.SLIP, both))
    alone = page_texts(render(PaperKind.SLIP, land))
    assert len(pages) == 2 * len(alone)
    assert "(Liên: Giao khách hàng)" in pages[0]
    assert "(Liên: Lưu)" in pages[len(alone)]
    assert pages[: len(alone)] == alone
    assert pages[len(alone) + 1] == alone[1]


@pytest.mark.parametrize("size", PaperSize)
def test_pages_are_numbered_from_the_second_and_repeat_the_table_head(size: PaperSize) -> None:
    first, *others = page_texts(render(PaperKind.SLIP, LAND, size))
    assert not first.startswith("1 ")
    assert [page.split(maxsplit=2)[:2] for page in others] == [
        [str(number), LAND.dossier_code] for number in range(2, len(others) + 2)
    ]
    assert "STT Tên giấy tờ Loại giấy tờ Số lượng" in others[0]


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("count", range(1, 21))
def test_nobody_signs_a_page_without_the_last_lines_of_the_form(
    count: int, size: PaperSize
) -> None:
    pages = page_texts(render(PaperKind.SLIP, replace(LAND, papers=LAND.papers[:count]), size))
    signed = next(page for page in pages if "NGƯỜI NỘP HỒ SƠ" in page)
    assert "7. Phí, lệ phí (nếu có):" in signed
    assert "Trần Văn Thành" in signed
    assert "024 3827 6543" in signed
    assert signed == pages[-1]


def test_the_rule_under_the_motto_is_as_long_as_the_motto() -> None:
    pdf = render(PaperKind.SLIP, BIRTH, PaperSize.A4)
    rule, motto = (
        rules_on_first_page(pdf)[0],
        words_on_first_page(pdf, "Độc lập - Tự do - Hạnh phúc"),
    )
    assert rule.width == pytest.approx(motto.width, abs=2)
    assert 0 < motto.bottom - rule.top < 8


@pytest.mark.parametrize("data", [BIRTH, LAND])
def test_the_rule_under_the_agency_is_a_third_to_a_half_of_its_line(data: SlipData) -> None:
    pdf = render(PaperKind.SLIP, data, PaperSize.A4)
    rule = rules_on_first_page(pdf)[1]
    last_line = {BIRTH: "HÀNH CHÍNH CÔNG", LAND: "CHI NHÁNH TRUNG TÂM PHỤC"}[data]
    assert 1 / 3 <= rule.width / words_on_first_page(pdf, last_line).width <= 1 / 2


def test_names_stand_on_one_level_under_their_headings() -> None:
    pdf = render(PaperKind.SLIP, BIRTH, PaperSize.A4)
    heading = words_on_first_page(pdf, "NGƯỜI TIẾP NHẬN HỒ SƠ")
    officer = words_on_first_page(pdf, "Trần Văn Thành")
    assert (officer.left + officer.right) / 2 == pytest.approx(
        (heading.left + heading.right) / 2, abs=1
    )
