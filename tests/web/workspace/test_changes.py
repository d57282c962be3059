"""Open pages learn of changes: cheaply, without a session, and only of what their reader may see."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.dossiers.queries.detail import dossier_detail
from motcua.kernel.actor import Door
from motcua.workspace.changes import watching
from motcua.workspace.changes.watching import watch_dossier
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import officer
from tests.web.workspace.conftest import Receive, SignIn, text_of

ADDRESS = re.compile(r'data-changes="([^"]+)"')


@pytest.fixture
def address(browser: SignIn) -> str:
    found = ADDRESS.search(text_of(browser("tiepnhan1").get("/desk/")))
    assert found is not None
    return found.group(1).replace("&amp;", "&")


def test_the_desk_hears_of_what_its_office_records(address: str, receive: Receive) -> None:
    before = Client().get(address)
    assert before.status_code == 200
    tag = {"If-None-Match": before["ETag"]}
    assert Client().get(address, headers=tag).status_code == 304
    receive()
    after = Client().get(address, headers=tag)
    assert after.status_code == 200
    assert after.json()["stamp"] > before.json()["stamp"]


def test_asking_whether_anything_changed_is_one_query_and_no_session(address: str) -> None:
    tag = {"If-None-Match": Client().get(address)["ETag"]}
    with CaptureQueriesContext(connection) as asked:
        answer = Client().get(address, headers=tag)
    assert answer.status_code == 304
    assert len(asked) == 1
    assert "session" not in asked[0]["sql"]
    assert answer.cookies == {}


@pytest.mark.parametrize(
    "word",
    ["", "x", "agency:1", signing.dumps(["agency", 1], salt="other")],
    ids=["empty", "short", "plain", "signed for another purpose"],
)
def test_a_word_that_is_not_ours_hears_nothing(standing: None, word: str) -> None:
    assert Client().get("/changes/", {"of": word}).status_code == 410


def test_an_old_word_no_longer_holds(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "VALID_FOR", timedelta(seconds=-1))
    assert Client().get(address).status_code == 410


def test_a_dossier_s_page_is_told_who_did_what(browser: SignIn, receive: Receive) -> None:
    code = receive()
    told = text_of(browser("tiepnhan2").get(f"/changes/{code}/?since=0"))
    detail = dossier_detail(officer("tiepnhan1", PLAIN_MORNING, Door.PAGE), code)
    assert detail.facts[-1].actor["name"] in told
    assert "<html" not in told


def test_what_the_page_has_seen_is_not_told_again(browser: SignIn, receive: Receive) -> None:
    code = receive()
    detail = dossier_detail(officer("tiepnhan1", PLAIN_MORNING, Door.PAGE), code)
    seen = detail.facts[-1].subject_seq
    assert text_of(browser("tiepnhan1").get(f"/changes/{code}/?since={seen}")).strip() == ""
    watch = watch_dossier(detail.id, code, seen)
    assert Client().get(watch.url, headers={"If-None-Match": f'"{seen}"'}).status_code == 304


def test_nobody_is_told_of_a_dossier_he_may_not_see(browser: SignIn, receive: Receive) -> None:
    code = receive()
    assert browser("quantri").get(f"/changes/{code}/?since=0").status_code == 404
    assert browser("").get(f"/changes/{code}/?since=0").status_code == 302
