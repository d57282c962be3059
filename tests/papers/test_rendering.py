"""How the press works: same bytes, one kept compiler, archive and accessibility marks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import fontpkg_be_vietnam_pro
import pypdfium2
import pytest
import typst

from motcua.kernel.refusal import Refusal
from motcua.papers import rendering
from motcua.papers.codes import CodeTextTooLong
from motcua.papers.content.plain import TooManyLines
from motcua.papers.content.slip import PAPERS_MAX
from motcua.papers.form_sets import NoFormSetInForce
from motcua.papers.rendering import Press, Typeface, press_for, render
from motcua.papers.vocabulary import PaperKind, PaperSize, SlipPaper
from tests.papers.reading import fonts, text_of
from tests.papers.samples import BIRTH, LAND, SAMPLES, instant, of_2020

BE_VIETNAM = Typeface("Be Vietnam Pro", Path(fontpkg_be_vietnam_pro.__file__).parent / "files")


@pytest.fixture
def compilers_made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Templates a compiler was made for, from a cold start."""
    made: list[Path] = []
    real = typst.Compiler

    def counted(template: Path, **options: object) -> object:
        made.append(template)
        return real(template, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(rendering, "_PRESSES", {})
    monkeypatch.setattr(rendering.typst, "Compiler", counted)
    return made


def test_one_compiler_is_kept_for_each_form(compilers_made: list[Path]) -> None:
    for data in (BIRTH, LAND, of_2020(BIRTH), BIRTH, of_2020(LAND)):
        for size in PaperSize:
            render(PaperKind.SLIP, data, size)
    assert [path.parent.name for path in compilers_made] == ["tt03-2025", "tt01-2018"]


def test_threads_share_one_compiler_and_never_mix_papers(compilers_made: list[Path]) -> None:
    codes = [f"H26.45-260205-{number:04d}" for number in range(12)]
    with ThreadPoolExecutor(4) as threads:
        printed = list(
            threads.map(
                lambda code: render(PaperKind.SLIP, replace(BIRTH, dossier_code=code)), codes
            )
        )
    assert len(compilers_made) == 1
    assert [
        code for code, pdf in zip(codes, printed, strict=True) if code not in text_of(pdf)
    ] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_data_give_the_same_bytes_even_from_a_new_press(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = render(PaperKind.SLIP, SAMPLES[name])
    render(PaperKind.SLIP, BIRTH, PaperSize.A4)
    assert render(PaperKind.SLIP, SAMPLES[name]) == first
    monkeypatch.setattr(rendering, "_PRESSES", {})
    assert render(PaperKind.SLIP, SAMPLES[name]) == first


def test_a_change_in_the_data_changes_the_paper() -> None:
    assert render(PaperKind.SLIP, replace(BIRTH, officer_name="Trần Văn Thanh")) != render(
        PaperKind.SLIP, BIRTH
    )


def test_the_file_is_titled_dated_and_in_vietnamese() -> None:
    pdf = render(PaperKind.SLIP, BIRTH)
    facts = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert facts["Title"] == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả - H26.45-260205-0007"
    assert facts["CreationDate"] == "D:20260205082000Z"
    assert b"/Lang(vi-VN)" in pdf


def test_the_file_is_an_archive_and_accessible_pdf() -> None:
    pdf = render(PaperKind.SLIP, BIRTH)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>2" in pdf
    assert b"<pdfaid:conformance>A" in pdf
    assert b"<pdfuaid:part>1" in pdf


def test_an_office_may_print_in_a_typeface_of_its_own() -> None:
    pdf = render(PaperKind.SLIP, BIRTH, typeface=BE_VIETNAM)
    assert {name.partition("-")[0] for name in fonts(pdf)} == {"BeVietnamPro"}
    assert all(fonts(pdf).values())
    assert "Nguyễn Thị Hồng Nhung" in text_of(pdf)


def test_a_letter_the_own_typeface_lacks_comes_from_the_built_in_one() -> None:
    pdf = render(PaperKind.SLIP, replace(BIRTH, channel="ἀγορά"), typeface=BE_VIETNAM)
    assert "ἀγορά" not in text_of(pdf)
    assert "Μουσική" in text_of(
        render(PaperKind.SLIP, replace(BIRTH, channel="Μουσική"), typeface=BE_VIETNAM)
    )


def test_a_typeface_has_a_press_of_its_own() -> None:
    template = next(
        iter(rendering._PRESSES), (rendering.form_sets.FORMS / "tt03-2025/mau-01.typ",)
    )[0]
    assert press_for(template) is press_for(template)
    assert press_for(template, BE_VIETNAM) is not press_for(template)
    assert isinstance(press_for(template), Press)


@pytest.mark.parametrize(
    ("broken", "refusal", "field"),
    [
        ({"received_at": instant(2018, 12, 31)}, NoFormSetInForce, None),
        ({"papers": (SlipPaper(name="a"),) * (PAPERS_MAX + 1)}, TooManyLines, "papers"),
        ({"notes": ("a",) * 51}, TooManyLines, "notes"),
        ({"lookup_url": "x" * 301}, CodeTextTooLong, "lookup_url"),
        ({"data_code_text": "x" * 301}, CodeTextTooLong, "data_code_text"),
    ],
)
def test_what_cannot_be_printed_well_is_refused(
    broken: dict[str, object], refusal: type[Refusal], field: str | None
) -> None:
    with pytest.raises(refusal) as refused:
        render(PaperKind.SLIP, replace(BIRTH, **broken))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_an_instant_without_zone_is_a_fault_of_the_caller() -> None:
    with pytest.raises(AssertionError):
        replace(BIRTH, received_at=BIRTH.received_at.replace(tzinfo=None))


def test_three_hundred_papers_are_printed_whole() -> None:
    papers = tuple(
        SlipPaper(name=f"Giấy tờ thứ {index}", originals=1) for index in range(PAPERS_MAX)
    )
    text = text_of(
        render(
            PaperKind.SLIP, replace(BIRTH, papers=papers, due_at=BIRTH.received_at + timedelta(1))
        )
    )
    assert [paper.name for paper in papers if paper.name not in text] == []
