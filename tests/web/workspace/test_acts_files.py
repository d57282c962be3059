"""Files sent with an act: attached once, kept when a form is faulty, shown and taken out."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from motcua.dossiers.vocabulary import Act, FileKind, Stage
from tests.support.acts import attach, bring
from tests.support.papers_sent import a_pdf, a_picture
from tests.web.workspace.act_pages import form, page_of, seen
from tests.web.workspace.conftest import Receive, SignIn, text_of


@pytest.fixture(autouse=True)
def _folder(tmp_path: Any, settings: Any) -> None:
    """Files of each test's own."""
    settings.STORED_FILES = tmp_path / "files"
    settings.UPLOAD_PARTS = tmp_path / "uploads"


def a_file(name: str = "quyet-dinh.pdf", words: str = "Quyết định") -> BytesIO:
    content = BytesIO(a_pdf(words))
    content.name = name
    return content


def test_files_sent_with_the_form_become_part_of_the_dossier(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    typed = {"kind": "PAPER", "paper_position": "0", "file": [a_file(), a_file("b.pdf", "Hai")]}
    sent = browser("thuly1").post(page_of(code, Act.ATTACH), form(code, **typed), follow=True)
    files = seen(code).files
    assert [file["name"] for file in files] == ["quyet-dinh.pdf", "b.pdf"]
    assert [file["paper_position"] for file in files] == [0, 0]
    assert "Xem quyet-dinh.pdf tại đây" in text_of(sent)


def test_a_form_with_files_sent_twice_attaches_once(browser: SignIn, receive: Receive) -> None:
    code = receive()
    client, typed = browser("thuly1"), form(code, kind="OTHER")
    for _time in range(2):
        client.post(page_of(code, Act.ATTACH), {**typed, "file": [a_file(), a_file("b.pdf", "2")]})
    assert len(seen(code).files) == 2


def test_no_file_and_a_file_of_no_known_kind_are_told_at_the_field(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    client, page = browser("thuly1"), page_of(code, Act.ATTACH)
    none = client.post(page, form(code, kind="OTHER"))
    wrong = BytesIO(b"#!/bin/sh\n")
    wrong.name = "a.pdf"
    other = client.post(page, form(code, kind="OTHER", file=wrong))
    assert (none.status_code, other.status_code) == (422, 422)
    assert "Chưa chọn tệp nào" in text_of(none)
    assert 'href="#id_file"' in text_of(other)
    assert seen(code).files == ()


def test_the_result_is_issued_with_a_file_sent_with_it(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.DECIDED)
    typed = {"document_number": "7/GKS", "document_date": "10/06/2026", "file": a_file()}
    sent = browser("vanthu").post(page_of(code, Act.ISSUE_RESULT), form(code, **typed))
    detail = seen(code)
    assert sent.status_code == 302, text_of(sent)
    assert detail.files[0]["kind"] == FileKind.RESULT
    assert detail.results[-1]["digests"] == [detail.files[0]["digest"]]


def test_a_result_that_nothing_tells_is_asked_about_once_more(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.DECIDED)
    client, page = browser("vanthu"), page_of(code, Act.ISSUE_RESULT)
    assert 'name="unnamed"' not in text_of(client.get(page))
    asked = client.post(page, form(code, signed_by="Lê Thị Lan"))
    assert asked.status_code == 422
    assert 'name="unnamed"' in text_of(asked)
    assert 'href="#id_unnamed"' in text_of(asked)
    assert seen(code).stage is Stage.DECIDED
    sent = client.post(page, form(code, signed_by="Lê Thị Lan", unnamed="on"))
    assert sent.status_code == 302, text_of(sent)
    assert seen(code).stage is Stage.SETTLED


def test_a_file_sent_with_a_faulty_form_is_kept_and_not_asked_for_again(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.DECIDED)
    client, page = browser("vanthu"), page_of(code, Act.ISSUE_RESULT)
    faulty = client.post(page, form(code, document_date="10/13/2026", file=a_file()))
    token = text_of(faulty).partition('name="file-token" value="')[2].partition('"')[0]
    assert faulty.status_code == 422
    sent = client.post(page, form(code, document_date="10/06/2026", **{"file-token": token}))
    assert sent.status_code == 302, text_of(sent)
    assert len(seen(code).results[-1]["digests"]) == 1


def test_a_date_ahead_is_refused_at_its_field_though_the_file_is_attached_already(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.DECIDED)
    client, page = browser("vanthu"), page_of(code, Act.ISSUE_RESULT)
    typed = form(code, document_date="11/06/2026", file=a_file())
    refused = client.post(page, typed)
    assert refused.status_code == 422
    assert 'href="#id_document_date"' in text_of(refused)
    digest = seen(code).files[0]["digest"]
    again = form(code, document_date="10/06/2026", digests=[digest])
    assert client.post(page, again).status_code == 302
    assert seen(code).results[-1]["digests"] == [digest]


def test_a_file_is_shown_in_our_page_to_who_sees_the_dossier_and_to_nobody_else(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    attach(code, a_picture())
    attach(code, a_pdf("Hai"))
    address = f"/dossiers/{code}/files/1/"
    shown = browser("thuly1").get(address)
    kept = browser("thuly1").get(address, {"keep": "1"})
    page = text_of(browser("thuly1").get(f"/dossiers/{code}/"))
    assert b"".join(shown).startswith(b"%PDF")  # type: ignore[arg-type]
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown.headers["Content-Security-Policy"]
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert kept.headers["Content-Disposition"].startswith("attachment")
    assert f'<iframe class="file-shown" src="{address}"' in page
    assert f'<img class="file-shown" src="/dossiers/{code}/files/0/"' in page
    assert browser("thuly2").get(address).status_code == 404
    assert browser("thuly1").get(f"/dossiers/{code}/files/9/").status_code == 404


def test_a_file_is_taken_out_with_a_reason_and_can_no_longer_be_opened(
    browser: SignIn, receive: Receive
) -> None:
    code = receive()
    attach(code)
    client, page = browser("thuly1"), f"/dossiers/{code}/acts/remove-file/"
    assert 'value="0" selected' in text_of(client.get(page, {"position": "0"}))
    refused = client.post(page, form(code, position="0", reason=""))
    assert refused.status_code == 422
    assert client.post(page, form(code, position="0", reason="Nhầm hồ sơ")).status_code == 302
    assert client.get(f"/dossiers/{code}/files/0/").status_code == 404
    assert "giay-to.pdf: Nhầm hồ sơ" in text_of(client.get(f"/dossiers/{code}/"))
