"""A paper is prepared by a process of its own; the bytes that were sent stay as they came."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from motcua.documents import preparing
from motcua.documents.commands.preparing import prepare_paper
from motcua.documents.commands.uploads import store_file
from motcua.documents.queries.files import open_file
from motcua.documents.vocabulary import MediaType, PageDoubt
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from tests.support.clock import PLAIN_MORNING
from tests.support.papers_sent import a_pdf, an_office_paper
from tests.support.photographs import as_jpeg, photographed, printed_page


def kept(clerk: Actor, content: bytes, name: str) -> str:
    row = store_file(actor=clerk, at=PLAIN_MORNING, stream=io.BytesIO(content), name=name)
    return row.digest


def whole(digest: str) -> bytes:
    return b"".join(open_file(digest))


def test_photographs_are_joined_in_their_order_and_kept_as_they_came(clerk: Actor) -> None:
    first = as_jpeg(photographed(printed_page(), size=(900, 1200)))
    second = as_jpeg(photographed(printed_page(stamped=True), size=(600, 1000)))
    digests = kept(clerk, first, "mat-truoc.jpg"), kept(clerk, second, "mat-sau.jpg")
    made = prepare_paper(at=PLAIN_MORNING, digests=digests, name="Căn cước")
    assert made is not None
    assert made.media_type is MediaType.PDF
    assert [page.is_straightened for page in made.pages] == [True, True]
    pages = PdfReader(io.BytesIO(whole(made.digest))).pages
    assert [page.mediabox.width < page.mediabox.height for page in pages] == [True, True]
    assert [whole(digest) for digest in digests] == [first, second]
    again = prepare_paper(at=PLAIN_MORNING, digests=digests, name="Căn cước")
    other_way = prepare_paper(at=PLAIN_MORNING, digests=digests[::-1], name="Căn cước")
    assert again == made
    assert other_way is not None
    assert other_way.digest != made.digest


def test_a_pdf_stays_as_it_is_and_its_empty_pages_are_told(clerk: Actor) -> None:
    digest = kept(clerk, a_pdf(pages=2), "don.pdf")
    seen = prepare_paper(at=PLAIN_MORNING, digests=(digest,), name="Đơn")
    assert seen is not None
    assert seen.digest == digest
    assert [page.doubts for page in seen.pages] == [(PageDoubt.BLANK,)] * 2


def test_a_word_file_is_taken_as_it_is(clerk: Actor) -> None:
    digest = kept(clerk, an_office_paper(), "don.docx")
    seen = prepare_paper(at=PLAIN_MORNING, digests=(digest,), name="Đơn")
    assert seen is not None
    assert (seen.digest, seen.pages) == (digest, ())


def test_what_is_not_kept_is_not_prepared(clerk: Actor) -> None:
    with pytest.raises(NotFound):
        prepare_paper(at=PLAIN_MORNING, digests=("0" * 64,), name="Đơn")


def test_a_reader_that_dies_harms_nobody(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(preparing, "PROGRAM", "motcua.no_such_program")
    assert preparing.look_through([(tmp_path / "x.jpg", "JPEG")], tmp_path / "y.pdf") is None


def test_a_reader_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(preparing, "SECONDS_MAX", 0.001)
    assert sys.executable
    assert preparing.look_through([(tmp_path / "x.jpg", "JPEG")], tmp_path / "y.pdf") is None
