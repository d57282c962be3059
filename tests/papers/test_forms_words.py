"""What each form says, in the order of law.md, in both sets, from data to extracted text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.papers.form_sets import every_form, form_called
from motcua.papers.rendering import render_form
from motcua.papers.specimens.choosing import specimen_of
from motcua.papers.specimens.people import RATING
from motcua.papers.vocabulary import PaperSize
from tests.papers.form_phrases import PHRASES
from tests.papers.reading import (
    fonts,
    letters_outside_sheet,
    page_sizes_mm,
    page_texts,
    qr_codes,
    squeezed,
    text_of,
    words_on_first_page,
)
from tests.papers.test_slip_words import in_order

UPRIGHT = {PaperSize.A5: (148, 210), PaperSize.A4: (210, 297)}
LANDSCAPE = (297, 210)
LYING = {
    "DOSSIER_REGISTER",
    "CERTIFICATION_REGISTER",
    "GROUP_MINUTES",
    "DOSSIER_HAND_OVER",
    "RESULT_HAND_OVER",
    "PROCESSING_HISTORY",
    "POST_OUT",
    "POST_IN",
}
EVERY_FORM_AND_SIZE = [
    pytest.param(form.key, size, id=f"{form.key}-{size}")
    for form in every_form().values()
    for size in form.sheet.sizes
]


def printed(key: str, size: PaperSize | None = None) -> bytes:
    form = form_called(key)
    return render_form(form, specimen_of(form), size)


@pytest.mark.parametrize(("key", "size"), EVERY_FORM_AND_SIZE)
def test_the_form_says_everything_in_its_order(key: str, size: PaperSize) -> None:
    assert in_order(text_of(printed(key, size)), PHRASES[key]) == []


def test_every_form_is_held_to_its_phrases() -> None:
    assert PHRASES.keys() == every_form().keys()


@pytest.mark.parametrize(("key", "size"), EVERY_FORM_AND_SIZE)
def test_the_sheet_has_its_size_and_nothing_sticks_out(key: str, size: PaperSize) -> None:
    pdf = printed(key, size)
    is_lying = form_called(key).kind in LYING
    assert set(page_sizes_mm(pdf)) == {{True: LANDSCAPE, False: UPRIGHT[size]}[is_lying]}
    assert letters_outside_sheet(pdf) == []


@pytest.mark.parametrize("key", every_form())
def test_the_form_is_an_archive_and_accessible_pdf_with_its_fonts_inside(key: str) -> None:
    pdf = printed(key)
    assert b"<pdfaid:part>2" in pdf
    assert b"<pdfaid:conformance>A" in pdf
    assert b"<pdfuaid:part>1" in pdf
    assert b"/Lang(vi-VN)" in pdf
    assert all(fonts(pdf).values())


@pytest.mark.parametrize("key", [key for key in every_form() if "/0" in key and key[-2:] < "06"])
@pytest.mark.parametrize("size", PaperSize)
def test_a_paper_about_a_dossier_takes_one_page_with_its_codes(key: str, size: PaperSize) -> None:
    """Forms 02 and 03 ask how it was, as Form 01 does (TT 01/2018/TT-VPCP Art. 12.2)."""
    pdf = printed(key, size)
    assert len(page_texts(pdf)) == 1
    data_code, lookup, *rating = qr_codes(pdf)
    assert rating == ([RATING] if key[-2:] in ("01", "02", "03") else [])
    assert data_code.split("|")[:3] == ["H26.45-260205-0007", "1.004884", "001095012345"]
    assert lookup.endswith("?ma=H26.45-260205-0007")


@pytest.mark.parametrize("key", every_form())
def test_the_same_data_give_the_same_bytes(key: str) -> None:
    assert printed(key) == printed(key)


@pytest.mark.parametrize(
    ("key", "copies"),
    [
        (
            "companions/fee-receipt",
            ("Lưu tại cơ quan thu", "Giao cho người nộp tiền", "Lưu nội bộ"),
        ),
        ("companions/return-receipt", ("Bên giao giữ", "Bên nhận giữ")),
        ("companions/dossier-hand-over", ("Bên giao giữ", "Bên nhận giữ")),
        ("companions/group-slip", ("Giao khách hàng", "Lưu")),
    ],
)
def test_each_copy_is_a_page_that_says_whose_it_is(key: str, copies: tuple[str, ...]) -> None:
    pages = page_texts(printed(key))
    assert [f"(Liên: {copy})" in page for copy, page in zip(copies, pages, strict=True)] == [
        True
    ] * len(copies)


def test_an_empty_contact_leaves_dots_to_write_on() -> None:
    form = form_called("tt03-2025/02")
    data = specimen_of(form)
    nobody = replace(data.contact, name="", phone="")
    text = text_of(render_form(form, replace(data, contact=nobody)))
    assert "liên hệ với ……………, số điện thoại …………… để được hướng dẫn" in text


def test_one_reason_stands_alone_and_several_are_a_list() -> None:
    form = form_called("tt03-2025/03")
    data = specimen_of(form)
    alone = text_of(render_form(form, replace(data, reasons=("Sổ gốc còn lưu.",))))
    assert "như sau: Sổ gốc còn lưu." in alone
    assert "– Việc khai sinh" in text_of(printed("tt03-2025/03"))


def test_a_specimen_is_marked_and_a_real_paper_is_not() -> None:
    form = form_called("tt03-2025/04")
    marked = render_form(form, specimen_of(form), specimen=True)
    assert "MẪU" in text_of(marked)
    assert "MẪU" not in text_of(printed("tt03-2025/04"))


@pytest.mark.parametrize("size", PaperSize)
def test_a_code_stays_in_its_column(size: PaperSize) -> None:
    pdf = printed("companions/group-slip", size)
    code = words_on_first_page(pdf, "H26.45-260205-0007")
    assert code.right < words_on_first_page(pdf, "Đăng ký lại").left - 2
    assert code.height < 20


def test_an_unusually_long_code_is_broken_after_its_separators_and_not_lost() -> None:
    form = form_called("companions/group-slip")
    data = specimen_of(form)
    long_code = "H15.50.05.13-20261008-0000975"
    rows = (replace(data.rows[0], dossier_code=long_code), *data.rows[1:])
    pdf = render_form(form, replace(data, rows=rows))
    assert squeezed(long_code) in squeezed(text_of(pdf))
    assert letters_outside_sheet(pdf) == []
