"""Who may call what: every route as every role, as somebody elsewhere and as a stranger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from motcua.accounts.commands.sample_officers import SAMPLE_OFFICERS
from motcua.audit.models import AccessLog
from motcua.dossiers.models import Dossier
from tests.web.api.conftest import Body, Caller
from tests.web.api.test_problems import problem

AnyCaller = Callable[[str], Caller]
RECEPTION = {"tiepnhan1", "tiepnhan2", "tiepnhan3"}
# The dossier of these tests is certified copies: the unit of civil status handles it.
OF_THE_UNIT = {"thuly1", "truongphong"}
OF_THE_AGENCY = {"lanhdao", "vanthu"}
OVERSIGHT = {"giamsat"}
EVERYBODY = {sample.username for sample in SAMPLE_OFFICERS}
OF_NO_DOSSIER = {"quantri", "quantri2", "ketoan"}
READERS = RECEPTION | OF_THE_UNIT | OF_THE_AGENCY | OVERSIGHT

ROUTES: list[tuple[str, str, set[str], int]] = [
    ("GET", "/procedures", EVERYBODY, 200),
    ("GET", "/procedures/2.000815", EVERYBODY, 200),
    ("GET", "/dossiers/{code}", READERS, 200),
    ("GET", "/dossiers/{code}/timeline", READERS, 200),
    ("GET", "/dossiers/{code}/slip.pdf", RECEPTION | OF_THE_UNIT | OF_THE_AGENCY, 200),
    ("GET", "/dossiers/{code}/papers", READERS, 200),
    ("GET", "/dossiers/{code}/papers/slip.pdf", READERS, 200),
    ("POST", "/dossiers/{code}/acts/receive", RECEPTION, 409),
    ("POST", "/dossiers", RECEPTION, 201),
]


def ask(caller: Caller, method: str, path: str, body: Body) -> Any:
    return caller.get(path) if method == "GET" else caller.post(path, body)


@pytest.mark.parametrize("username", sorted(EVERYBODY))
@pytest.mark.parametrize(("method", "path", "allowed", "status"), ROUTES)
def test_a_route_answers_those_who_may(
    caller: AnyCaller,
    received: str,
    a_reception: Callable[..., Body],
    username: str,
    method: str,
    path: str,
    allowed: set[str],
    status: int,
) -> None:
    body = {"/dossiers": a_reception()}.get(path, {})
    answer = ask(caller(username), method, path.format(code=received), body)
    expected = {True: status, False: 404}[username in allowed]
    assert answer.status_code == expected, answer.content


@pytest.mark.parametrize(("method", "path", "allowed", "status"), ROUTES)
def test_a_stranger_is_asked_for_a_token(
    stranger: Caller,
    received: str,
    a_reception: Callable[..., Body],
    method: str,
    path: str,
    allowed: set[str],
    status: int,
) -> None:
    answer = ask(stranger, method, path.format(code=received), a_reception())
    problem(answer, 401, "token-missing")


@pytest.mark.parametrize("username", sorted(EVERYBODY - OF_NO_DOSSIER))
def test_a_list_holds_only_what_one_may_see(
    caller: AnyCaller, received: str, username: str
) -> None:
    items = caller(username).get("/dossiers").json()["items"]
    assert [item["code"] for item in items] == {True: [received], False: []}[username in READERS]


@pytest.mark.parametrize("username", sorted(OF_NO_DOSSIER))
def test_who_runs_the_system_or_keeps_the_books_sees_no_dossiers(
    caller: AnyCaller, received: str, username: str
) -> None:
    somebody = caller(username)
    problem(somebody.get("/dossiers"), 404, "not-found")
    problem(somebody.get("/dossiers", q="nguyen"), 404, "not-found")


def test_forbidden_and_unknown_cannot_be_told_apart(caller: AnyCaller, received: str) -> None:
    elsewhere = caller("thuly2")
    forbidden = problem(elsewhere.get(f"/dossiers/{received}"), 404, "not-found")
    unknown = problem(elsewhere.get("/dossiers/H26.45-260610-9999"), 404, "not-found")
    del forbidden["request_id"], unknown["request_id"]
    assert forbidden == unknown


def test_a_dossier_of_another_agency_is_not_found(desk: Caller, received: str) -> None:
    agency_id = Dossier.objects.values_list("agency_id", flat=True).get()
    Dossier.objects.update(agency=agency_id - 1, competent_agency=agency_id - 1)
    problem(desk.get(f"/dossiers/{received}"), 404, "not-found")
    assert desk.get("/dossiers").json()["items"] == []


def test_a_refused_try_leaves_a_note(caller: AnyCaller, received: str) -> None:
    caller("quantri").get(f"/dossiers/{received}")
    note = AccessLog.objects.latest("id")
    assert (note.act, note.outcome, note.address) == ("denied", "DENIED", "127.0.0.1")
    assert f"/api/v1/dossiers/{received}" in note.detail


@pytest.mark.parametrize(
    ("path", "act"),
    [
        ("/dossiers/{code}", "dossier.read"),
        ("/dossiers/{code}/timeline", "dossier.read"),
        ("/dossiers/{code}/slip.pdf", "slip.printed"),
        ("/dossiers/{code}/papers", "paper.list"),
        ("/dossiers/{code}/papers/control-slip.pdf", "paper.printed"),
        ("/dossiers?q=nhung", "dossier.search"),
        ("/dossiers", "dossier.list"),
    ],
)
def test_reading_and_searching_leave_a_note(
    desk: Caller, received: str, path: str, act: str
) -> None:
    AccessLog.objects.count()
    answer = desk.client.get("/api/v1" + path.format(code=received), headers=desk.headers)
    note = AccessLog.objects.latest("id")
    assert (note.act, note.outcome, note.request_id) == (act, "ALLOWED", answer["X-Request-ID"])


def test_the_note_of_a_search_says_what_was_found(desk: Caller, received: str) -> None:
    desk.get("/dossiers", q="nhung")
    assert AccessLog.objects.latest("id").detail == f'{{"found":["{received}"],"q":"nhung"}}'
