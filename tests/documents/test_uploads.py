"""A file arrives whole, whatever the line does; or it is not kept at all."""

from __future__ import annotations

import hashlib
import io
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.documents.commands import uploads as commands
from motcua.documents.commands.uploads import (
    append_chunk,
    begin_upload,
    cancel_upload,
    finish_upload,
    store_file,
    sweep_uploads,
)
from motcua.documents.models import FileScan, StoredFile, Upload
from motcua.documents.queries.files import file_of, files_of, open_file
from motcua.documents.queries.uploads import finished_uploads, upload_of
from motcua.documents.rules.chunks import LIFE
from motcua.documents.rules.refusals import (
    ChunkOutOfPlace,
    ChunkTooLarge,
    FileEmpty,
    FileTooLarge,
    FileTypeRefused,
    UploadIncomplete,
    UploadsTooMany,
)
from motcua.documents.storage import kept_places, place_of
from motcua.documents.verification import file_flaws
from motcua.documents.vocabulary import MediaType, ScanState
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound, NotPermitted
from tests.support.clock import PLAIN_MORNING
from tests.support.papers_sent import a_pdf, a_picture
from tests.support.working_office import officer

AT = PLAIN_MORNING
PDF = a_pdf("Đơn đề nghị")
DIGEST = hashlib.sha256(PDF).hexdigest()


def _send(clerk: Actor, content: bytes, name: str = "Đơn.pdf") -> str:
    token = begin_upload(actor=clerk, at=AT, name=name, size=len(content)).token
    append_chunk(actor=clerk, at=AT, token=token, offset=0, data=content)
    return token


def test_a_file_sent_in_one_piece_is_kept_under_its_digest(clerk: Actor) -> None:
    row = finish_upload(actor=clerk, at=AT, token=_send(clerk, PDF))
    assert (row.digest, row.size, row.media_type) == (DIGEST, len(PDF), MediaType.PDF)
    assert (row.name, row.scan, row.stored_at) == ("Đơn.pdf", ScanState.UNSCANNED, AT)
    assert place_of(DIGEST).read_bytes() == PDF
    assert b"".join(open_file(DIGEST)) == PDF


def test_what_is_kept_can_be_written_by_nobody(clerk: Actor) -> None:
    finish_upload(actor=clerk, at=AT, token=_send(clerk, PDF))
    assert place_of(DIGEST).stat().st_mode & 0o777 == 0o400


def test_finishing_again_answers_the_same_and_leaves_no_pieces(clerk: Actor, folder: Path) -> None:
    token = _send(clerk, PDF)
    first = finish_upload(actor=clerk, at=AT, token=token)
    assert finish_upload(actor=clerk, at=AT, token=token) == first
    assert StoredFile.objects.count() == 1
    assert [path for path in folder.rglob("*") if path.is_file()] == [place_of(DIGEST)]


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.data(), color=st.integers(0, 255))
def test_any_pieces_lost_and_repeated_give_the_same_bytes(
    clerk: Actor, data: st.DataObject, color: int
) -> None:
    """A sender that knows only what it was told last, on a line that loses questions and answers."""
    content = a_picture("TIFF", (64, 64), color)
    token = begin_upload(actor=clerk, at=AT, name="quét.tif", size=len(content)).token
    believed = 0
    for _try in range(400):
        fate = data.draw(st.sampled_from(["comes", "lost", "answer lost", "repeated"]))
        length = data.draw(st.integers(1, 2500))
        piece = content[believed : believed + length]
        believed = _sent_over_a_bad_line(clerk, token, believed, piece, fate)
        if believed == len(content):
            break
    else:
        believed = _sent_over_a_bad_line(
            clerk, token, believed, content[believed : len(content)], "comes"
        )
        append_chunk(actor=clerk, at=AT, token=token, offset=believed, data=content[believed:])
    row = finish_upload(actor=clerk, at=AT, token=token)
    assert row.digest == hashlib.sha256(content).hexdigest()
    assert b"".join(open_file(row.digest)) == content


def _sent_over_a_bad_line(clerk: Actor, token: str, believed: int, piece: bytes, fate: str) -> int:
    """How much the sender believes to have arrived after it; a refusal tells it the truth."""
    times = {"comes": 1, "lost": 0, "answer lost": 1, "repeated": 2}[fate]
    told = believed
    for _time in range(times):
        try:
            told = append_chunk(
                actor=clerk, at=AT, token=token, offset=believed, data=piece
            ).received
        except ChunkOutOfPlace as refusal:
            told = refusal.params["received"]
    return {"answer lost": believed}.get(fate, told)


@pytest.mark.parametrize("offset", [0, 99, 101, len(PDF), -1])
def test_a_piece_out_of_place_is_refused_and_says_where_to_go_on(clerk: Actor, offset: int) -> None:
    token = begin_upload(actor=clerk, at=AT, name="a.pdf", size=len(PDF)).token
    append_chunk(actor=clerk, at=AT, token=token, offset=0, data=PDF[:100])
    with pytest.raises(ChunkOutOfPlace) as refused:
        append_chunk(actor=clerk, at=AT, token=token, offset=offset, data=b"x")
    assert refused.value.params == {"received": 100}
    assert upload_of(clerk, AT, token).received == 100


def test_a_piece_beyond_the_end_is_refused(clerk: Actor) -> None:
    token = begin_upload(actor=clerk, at=AT, name="a.pdf", size=10).token
    with pytest.raises(ChunkTooLarge):
        append_chunk(actor=clerk, at=AT, token=token, offset=0, data=bytes(11))


def test_what_a_crash_left_beyond_the_row_is_cut_off(clerk: Actor, folder: Path) -> None:
    token = begin_upload(actor=clerk, at=AT, name="a.pdf", size=len(PDF)).token
    append_chunk(actor=clerk, at=AT, token=token, offset=0, data=PDF[:100])
    with (folder / "uploads" / token).open("ab") as part:
        part.write(b"half a piece whose row was never written" * 100)
    append_chunk(actor=clerk, at=AT, token=token, offset=100, data=PDF[100:])
    assert finish_upload(actor=clerk, at=AT, token=token).digest == DIGEST


def test_what_the_disk_lost_is_sent_again(clerk: Actor, folder: Path) -> None:
    token = begin_upload(actor=clerk, at=AT, name="a.pdf", size=len(PDF)).token
    append_chunk(actor=clerk, at=AT, token=token, offset=0, data=PDF[:300])
    with (folder / "uploads" / token).open("r+b") as part:
        part.truncate(120)
    with pytest.raises(ChunkOutOfPlace) as refused:
        append_chunk(actor=clerk, at=AT, token=token, offset=300, data=PDF[300:])
    assert refused.value.params == {"received": 120}
    append_chunk(actor=clerk, at=AT, token=token, offset=120, data=PDF[120:])
    assert finish_upload(actor=clerk, at=AT, token=token).digest == DIGEST


def test_an_upload_that_is_not_whole_is_not_kept(clerk: Actor) -> None:
    token = begin_upload(actor=clerk, at=AT, name="a.pdf", size=len(PDF)).token
    append_chunk(actor=clerk, at=AT, token=token, offset=0, data=PDF[:-1])
    with pytest.raises(UploadIncomplete) as refused:
        finish_upload(actor=clerk, at=AT, token=token)
    assert refused.value.params == {"received": len(PDF) - 1, "size": len(PDF)}
    assert not StoredFile.objects.exists()


def test_a_content_that_is_refused_leaves_nothing_behind(clerk: Actor, folder: Path) -> None:
    token = _send(clerk, b"not a paper")
    with pytest.raises(FileTypeRefused):
        finish_upload(actor=clerk, at=AT, token=token)
    assert not Upload.objects.exists()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


class PowerCut(Exception):
    """The machine stops here."""


def test_a_crash_between_file_and_row_is_mended_by_finishing_again(
    clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = _send(clerk, PDF)

    def stop(*_args: object, **_named: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(StoredFile.objects, "get_or_create", stop)
        with pytest.raises(PowerCut):
            finish_upload(actor=clerk, at=AT, token=token)
    assert [(flaw.kind, flaw.what) for flaw in file_flaws()] == [("unreferenced", DIGEST)]
    assert finish_upload(actor=clerk, at=AT, token=token).digest == DIGEST
    assert list(file_flaws()) == []


def test_a_crash_before_the_upload_is_marked_is_mended_too(
    clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, keep = _send(clerk, PDF), commands.keep_content

    def keep_and_stop(*args: object) -> None:
        keep(*args)  # type: ignore[arg-type]
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(commands, "keep_content", keep_and_stop)
        with pytest.raises(PowerCut):
            finish_upload(actor=clerk, at=AT, token=token)
    assert finish_upload(actor=clerk, at=AT, token=token).token == token
    assert StoredFile.objects.count() == 1


def test_the_same_content_is_kept_once_under_many_names(clerk: Actor) -> None:
    first = store_file(actor=clerk, at=AT, stream=io.BytesIO(PDF), name="Một.pdf")
    second = store_file(actor=clerk, at=AT, stream=io.BytesIO(PDF), name="Hai.pdf")
    assert (first.digest, first.name, second.name) == (second.digest, "Một.pdf", "Hai.pdf")
    assert len(list(kept_places())) == StoredFile.objects.count() == FileScan.objects.count() == 1


def test_a_kept_file_that_was_altered_is_healed_by_the_next_who_sends_it(clerk: Actor) -> None:
    store_file(actor=clerk, at=AT, stream=io.BytesIO(PDF), name="a.pdf")
    place_of(DIGEST).chmod(0o600)
    place_of(DIGEST).write_bytes(b"altered")
    store_file(actor=clerk, at=AT, stream=io.BytesIO(PDF), name="a.pdf")
    assert b"".join(open_file(DIGEST)) == PDF


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", FileEmpty), (bytes(1024 * 1024 + 1), FileTooLarge)]
)
def test_a_form_may_not_hold_nothing_nor_too_much(
    clerk: Actor, folder: Path, content: bytes, reason: type[Exception]
) -> None:
    with pytest.raises(reason):
        store_file(actor=clerk, at=AT, stream=io.BytesIO(content), name="a.pdf")
    assert list(kept_places()) == []


@pytest.mark.parametrize(("size", "reason"), [(0, FileEmpty), (1024 * 1024 + 1, FileTooLarge)])
def test_nor_may_it_be_announced(clerk: Actor, size: int, reason: type[Exception]) -> None:
    with pytest.raises(reason):
        begin_upload(actor=clerk, at=AT, name="a.pdf", size=size)


def test_one_officer_has_only_so_much_on_its_way_at_once(clerk: Actor) -> None:
    for _time in range(10):
        begin_upload(actor=clerk, at=AT, name="a.pdf", size=1024 * 1024)
    with pytest.raises(UploadsTooMany):
        begin_upload(actor=clerk, at=AT, name="a.pdf", size=1)
    begin_upload(actor=officer("thuly1"), at=AT, name="a.pdf", size=1)


@pytest.mark.parametrize("name", ["../../../x.pdf", "/etc/passwd", "a\x00b", "x" * 5000])
def test_no_name_leads_out_of_the_folder(clerk: Actor, folder: Path, name: str) -> None:
    row = store_file(actor=clerk, at=AT, stream=io.BytesIO(PDF), name=name)
    assert "/" not in row.name
    assert [path for path in folder.rglob("*") if path.is_file()] == [place_of(row.digest)]


@pytest.mark.parametrize("digest", ["../" * 10, "A" * 64, "", "a" * 63, "a" * 64 + "\n"])
def test_no_digest_leads_out_of_the_folder(digest: str) -> None:
    with pytest.raises(ValueError, match="not a digest"):
        place_of(digest)


def test_an_upload_is_its_senders_alone(clerk: Actor, other_clerk: Actor) -> None:
    token = _send(clerk, PDF)
    with pytest.raises(NotFound):
        upload_of(other_clerk, AT, token)
    with pytest.raises(NotFound):
        append_chunk(actor=other_clerk, at=AT, token=token, offset=len(PDF), data=b"")
    with pytest.raises(NotFound):
        cancel_upload(actor=other_clerk, at=AT, token=token)
    finish_upload(actor=clerk, at=AT, token=token)
    assert finished_uploads(other_clerk, AT, (token,)) == ()
    assert [row.token for row in finished_uploads(clerk, AT, (token,))] == [token]


def test_finished_uploads_come_in_the_order_asked(clerk: Actor) -> None:
    rows = [
        store_file(actor=clerk, at=AT, stream=io.BytesIO(a_pdf(str(n))), name=f"{n}.pdf")
        for n in range(3)
    ]
    unfinished = begin_upload(actor=clerk, at=AT, name="a.pdf", size=9).token
    asked = (rows[2].token, unfinished, "unknown", rows[0].token, rows[2].token)
    assert finished_uploads(clerk, AT, asked) == (rows[2], rows[0])


@pytest.mark.parametrize("username", ["quantri", "giamsat"])
def test_who_may_not_attach_may_not_send(clerk: Actor, username: str) -> None:
    stranger = officer(username)
    with pytest.raises(NotPermitted):
        begin_upload(actor=stranger, at=AT, name="a.pdf", size=9)
    with pytest.raises(NotPermitted):
        store_file(actor=stranger, at=AT, stream=io.BytesIO(PDF), name="a.pdf")


def test_what_was_cancelled_is_gone(clerk: Actor, folder: Path) -> None:
    token = _send(clerk, PDF)
    cancel_upload(actor=clerk, at=AT, token=token)
    with pytest.raises(NotFound):
        finish_upload(actor=clerk, at=AT, token=token)
    assert list((folder / "uploads").iterdir()) == []


def test_the_night_forgets_drafts_and_keeps_files(clerk: Actor, folder: Path) -> None:
    unfinished = _send(clerk, PDF[:50])
    kept = store_file(actor=clerk, at=AT, stream=io.BytesIO(PDF), name="a.pdf")
    assert sweep_uploads(at=AT + LIFE - timedelta(seconds=1)) == 0
    assert sweep_uploads(at=AT + LIFE) == 2
    with pytest.raises(NotFound):
        upload_of(clerk, AT, unfinished)
    assert not (folder / "uploads" / unfinished).exists()
    assert file_of(kept.digest).digest == DIGEST


def test_an_expired_upload_does_not_go_on(clerk: Actor) -> None:
    token = _send(clerk, PDF)
    with pytest.raises(NotFound):
        finish_upload(actor=clerk, at=AT + LIFE, token=token)


def test_the_night_removes_pieces_that_no_row_knows(clerk: Actor, folder: Path) -> None:
    (folder / "uploads").mkdir()
    (folder / "files").mkdir()
    (folder / "uploads" / "left").write_bytes(b"1")
    (folder / "files" / "left.partial").write_bytes(b"1")
    sweep_uploads(at=AT.replace(year=2100))
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_many_files_are_asked_for_at_once(clerk: Actor, django_assert_num_queries: object) -> None:
    digests = [
        store_file(actor=clerk, at=AT, stream=io.BytesIO(a_pdf(str(n))), name="a.pdf").digest
        for n in range(4)
    ]
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert sorted(files_of([*digests, "0" * 64])) == sorted(digests)


def test_an_unknown_digest_is_not_found(clerk: Actor) -> None:
    with pytest.raises(NotFound):
        file_of("0" * 64)
    with pytest.raises(NotFound):
        open_file("0" * 64)
