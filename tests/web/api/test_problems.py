"""Every way of being refused: one form, a stable code, a sentence in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings

from motcua.accounts.commands.tokens import revoke_token
from motcua.accounts.queries import holding_id_called, tokens_of
from motcua.api import tokens
from motcua.api.body import BODY_BYTES_MAX
from motcua.api.problems import STATUS_OF
from motcua.api.wording import TITLES
from motcua.kernel.pacing import Pace
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import SETUP
from tests.web.api.conftest import Caller

MEMBERS = {"type", "title", "status", "detail", "code", "field", "errors", "request_id"}


def problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    """The problem document, after holding that it is one."""
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    document: dict[str, Any] = answer.json()
    assert document.keys() >= MEMBERS
    assert (document["status"], document["code"]) == (status, code)
    assert document["type"] == f"urn:motcua:problem:{code}"
    assert document["request_id"] == answer["X-Request-ID"]
    assert document["title"]
    assert document["detail"]
    return document


def test_without_a_token_one_is_asked_for(stranger: Caller) -> None:
    answer = stranger.get("/dossiers")
    problem(answer, 401, "token-missing")
    assert answer["WWW-Authenticate"] == 'Bearer realm="motcua"'


@pytest.mark.parametrize("token", ["wrong", "mc_" + "x" * 300, "mã-không-đúng", "a b"])
def test_a_token_that_is_none_is_refused(standing: None, token: str) -> None:
    answer = Caller(token).get("/dossiers")
    problem(answer, 401, "token-invalid")
    assert 'error="invalid_token"' in answer["WWW-Authenticate"]


def test_another_scheme_is_no_token(standing: None, now: Any) -> None:
    caller = Caller()
    caller.headers = {"Authorization": "Basic dXNlcjpwYXNz"}
    problem(caller.get("/dossiers"), 401, "token-missing")


def test_a_session_cookie_is_no_token(desk: Caller, client: Any, django_user_model: Any) -> None:
    client.force_login(
        django_user_model.objects.get(username="tiepnhan1"),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    problem(client.get("/api/v1/dossiers"), 401, "token-missing")


def test_the_token_is_asked_for_before_the_body_is_read(stranger: Caller) -> None:
    problem(stranger.post("/dossiers", "{", content_type="text/plain"), 401, "token-missing")


@pytest.mark.parametrize("body", ["{", '{"a": NaN}', '"\\ud800"', "[" * 5000, b"\xff\xfe{}"])
def test_a_body_that_is_no_json_is_told_so(desk: Caller, body: Any) -> None:
    problem(desk.post("/dossiers", body), 400, "body-unreadable")


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data"])
def test_another_media_type_is_refused(desk: Caller, kind: str) -> None:
    problem(desk.post("/dossiers", b"{}", content_type=kind), 415, "media-type-unsupported")


@pytest.mark.parametrize("length", [BODY_BYTES_MAX, 3 * 1024 * 1024])
def test_a_body_that_is_too_long_is_refused(desk: Caller, length: int) -> None:
    body = b'{"note": "' + b"x" * length + b'"}'
    problem(desk.post("/dossiers", body), 413, "body-too-large")


@pytest.mark.parametrize("path", ["/nothing", "/dossiers/", "/procedures/x/y"])
def test_an_address_that_is_none_is_not_found(desk: Caller, path: str) -> None:
    problem(desk.get(path), 404, "not-found")


def test_another_method_is_told_which_are_allowed(desk: Caller) -> None:
    answer = desk.client.delete("/api/v1/dossiers", headers=desk.headers)
    problem(answer, 405, "method-not-allowed")
    assert answer["Allow"] == "GET, POST"


def test_no_body_at_all_misses_what_must_be_given(desk: Caller) -> None:
    document = problem(desk.post("/dossiers", b""), 422, "input-invalid")
    assert [error["code"] for error in document["errors"]] == ["value-missing"]


def test_every_faulty_value_is_named_by_its_path(desk: Caller) -> None:
    body = {
        "procedure": 7,
        "applicant": {"name": "N" * 201, "nmae": "x", "birth_date": "15/8/1995"},
        "papers": [{"originals": 1000}, {"originals": "2"}, {"copies": -1}],
        "channel": "FAX",
        "all_papers": "yes",
        "sets": True,
        "received_at": "hôm qua",
        "limit": {"unit": "WORKING_DAYS", "value": "ba"},
    }
    document = problem(desk.post("/dossiers", body), 422, "input-invalid")
    assert {(error["field"], error["code"]) for error in document["errors"]} == {
        ("procedure", "value-type"),
        ("applicant.name", "value-too-long"),
        ("applicant.nmae", "value-unknown"),
        ("applicant.birth_date", "value-form"),
        ("papers.0.originals", "value-too-large"),
        ("papers.1.originals", "value-type"),
        ("papers.2.copies", "value-too-small"),
        ("channel", "value-choice"),
        ("all_papers", "value-type"),
        ("sets", "value-type"),
        ("received_at", "instant-form"),
        ("limit.value", "value-type"),
    }
    assert all(error["detail"] for error in document["errors"])


def test_the_faults_told_are_bounded(desk: Caller) -> None:
    body = {"applicant": {}, **{f"x{place}": 1 for place in range(500)}}
    document = problem(desk.post("/dossiers", body), 422, "input-invalid")
    assert len(document["errors"]) == 50


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("vi", "Không tìm thấy"),
        ("fr", "Không tìm thấy"),
        ("", "Không tìm thấy"),
        ("en", "Not found"),
        ("en-US,en;q=0.9", "Not found"),
        ("fr, en;q=0.5", "Not found"),
        ("vi;q=0.9, en;q=0.1", "Không tìm thấy"),
    ],
)
def test_sentences_are_vietnamese_unless_asked_otherwise(
    desk: Caller, language: str, title: str
) -> None:
    headers = {**desk.headers, "Accept-Language": language}
    answer = desk.client.get("/api/v1/dossiers/H1-260101-0001", headers=headers)
    assert answer.json()["title"] == title


def test_the_language_a_person_has_chosen_goes_before_the_header(desk: Caller) -> None:
    desk.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "vi"
    headers = {**desk.headers, "Accept-Language": "en"}
    answer = desk.client.get("/api/v1/dossiers/H1-260101-0001", headers=headers)
    assert answer.json()["title"] == "Không tìm thấy"


def test_the_request_id_of_the_front_server_is_kept(desk: Caller) -> None:
    headers = {**desk.headers, "X-Request-ID": "front-0123456789"}
    answer = desk.client.get("/api/v1/nothing", headers=headers)
    assert answer.json()["request_id"] == "front-0123456789"


def test_too_many_requests_are_told_to_wait(desk: Caller, monkeypatch: Any) -> None:
    monkeypatch.setattr(tokens, "pace", Pace(2))
    statuses = [desk.get("/procedures").status_code for _ in range(2)]
    answer = desk.get("/procedures")
    problem(answer, 429, "too-many-requests")
    assert (statuses, answer["Retry-After"]) == ([200, 200], "60")


def test_a_fault_of_ours_tells_nothing_of_itself(desk: Caller, monkeypatch: Any) -> None:
    def broken(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError("secret of the house")

    monkeypatch.setattr("motcua.api.v1.procedures.search", broken)
    answer = desk.get("/procedures", q="khai sinh")
    problem(answer, 500, "server-fault")
    assert b"secret" not in answer.content


def test_answers_are_not_kept_by_anybody_on_the_way(desk: Caller) -> None:
    assert desk.get("/procedures")["Cache-Control"] == "no-store"


def test_every_status_of_the_table_has_its_title() -> None:
    assert set(STATUS_OF.values()) <= TITLES.keys()


def test_a_token_that_was_taken_back_is_refused(caller: Callable[[str], Caller]) -> None:
    program = caller("tiepnhan2")
    holding_id = holding_id_called("tiepnhan2", PLAIN_MORNING.date())
    token = tokens_of(SETUP, holding_id, PLAIN_MORNING)[0]
    revoke_token(actor=SETUP, at=PLAIN_MORNING, token_id=token.id)
    problem(program.get("/procedures"), 401, "token-invalid")
