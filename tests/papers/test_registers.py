"""The books: many pages, headings on each, closing at the end; and the same rows as a workbook."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from io import BytesIO
from statistics import median
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from motcua.papers.content.plain import TooManyLines
from motcua.papers.data.registers import DossierRegister
from motcua.papers.form_sets import every_form
from motcua.papers.rendering import page_count, render, render_form
from motcua.papers.specimens.choosing import specimen_of
from motcua.papers.specimens.of_lists import certification_register, dossier_register
from motcua.papers.specimens.people import IN_2026
from motcua.papers.vocabulary import PaperKind
from motcua.papers.workbook import render_register_xlsx
from tests.papers.reading import letters_outside_sheet, page_texts, text_of

MEDIAN_SECONDS_MAX = 0.1
SECONDS_A_ROW_MAX = 0.006
CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def book_of(count: int) -> DossierRegister:
    """A register with that many entries, each with a name of its own."""
    data = dossier_register(IN_2026)
    rows = tuple(
        replace(
            data.rows[number % 4],
            number=f"{number:02d}",
            dossier_code=f"H26.45-260205-{number:04d}",
            owner_name=f"Người thứ {number}",
        )
        for number in range(1, count + 1)
    )
    return replace(data, rows=rows)


def test_a_long_book_has_its_headings_on_each_page_and_closes_once() -> None:
    pdf = render(PaperKind.DOSSIER_REGISTER, book_of(200))
    cover, *pages = page_texts(pdf)
    assert "STT" not in cover
    assert all("Cơ quan chủ trì giải quyết" in page for page in pages[:-1])
    assert [page.split(maxsplit=1)[0] for page in pages] == [
        str(number) for number in range(2, len(pages) + 2)
    ]
    assert text_of(pdf).count("Chứng nhận Sổ theo dõi hồ sơ") == 1
    assert "NGƯỜI GIỮ SỔ" in pages[-1]
    assert letters_outside_sheet(pdf) == []


def test_every_entry_stands_once_and_in_order() -> None:
    text = text_of(render(PaperKind.DOSSIER_REGISTER, book_of(150)))
    found = [int(number) for number in re.findall(r"H26\.45-260205-(\d{4})", text)]
    assert found == list(range(1, 151))


def test_an_open_book_is_not_certified() -> None:
    pdf = render(PaperKind.DOSSIER_REGISTER, replace(book_of(5), closing=None, has_cover=False))
    assert "Chứng nhận" not in text_of(pdf)
    assert "Khóa sổ" not in text_of(pdf)
    assert page_count(pdf) == 1


def test_an_empty_book_can_be_printed() -> None:
    pdf = render(PaperKind.DOSSIER_REGISTER, book_of(0))
    assert "Cơ quan chủ trì giải quyết" in text_of(pdf)


def test_a_hidden_column_is_on_neither_paper_nor_sheet() -> None:
    words = {"optional.columns.phone": False}
    assert "Số điện thoại" not in text_of(
        render(PaperKind.DOSSIER_REGISTER, book_of(3), words=words)
    )
    assert "Số điện thoại" not in told(render_register_xlsx(book_of(3), words=words))
    assert "Số điện thoại" in told(render_register_xlsx(book_of(3)))


def test_a_book_beyond_all_bounds_is_refused() -> None:
    data = book_of(1)
    with pytest.raises(TooManyLines):
        render(PaperKind.DOSSIER_REGISTER, replace(data, rows=data.rows * 20_001))


def test_certifications_are_summed() -> None:
    data = certification_register(IN_2026)
    assert data.total_fee_vnd == 20_000
    text = text_of(render(PaperKind.CERTIFICATION_REGISTER, replace(data, rows=data.rows * 50)))
    assert "Cộng: 200 việc, 400 bản, 1200 trang; lệ phí 1.000.000 đồng." in text


def cells(xlsx: bytes) -> list[list[str]]:
    """Rows of the sheet as written: numbers as text, texts in full."""
    tree = ElementTree.fromstring(ZipFile(BytesIO(xlsx)).read("xl/worksheets/sheet1.xml"))  # noqa: S314
    return [
        ["".join(cell.itertext()) for cell in row.iter(f"{CELL}c")]
        for row in tree.iter(f"{CELL}row")
    ]


def told(xlsx: bytes) -> str:
    return " ".join(" ".join(row) for row in cells(xlsx))


def test_the_workbook_says_what_the_book_says() -> None:
    data = book_of(30)
    rows = cells(render_register_xlsx(data))
    assert rows[1][0] == "SỔ THEO DÕI HỒ SƠ"
    assert rows[2][0] == "Quyển số: 01 – Năm: 2026"
    headings = rows[4]
    assert headings[:3] == ["STT", "Mã hồ sơ", "Tên thủ tục hành chính"]
    entries = rows[5:35]
    assert [row[1] for row in entries] == [row.dossier_code for row in data.rows]
    assert [row[4] for row in entries] == [row.owner_name for row in data.rows]
    assert rows[-1][0].startswith("Chứng nhận Sổ theo dõi hồ sơ quyển số 01, năm 2026 có 04 hồ sơ")


def test_instants_are_dates_that_a_sheet_can_sort() -> None:
    received = cells(render_register_xlsx(book_of(1)))[5][8]
    assert float(received) == pytest.approx(46058 + (15 * 60 + 20) / 1440, abs=1e-6)


@pytest.mark.parametrize("typed", ["=1+1", "+84", "@SUM(A1)", "https://x.vn", "a\x00b", "007"])
def test_nothing_typed_becomes_a_formula_a_link_or_a_number(typed: str) -> None:
    data = book_of(1)
    xlsx = render_register_xlsx(replace(data, rows=(replace(data.rows[0], note=typed),)))
    sheet = ZipFile(BytesIO(xlsx)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert cells(xlsx)[5][14] == typed.replace("\x00", "")


def test_the_same_book_gives_the_same_workbook() -> None:
    assert render_register_xlsx(book_of(20)) == render_register_xlsx(book_of(20))


def _seconds(draw: Any) -> float:
    """Of our own work, whatever else the machine does."""
    began = time.process_time()
    draw()
    return time.process_time() - began


@pytest.mark.slow
def test_a_warm_paper_takes_less_than_a_tenth_of_a_second() -> None:
    taken = []
    for form in every_form().values():
        data = specimen_of(form)
        render_form(form, data)
        words = [{"head.copy": f"Liên {number}"} for number in range(5)]
        taken += [
            _seconds(lambda words=one, form=form, data=data: render_form(form, data, words=words))
            for one in words
        ]
    assert median(taken) < MEDIAN_SECONDS_MAX


@pytest.mark.slow
def test_a_book_of_a_year_stays_quick() -> None:
    render(PaperKind.DOSSIER_REGISTER, book_of(1))
    count = 2_000
    data = book_of(count)
    assert _seconds(lambda: render(PaperKind.DOSSIER_REGISTER, data)) < count * SECONDS_A_ROW_MAX
    assert _seconds(lambda: render_register_xlsx(data)) < count * SECONDS_A_ROW_MAX
