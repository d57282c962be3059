"""What may be kept is found by opening it; its name plays no part."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.documents.inspecting.contents import inspect
from motcua.documents.inspecting.office_papers import CONTENTS
from motcua.documents.rules import refusals
from motcua.documents.vocabulary import MediaType
from motcua.kernel.refusal import Refusal
from tests.support.papers_sent import (
    MACRO_MAIN,
    SHEET_MAIN,
    a_huge_png,
    a_pdf,
    a_picture,
    a_tight_archive,
    an_archive,
    an_office_paper,
)

ANY_NAME = "giấy.exe"
TAKEN = {
    "pdf": (a_pdf, MediaType.PDF),
    "pdf that only restricts printing": (lambda: a_pdf(password=""), MediaType.PDF),
    "jpeg": (lambda: a_picture("JPEG"), MediaType.JPEG),
    "png": (lambda: a_picture("PNG"), MediaType.PNG),
    "webp": (lambda: a_picture("WEBP"), MediaType.WEBP),
    "tiff": (lambda: a_picture("TIFF"), MediaType.TIFF),
    "docx": (an_office_paper, MediaType.DOCX),
    "xlsx": (lambda: an_office_paper(SHEET_MAIN), MediaType.XLSX),
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = {
    "nothing": (lambda: b"", refusals.FileEmpty),
    "plain text": (lambda: "Đơn đề nghị".encode(), refusals.FileTypeRefused),
    "xml": (lambda: b'<?xml version="1.0"?><a/>', refusals.FileTypeRefused),
    "json": (lambda: b'{"a": 1}', refusals.FileTypeRefused),
    "gif": (lambda: a_picture("GIF"), refusals.FileTypeRefused),
    "windows program": (lambda: b"MZ\x90\x00" + bytes(100), refusals.FileIsProgram),
    "linux program": (lambda: b"\x7fELF\x02\x01" + bytes(100), refusals.FileIsProgram),
    "script": (lambda: b"#!/bin/sh\nrm -rf ~\n", refusals.FileIsProgram),
    "shortcut": (
        lambda: b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60),
        refusals.FileIsProgram,
    ),
    "html": (lambda: b"\xef\xbb\xbf\n<!DOCTYPE html><script>1</script>", refusals.FileIsWebPage),
    "html in utf-16": (lambda: "<html><body>".encode("utf-16"), refusals.FileIsWebPage),
    "svg": (lambda: b'<?xml version="1.0"?><svg onload="alert(1)"/>', refusals.FileIsWebPage),
    "heic": (lambda: b"\x00\x00\x00\x18ftypheic" + bytes(40), refusals.FileIsHeic),
    "old word": (lambda: OLE, refusals.FileIsOldOffice),
    "rar": (lambda: b"Rar!\x1a\x07\x01\x00" + bytes(40), refusals.FileIsArchive),
    "zip": (lambda: an_archive({"a.pdf": a_pdf()}), refusals.FileIsArchive),
    "jar": (lambda: an_archive({"A.class": b"\xca\xfe"}), refusals.FileIsProgram),
    "macro by content type": (lambda: an_office_paper(MACRO_MAIN), refusals.FileHasMacros),
    "macro by part": (
        lambda: an_office_paper(more={"word/vbaProject.bin": b"1"}),
        refusals.FileHasMacros,
    ),
    "program inside": (
        lambda: an_office_paper(more={"word/embeddings/a.exe": b"MZ"}),
        refusals.FileIsProgram,
    ),
    "archive bomb": (a_tight_archive, refusals.FileIsBomb),
    "picture bomb": (a_huge_png, refusals.FileIsBomb),
    "cut archive": (lambda: an_office_paper()[:-30], refusals.FileBroken),
    "pdf with a password": (lambda: a_pdf(password="bí mật"), refusals.FileEncrypted),
    "pdf without a page": (lambda: a_pdf(pages=0), refusals.FileBroken),
    "only the mark of a pdf": (lambda: b"%PDF-1.7\n" + b"x" * 500, refusals.FileBroken),
    "cut jpeg": (lambda: a_picture("JPEG", (900, 900))[:-700], refusals.FileBroken),
    "cut png": (lambda: a_picture("PNG", (900, 900))[:-60], refusals.FileBroken),
    "cut webp": (lambda: a_picture("WEBP", (900, 900))[:-60], refusals.FileBroken),
    "cut tiff": (lambda: a_picture("TIFF", (90, 90))[:2000], refusals.FileBroken),
    "png with a zip behind it": (
        lambda: a_picture("PNG") + an_archive({"a": b"1"}),
        refusals.FileIsTwoThings,
    ),
    "pdf with a jar behind it": (
        lambda: a_pdf() + an_archive({"A.class": b"1"}),
        refusals.FileIsTwoThings,
    ),
    "gif that is a pdf": (lambda: b"GIF89a" + a_pdf(), refusals.FileIsTwoThings),
}


@pytest.mark.parametrize("kind", TAKEN)
def test_a_paper_is_known_by_its_content(tmp_path: Path, kind: str) -> None:
    make, expected = TAKEN[kind]
    (tmp_path / "sent").write_bytes(make())
    assert inspect(tmp_path / "sent", ANY_NAME) is expected


@pytest.mark.parametrize("kind", REFUSED)
def test_what_nobody_should_open_is_refused_by_its_reason(tmp_path: Path, kind: str) -> None:
    make, reason = REFUSED[kind]
    (tmp_path / "sent").write_bytes(make())
    with pytest.raises(Refusal) as refused:
        inspect(tmp_path / "sent", "giấy.pdf")
    assert type(refused.value) is reason


def test_an_archive_without_a_list_of_contents_is_an_archive(tmp_path: Path) -> None:
    (tmp_path / "sent").write_bytes(an_archive({f"sub/{CONTENTS}": b"wordprocessingml"}))
    with pytest.raises(refusals.FileIsArchive):
        inspect(tmp_path / "sent", "giấy.docx")


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    make=st.sampled_from(sorted(TAKEN)),
    flaws=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=20
    ),
    cut=st.floats(0.05, 1),
)
def test_whatever_is_damaged_is_taken_or_refused_but_never_a_fault(
    tmp_path: Path, make: str, flaws: list[tuple[float, int]], cut: float
) -> None:
    content = bytearray(TAKEN[make][0]())
    for place, value in flaws:
        content[int(place * len(content))] = value
    (tmp_path / "sent").write_bytes(content[: int(cut * len(content)) + 1])
    try:
        answer: object = inspect(tmp_path / "sent", ANY_NAME)
    except Refusal as refusal:
        answer = refusal.code
    assert answer
