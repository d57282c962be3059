"""Feedback by programs: sent once, followed by code and secret, read by right, public without names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.api.v1.feedback.operations import SENT_PER_MINUTE_MAX, misses, sent_lately
from motcua.audit.models import AccessLog
from motcua.feedback.models import Petition
from motcua.feedback.proof import petition_flaws
from motcua.feedback.vocabulary import Act, Kind
from motcua.kernel.clock import local
from motcua.ledger.verification import verify
from tests.support.feedback import NO_NAMES, SENDER, act, answered, entered, sent
from tests.support.working_office import officer
from tests.web.api.conftest import Body, Caller

AnyCaller = Callable[[str], Caller]
BODY: Body = {
    "kind": "CONDUCT",
    "title": "Chờ quá lâu ở quầy",
    "content": "Sáng nay tôi chờ hai giờ.",
    "sender": {"name": SENDER.name, "address": SENDER.address, "phone": SENDER.phone},
}
KEY = "0f5a7c1e-0000-4000-8000-000000000001"
BUDGETS = {
    "/feedback": 9,
    "/feedback?wanted=all&q=cho+lau": 9,
    "/feedback/{code}": 24,
    "/feedback/published": 6,
}


@pytest.fixture(autouse=True)
def _fresh(standing: None) -> Iterator[None]:
    sent_lately.forget_all()
    misses.forget_all()
    yield
    assert list(petition_flaws()) == []
    assert list(verify()) == []


def test_it_is_sent_followed_and_repeated_with_the_same_answer(stranger: Caller) -> None:
    first, again = (stranger.post("/feedback", BODY, Idempotency_Key=KEY) for _time in range(2))
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert again["Idempotent-Replayed"] == "true"
    assert Petition.objects.count() == 1
    made = first.json()
    keys = {"code": made["code"], "secret": made["secret"]}
    told = stranger.post("/feedback/follow", keys).json()
    assert (told["state"], told["title"], told["answer"]) == ("SENT", BODY["title"], "")
    other = stranger.post("/feedback", {**BODY, "title": "Khác"}, Idempotency_Key=KEY)
    assert (other.status_code, other.json()["code"]) == (409, "request-key-reused")
    short = stranger.post("/feedback", BODY, Idempotency_Key="1")
    assert short.status_code == 422


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"title": ""}, "petition-text-missing"),
        ({"content": "x" * 8001}, "petition-text-too-long"),
        ({"complaint": True}, "petition-complaint-elsewhere"),
        ({"kind": "REGULATION", "anonymous": True}, "petition-anonymous-not-taken"),
        ({"sender": {"name": "A", "address": "B"}}, "petition-reach-missing"),
        ({"agency": "H99.99"}, "agency-unknown"),
        ({"kind": "COMPLAINT"}, ""),
        ({"file": "x"}, ""),
    ],
)
def test_what_the_page_refuses_is_refused_with_the_same_sentence(
    stranger: Caller, changed: dict[str, Any], code: str
) -> None:
    answer = stranger.post("/feedback", {**BODY, **changed})
    assert answer.status_code == 422
    told = answer.json()
    assert not code or code in {told["code"], *(one["code"] for one in told["errors"])}
    assert "Không thực hiện được" not in told["detail"]
    assert Petition.objects.count() == 0


def test_who_sends_or_guesses_too_often_waits(stranger: Caller) -> None:
    for number in range(SENT_PER_MINUTE_MAX):
        assert stranger.post("/feedback", {**BODY, "title": f"Lần {number}"}).status_code == 201
    assert stranger.post("/feedback", BODY).status_code == 429
    ref = entered()
    wrong = {"code": ref.code, "secret": "AAAA-BBBB-CCCC"}
    for _time in range(60):
        assert stranger.post("/feedback/follow", wrong).status_code == 404
    right = {"code": ref.code, "secret": ref.secret}
    assert stranger.post("/feedback/follow", right).status_code == 429


def test_the_answer_is_read_and_no_officer_is_named(stranger: Caller, now: datetime) -> None:
    ref = answered(now)
    before = AccessLog.objects.count()
    answer = stranger.post("/feedback/follow", {"code": ref.code, "secret": ref.secret})
    told = answer.json()
    assert told["state"] == "ANSWERED"
    assert told["answered_at"] == local(now).isoformat()
    for by in ("tiepnhan1", "thuly1", "lanhdao"):
        assert officer(by).name not in answer.content.decode()
    assert AccessLog.objects.count() == before + 1


def test_the_staff_reads_by_right_and_nobody_what_is_said_of_himself(
    caller: AnyCaller, now: datetime
) -> None:
    mine = entered(now)
    act(mine, Act.ROUTE, "vanthu", now, holding_id=officer("thuly1").holding_id)
    of_me = entered(now, about_holding_id=officer("thuly1").holding_id)
    act(of_me, Act.ROUTE, "vanthu", now, unit_id=officer("thuly1").unit_id)
    handler = caller("thuly1")
    assert [one["code"] for one in handler.get("/feedback").json()["items"]] == [mine.code]
    assert handler.get(f"/feedback/{of_me.code}").status_code == 404
    shown = handler.get(f"/feedback/{mine.code}").json()
    assert shown["sender"]["name"] == SENDER.name
    assert "PROPOSE" in shown["available_acts"]
    clerk = caller("vanthu").get("/feedback", wanted="all", q="cho qua lau").json()["items"]
    assert {one["code"] for one in clerk} == {mine.code, of_me.code}
    (trace,) = AccessLog.objects.filter(act="petition.read", subject_id=mine.id)
    assert trace.subject_kind == "petition"


def test_a_hotline_enters_what_was_said(caller: AnyCaller) -> None:
    clerk = caller("vanthu")
    body = {**BODY, "channel": "PHONE_NOTE"}
    first, again = (clerk.post("/feedback/entries", body, Idempotency_Key="k1") for _ in range(2))
    assert first.json() == again.json()
    row = Petition.objects.get()
    assert (row.channel, row.state) == ("PHONE_NOTE", "REGISTERED")
    assert clerk.post("/feedback/entries", {**BODY, "channel": "PORTAL"}).status_code == 404


def test_what_is_public_has_no_names_and_questions_are_found(
    stranger: Caller, now: datetime
) -> None:
    ref = answered(now, kind=Kind.QUESTION, procedure_code="2.000815")
    answered(now)
    act(ref, Act.PUBLISH, "vanthu", now, **NO_NAMES)
    answer = stranger.get("/feedback/published", kind="QUESTION", procedure="2.000815")
    (row,) = answer.json()["items"]
    assert row["answer"] == NO_NAMES["published_answer"]
    for hidden in (SENDER.name, SENDER.phone, ref.code):
        assert hidden not in answer.content.decode()
    assert stranger.get("/feedback/published", q="khong co").json()["items"] == []
    assert stranger.get("/feedback/published", cursor="x").status_code == 422


@pytest.mark.parametrize("path", BUDGETS)
def test_reading_stays_within_its_budget(caller: AnyCaller, now: datetime, path: str) -> None:
    for _time in range(3):
        ref = sent(now)
    clerk, address = caller("vanthu"), path.format(code=ref.code)
    clerk.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert clerk.get(address).status_code == 200
    assert len(asked) <= BUDGETS[path]
