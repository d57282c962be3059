"""Files over the web: in pieces, with a form, and given back."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.test import Client, RequestFactory
from django.urls import path

from motcua.accounts.rules.roles import Permission
from motcua.config import urls as real_urls
from motcua.documents.commands.uploads import begin_upload, store_file
from motcua.documents.models import FileScan, StoredFile
from motcua.documents.storage import place_of
from motcua.documents.vocabulary import StoredFileRow
from motcua.doors.uploads.reading import FILES_MAX, files_sent
from motcua.doors.uploads.showing import kept_rows, size_words
from motcua.kernel.actor import Actor, Door
from motcua.workspace.staff import StaffView
from motcua.workspace.uploads.serving import file_response
from tests.support.papers_sent import a_pdf, a_picture, an_office_paper
from tests.support.working_office import officer
from tests.web.workspace.conftest import SignIn

PDF = a_pdf("Trang web")
NAME = "Đơn đề nghị “mẫu 01”.pdf"


class ShowFile(StaffView):
    """A page that gives a file, as the rooms do; `?name=`, `?inline=`."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, digest: str) -> HttpResponseBase:
        name, inline = request.GET.get("name", NAME), "inline" in request.GET
        return file_response(self, digest=digest, name=name, inline=inline)


class SendFiles(StaffView):
    """A page with the field, as the rooms do."""

    permission = Permission.DOSSIER_ATTACH

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(request, kept=[], error="")

    def post(self, request: HttpRequest) -> HttpResponse:
        sent = files_sent(self.actor, self.at, request, "papers")
        return self._show(request, kept=kept_rows(sent.rows), error=sent.error)

    def _show(self, request: HttpRequest, **context: Any) -> HttpResponse:
        return render(request, "send.html", context)


urlpatterns = [
    path("given/<str:digest>/", ShowFile.as_view()),
    path("sent/", SendFiles.as_view()),
    *real_urls.urlpatterns,
]
TEMPLATE = """{% import "workspace/uploads/parts.html" as uploads %}<!doctype html><html lang="vi"><head>{{ uploads.assets() }}</head>
<form method="post" enctype="multipart/form-data">{{ csrf_input }}{{ uploads.file_field("papers", "Giấy tờ", multiple=True,
kept=kept|default([]), error=error|default("")) }}</form>"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Iterator[Path]:
    settings.STORED_FILES = tmp_path / "files"
    settings.UPLOAD_PARTS = tmp_path / "uploads"
    settings.FILE_BYTES_MAX = 2 * 1024 * 1024
    settings.ROOT_URLCONF = __name__
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "send.html").write_text(TEMPLATE)
    jinja, *others = settings.TEMPLATES
    settings.TEMPLATES = [{**jinja, "DIRS": [tmp_path / "pages"]}, *others]
    return tmp_path


@pytest.fixture
def clerk(browser: SignIn) -> Client:
    return browser("tiepnhan1")


@pytest.fixture
def kept(clerk: Client, now: datetime) -> Callable[[bytes], StoredFileRow]:
    def keep(content: bytes = PDF) -> StoredFileRow:
        actor = officer("tiepnhan1", now, Door.PAGE)
        return store_file(actor=actor, at=now, stream=io.BytesIO(content), name=NAME)

    return keep


def _begin(client: Client, size: int, name: str = NAME) -> str:
    answer = client.post("/uploads/", {"name": name, "size": size})
    assert answer.status_code == 201, answer.content
    return str(answer.json()["token"])


def _patch(client: Client, token: str, offset: object, data: bytes, **more: str) -> Any:
    return client.patch(
        f"/uploads/{token}/",
        data,
        content_type="application/octet-stream",
        headers={"Upload-Offset": str(offset), **more},
    )


def test_a_file_in_pieces_arrives_and_the_form_carries_its_token(clerk: Client) -> None:
    token = _begin(clerk, len(PDF))
    assert _patch(clerk, token, 0, PDF[:200]).json()["received"] == 200
    assert clerk.get(f"/uploads/{token}/").json()["received"] == 200
    assert _patch(clerk, token, 200, PDF[200:]).json()["received"] == len(PDF)
    done = clerk.post(f"/uploads/{token}/finish/").json()
    assert (done["token"], done["name"], done["size_words"]) == (
        token,
        "Đơn đề nghị “mẫu 01”.pdf",
        "1 KB",
    )
    page = clerk.post("/sent/", {"papers-token": token})
    assert f'name="papers-token" value="{token}" checked' in page.content.decode()


def test_a_piece_out_of_place_is_told_where_to_go_on(clerk: Client) -> None:
    token = _begin(clerk, len(PDF))
    _patch(clerk, token, 0, PDF[:200])
    answer = _patch(clerk, token, 0, PDF[:200])
    assert (answer.status_code, answer.json()["received"]) == (409, 200)
    assert answer.json()["code"] == "chunk-out-of-place"


@pytest.mark.parametrize("offset", ["", "x", "-1", "9" * 40])
def test_a_piece_without_a_place_is_refused(clerk: Client, offset: str) -> None:
    assert _patch(clerk, _begin(clerk, 9), offset, b"1").status_code == 409


def test_a_piece_too_long_for_memory_is_refused(clerk: Client) -> None:
    token = _begin(clerk, 2 * 1024 * 1024)
    assert _patch(clerk, token, 0, bytes(1024 * 1024 + 1)).status_code == 413
    assert _patch(clerk, token, 0, bytes(3 * 1024 * 1024)).status_code in {400, 413}


def test_a_content_that_is_refused_is_explained_in_words(clerk: Client) -> None:
    token = _begin(clerk, 10, "cài đặt.exe")
    _patch(clerk, token, 0, b"MZ" + bytes(8))
    answer = clerk.post(f"/uploads/{token}/finish/")
    assert answer.status_code == 422
    assert "“cài đặt.exe” là chương trình" in answer.json()["text"]
    assert clerk.get(f"/uploads/{token}/").status_code == 404


@pytest.mark.parametrize(("size", "status"), [("0", 422), ("x", 422), (str(3 * 1024 * 1024), 413)])
def test_a_size_that_cannot_be_is_refused(clerk: Client, size: str, status: int) -> None:
    answer = clerk.post("/uploads/", {"name": "a.pdf", "size": size})
    assert answer.status_code == status
    assert answer.json()["text"]


def test_what_is_cancelled_is_gone(clerk: Client) -> None:
    token = _begin(clerk, 9)
    assert clerk.delete(f"/uploads/{token}/").status_code == 204
    assert clerk.get(f"/uploads/{token}/").status_code == 404


def test_nobody_reaches_the_upload_of_another(clerk: Client, browser: SignIn) -> None:
    token, other = _begin(clerk, 9), browser("thuly1")
    assert other.get(f"/uploads/{token}/").status_code == 404
    assert _patch(other, token, 0, b"1").status_code == 404
    assert other.delete(f"/uploads/{token}/").status_code == 404
    assert other.post(f"/uploads/{token}/finish/").status_code == 404


@pytest.mark.parametrize(("username", "status"), [("quantri", 404), ("giamsat", 404), ("", 302)])
def test_who_may_not_attach_may_not_send(browser: SignIn, username: str, status: int) -> None:
    answer = browser(username).post("/uploads/", {"name": "a.pdf", "size": 9})
    assert answer.status_code == status


def test_a_piece_without_the_token_of_the_form_is_refused(clerk: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = clerk.cookies
    assert strict.post("/uploads/", {"name": "a.pdf", "size": 9}).status_code == 403
    form = strict.get("/sent/").content.decode()
    csrf = form.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    begun = strict.post("/uploads/", {"name": "a.pdf", "size": 9}, headers={"X-CSRFToken": csrf})
    token = begun.json()["token"]
    assert _patch(strict, token, 0, b"123").status_code == 403
    assert _patch(strict, token, 0, b"123", **{"X-CSRFToken": csrf}).status_code == 200


def test_without_a_script_the_form_brings_the_files_itself(clerk: Client) -> None:
    files = [
        SimpleUploadedFile("một.pdf", PDF),
        SimpleUploadedFile("hai.png", a_picture("PNG")),
        SimpleUploadedFile("ba.exe", b"MZ" + bytes(50)),
    ]
    page = clerk.post("/sent/", {"papers": files}).content.decode()
    assert page.count('name="papers-token" value=') == 2
    assert "một.pdf" in page
    assert "hai.png" in page
    assert "“ba.exe” là chương trình hoặc chứa chương trình" in page
    assert StoredFile.objects.count() == 2


def test_a_token_that_has_expired_is_said_to_be_gone(clerk: Client) -> None:
    page = clerk.post("/sent/", {"papers-token": ["0" * 48]}).content.decode()
    assert "Hãy chọn lại tệp" in page


def test_a_form_takes_only_so_many_files(now: datetime, clerk: Client) -> None:
    actor: Actor = officer("tiepnhan1", now, Door.PAGE)
    files = [SimpleUploadedFile(f"{n}.pdf", PDF) for n in range(FILES_MAX + 3)]
    request = RequestFactory().post("/sent/", {"papers": files})
    assert len(files_sent(actor, now, request, "papers").rows) == FILES_MAX


def test_a_form_beyond_all_measure_is_refused_before_it_is_read(clerk: Client) -> None:
    answer = clerk.post(
        "/sent/", {"papers": SimpleUploadedFile("a.pdf", PDF)}, CONTENT_LENGTH=str(2**31)
    )
    assert answer.status_code == 400


def test_a_file_is_given_with_heads_that_let_nothing_be_carried_out(
    clerk: Client, kept: Callable[..., StoredFileRow]
) -> None:
    answer = clerk.get(f"/given/{kept().digest}/")
    assert b"".join(answer.streaming_content) == PDF
    heads = answer.headers
    assert heads["Content-Type"] == "application/pdf"
    assert heads["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in heads["Content-Security-Policy"]
    assert "default-src 'none'" in heads["Content-Security-Policy"]
    assert heads["Content-Length"] == str(len(PDF))
    assert heads["Content-Disposition"] == (
        "attachment; filename*=utf-8''%C4%90%C6%A1n%20%C4%91%E1%BB%81%20ngh%E1%BB%8B%20"
        "%E2%80%9Cm%E1%BA%ABu%2001%E2%80%9D.pdf"
    )


def test_a_head_tells_the_length_and_sends_nothing(
    clerk: Client, kept: Callable[..., StoredFileRow]
) -> None:
    answer = clerk.head(f"/given/{kept().digest}/")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(PDF))
    assert answer.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("content", "shown"),
    [(PDF, True), (a_picture("PNG"), True), (a_picture("TIFF"), False), (an_office_paper(), False)],
    ids=["pdf", "png", "tiff", "docx"],
)
def test_only_pdf_and_pictures_are_shown_in_place(
    clerk: Client, kept: Callable[..., StoredFileRow], content: bytes, shown: bool
) -> None:
    answer = clerk.get(f"/given/{kept(content).digest}/?inline=1")
    assert answer.headers["Content-Disposition"].startswith("inline") is shown
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("name", ['a"; x="b.pdf', "a\r\nX-Evil: 1.pdf", "../../a.pdf", "a.html"])
def test_no_name_breaks_a_head(
    clerk: Client, kept: Callable[..., StoredFileRow], name: str
) -> None:
    answer = clerk.get(f"/given/{kept().digest}/", {"name": name})
    told = answer.headers["Content-Disposition"]
    assert told.endswith(('.pdf"', ".pdf"))
    assert "X-Evil" not in answer.headers
    assert "/" not in told


@pytest.mark.parametrize(
    ("asked", "status", "range_told", "body"),
    [
        ("bytes=0-3", 206, f"bytes 0-3/{len(PDF)}", PDF[:4]),
        ("bytes=-4", 206, f"bytes {len(PDF) - 4}-{len(PDF) - 1}/{len(PDF)}", PDF[-4:]),
        ("bytes=100-", 206, f"bytes 100-{len(PDF) - 1}/{len(PDF)}", PDF[100:]),
        ("bytes=0-1,5-6", 200, None, PDF),
        ("nonsense", 200, None, PDF),
    ],
)
def test_a_part_is_given_when_it_is_asked_for(
    clerk: Client,
    kept: Callable[..., StoredFileRow],
    asked: str,
    status: int,
    range_told: str | None,
    body: bytes,
) -> None:
    answer = clerk.get(f"/given/{kept().digest}/", headers={"Range": asked})
    assert answer.status_code == status
    assert answer.headers.get("Content-Range") == range_told
    assert b"".join(answer.streaming_content) == body
    assert answer.headers["Content-Length"] == str(len(body))


def test_a_part_beyond_the_end_is_416(clerk: Client, kept: Callable[..., StoredFileRow]) -> None:
    answer = clerk.get(f"/given/{kept().digest}/", headers={"Range": f"bytes={len(PDF)}-"})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(PDF)}"


def test_a_part_of_another_content_is_given_whole(
    clerk: Client, kept: Callable[..., StoredFileRow]
) -> None:
    heads = {"Range": "bytes=0-3", "If-Range": '"something else"'}
    assert clerk.get(f"/given/{kept().digest}/", headers=heads).status_code == 200


def test_what_the_browser_has_is_not_sent_again(
    clerk: Client, kept: Callable[..., StoredFileRow]
) -> None:
    digest = kept().digest
    tag = clerk.get(f"/given/{digest}/").headers["ETag"]
    again = clerk.get(f"/given/{digest}/", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_harmful_file_is_withheld_with_a_reason(
    clerk: Client, now: datetime, kept: Callable[..., StoredFileRow]
) -> None:
    row = kept()
    file = StoredFile.objects.get(digest=row.digest)
    FileScan.objects.create(file=file, state="INFECTED", found="Test.Harm", scanned_at=now)
    answer = clerk.get(f"/given/{row.digest}/")
    assert answer.status_code == 409
    assert "Tệp có mã độc (Test.Harm)" in answer.content.decode()
    assert PDF not in answer.content


def test_an_altered_file_is_withheld_with_a_reason(
    clerk: Client, kept: Callable[..., StoredFileRow]
) -> None:
    row = kept()
    place_of(row.digest).chmod(0o600)
    place_of(row.digest).write_bytes(b"%PDF-altered")
    answer = clerk.get(f"/given/{row.digest}/")
    assert answer.status_code == 409
    assert "không còn nguyên vẹn" in answer.content.decode()


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 KB"), (340 * 1024, "340 KB"), (1_258_291, "1,2 MB"), (20 * 1024 * 1024, "20 MB")],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("ask", "count"),
    [("begin", 9), ("piece", 9), ("how far", 6)],
)
def test_what_each_question_costs(
    clerk: Client, now: datetime, django_assert_max_num_queries: Any, ask: str, count: int
) -> None:
    token = begin_upload(
        actor=officer("tiepnhan1", now, Door.PAGE), at=now, name="a.pdf", size=900
    ).token
    asked = {
        "begin": lambda: clerk.post("/uploads/", {"name": "a.pdf", "size": 9}),
        "piece": lambda: _patch(clerk, token, 0, b"12345"),
        "how far": lambda: clerk.get(f"/uploads/{token}/"),
    }[ask]
    with django_assert_max_num_queries(count):
        assert asked().status_code < 300
