"""Every file that is missing, altered or unknown is named; reading one proves it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from motcua.documents.commands.uploads import store_file
from motcua.documents.queries.files import open_file
from motcua.documents.rules.ranges import Part
from motcua.documents.rules.refusals import FileAltered, FileMissing
from motcua.documents.storage import place_of
from motcua.documents.verification import FileFlaw, file_flaws
from motcua.kernel.actor import Actor
from tests.support.clock import PLAIN_MORNING
from tests.support.papers_sent import a_pdf

PDF = a_pdf("kiểm tra")


@pytest.fixture
def digest(clerk: Actor) -> str:
    return store_file(actor=clerk, at=PLAIN_MORNING, stream=io.BytesIO(PDF), name="a.pdf").digest


def _alter(digest: str) -> None:
    """One bit of it, as a tired disk does."""
    content = bytearray(PDF)
    content[len(content) // 2] ^= 1
    place_of(digest).chmod(0o600)
    place_of(digest).write_bytes(content)


def test_sound_files_have_no_flaw(digest: str) -> None:
    assert list(file_flaws()) == []


def test_a_file_that_is_gone_is_named(digest: str) -> None:
    place_of(digest).unlink()
    assert list(file_flaws()) == [FileFlaw("missing", digest)]


def test_a_file_with_one_bit_changed_is_named(digest: str) -> None:
    _alter(digest)
    assert list(file_flaws()) == [FileFlaw("altered", digest)]


def test_what_no_row_knows_is_named(digest: str, folder: Path) -> None:
    stranger = "0" * 64
    place_of(stranger).parent.mkdir(parents=True)
    place_of(stranger).write_bytes(b"1")
    (folder / "files" / "notes.txt").write_bytes(b"1")
    (folder / "files" / ("1" * 64)).write_bytes(b"1")
    (folder / "files" / "coming.partial").write_bytes(b"1")
    assert {(flaw.kind, flaw.what) for flaw in file_flaws()} == {
        ("unreferenced", stranger),
        ("unreferenced", "notes.txt"),
        ("unreferenced", "1" * 64),
    }


def test_an_altered_file_is_not_given_though_it_was_read_before(digest: str) -> None:
    assert b"".join(open_file(digest)) == PDF
    _alter(digest)
    with pytest.raises(FileAltered):
        open_file(digest)


def test_a_missing_file_is_said_to_be_missing(digest: str) -> None:
    place_of(digest).unlink()
    with pytest.raises(FileMissing):
        open_file(digest)


@pytest.mark.parametrize(("first", "last"), [(0, 0), (5, 99), (0, len(PDF) - 1)])
def test_a_part_is_those_bytes(digest: str, first: int, last: int) -> None:
    assert b"".join(open_file(digest, Part(first, last))) == PDF[first : last + 1]
