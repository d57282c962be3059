"""Names, pieces and parts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.documents.rules.chunks import (
    CHUNK_BYTES_MAX,
    WAITING_FILES_MAX,
    check_chunk,
    check_size,
    check_waiting,
)
from motcua.documents.rules.naming import ENDINGS, NAME_LENGTH_MAX, clean_name, named_for
from motcua.documents.rules.ranges import NoSuchPart, Part, part_asked
from motcua.documents.rules.refusals import (
    ChunkOutOfPlace,
    ChunkTooLarge,
    FileEmpty,
    FileTooLarge,
    UploadsTooMany,
)
from motcua.documents.vocabulary import MediaType


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Đơn đề nghị.pdf", "Đơn đề nghị.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\an\\đơn.pdf", "đơn.pdf"),
        ("..", "tep"),
        ("", "tep"),
        ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x=1.pdf"),
        ("x\x00y.pdf", "xy.pdf"),
        ("anh‮gpj.exe", "anhgpj.exe"),
        ("con.pdf", "tep-con.pdf"),
        ("  .đơn .", "đơn"),
        ("ho\u0323c ba\u0323.pdf", "học bạ.pdf"),
    ],
)
def test_a_name_is_cleaned(sent: str, shown: str) -> None:
    assert clean_name(sent) == shown


@given(st.text(max_size=400), st.sampled_from(list(MediaType)))
def test_any_name_becomes_one_that_does_no_harm(sent: str, kind: MediaType) -> None:
    shown = named_for(sent, kind)
    assert 0 < len(shown) <= NAME_LENGTH_MAX
    assert not re.search(r'[\x00-\x1f/\\<>:"|?*]', shown)
    assert not shown.startswith(".")
    assert shown.lower().endswith(ENDINGS[kind])
    assert named_for(shown, kind) == shown


def test_the_ending_tells_the_truth() -> None:
    assert named_for("hình.exe", MediaType.PDF) == "hình.exe.pdf"
    assert named_for("ảnh.JPG", MediaType.JPEG) == "ảnh.JPG"


@pytest.mark.parametrize("size", [0, -1])
def test_nothing_is_no_file(size: int) -> None:
    with pytest.raises(FileEmpty):
        check_size(size, 10)


def test_the_greatest_size_is_taken_and_one_byte_more_is_not() -> None:
    check_size(10, 10)
    with pytest.raises(FileTooLarge):
        check_size(11, 10)


def test_one_person_has_only_so_much_on_its_way() -> None:
    check_waiting(10 * (WAITING_FILES_MAX - 1), 10, 10)
    with pytest.raises(UploadsTooMany):
        check_waiting(10 * (WAITING_FILES_MAX - 1) + 1, 10, 10)


def test_a_piece_begins_where_the_last_one_ended() -> None:
    check_chunk(offset=5, length=5, received=5, size=10)
    with pytest.raises(ChunkOutOfPlace) as refused:
        check_chunk(offset=4, length=1, received=5, size=10)
    assert refused.value.params == {"received": 5}


@pytest.mark.parametrize(("length", "size"), [(6, 10), (CHUNK_BYTES_MAX + 1, 9 * CHUNK_BYTES_MAX)])
def test_a_piece_goes_not_beyond_the_end_nor_beyond_all_measure(length: int, size: int) -> None:
    with pytest.raises(ChunkTooLarge):
        check_chunk(offset=5, length=length, received=5, size=size)


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-0", Part(0, 0)),
        ("bytes=2-", Part(2, 9)),
        ("bytes=-3", Part(7, 9)),
        ("bytes=-30", Part(0, 9)),
        ("bytes=4-400", Part(4, 9)),
        (" bytes = 4 - 5 ", Part(4, 5)),
        ("", None),
        ("bytes=-", None),
        ("bytes=5-4", None),
        ("bytes=0-1,3-4", None),
        ("lines=0-1", None),
        ("bytes=a-b", None),
    ],
)
def test_the_part_asked_for(header: str, part: Part | None) -> None:
    assert part_asked(header, 10) == part


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_a_part_beyond_the_end_does_not_exist(header: str) -> None:
    with pytest.raises(NoSuchPart):
        part_asked(header, 10)


@given(st.integers(1, 500), st.integers(0, 600), st.integers(0, 600))
def test_a_part_lies_within_the_file(size: int, first: int, last: int) -> None:
    try:
        part = part_asked(f"bytes={first}-{last}", size)
    except NoSuchPart:
        assert first >= size
    else:
        assert part is None or 0 <= part.first <= part.last < size
