"""Every act of the life cycle by the API: it fits, it does not fit, faulty, overtaken, repeated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.api.v1.acts import ACTS
from motcua.api.v1.reading_acts import SHAPES
from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel import clock
from motcua.ledger.models import Fact
from tests.support.acts import bring, holding_of, other_unit, receive_waiting
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.working_office import officer
from tests.web.api.conftest import OWNER, AnyCaller, Body, Caller
from tests.web.api.test_problems import problem

ITEMS = {"items": [{"name": "Tờ khai", "what": "Ký tên"}], "reason": "Tờ khai chưa ký"}
REASON = {"reason": "Theo đề nghị của người nộp"}
RESULT = {"document_number": "12/GKS", "subject": "Giấy khai sinh"}
LATER = {"to_day": "2026-06-30", "reason": "Chờ xác minh"}
# act: where the dossier is, who acts, what is sent, where it is then
FITTING: dict[str, tuple[Stage, str, Body, Stage]] = {
    "receive": (
        Stage.REGISTERED,
        "tiepnhan1",
        {"complete_confirmed": True},
        Stage.RECEIVED,
    ),
    "ask-to-complete": (Stage.REGISTERED, "tiepnhan1", ITEMS, Stage.COMPLETION_ASKED),
    "refuse-reception": (Stage.REGISTERED, "tiepnhan1", REASON, Stage.NOT_RECEIVED),
    "assign": (Stage.RECEIVED, "truongphong", {"holding_id": "thuly1"}, Stage.RECEIVED),
    "start": (Stage.RECEIVED, "thuly1", {}, Stage.PROCESSING),
    "forward": (Stage.RECEIVED, "truongphong", {"unit_id": 0, **REASON}, Stage.RECEIVED),
    "offer": (
        Stage.PROCESSING,
        "thuly1",
        {"unit_id": 0, "task": "Thẩm tra tại thực địa"},
        Stage.PROCESSING,
    ),
    "propose": (
        Stage.PROCESSING,
        "thuly1",
        {"decision": "GRANTED", "opinion": "Đủ điều kiện"},
        Stage.PROPOSED,
    ),
    "send-back": (Stage.PROPOSED, "lanhdao", REASON, Stage.PROCESSING),
    "request-supplement": (Stage.PROCESSING, "thuly1", ITEMS, Stage.SUPPLEMENT_REQUESTED),
    "supplement": (
        Stage.SUPPLEMENT_REQUESTED,
        "tiepnhan1",
        {
            "answered": [0],
            "waived": [1],
            "note": "Đã có ở hồ sơ cũ",
            "papers": [{"name": "Tờ khai"}],
        },
        Stage.PROCESSING,
    ),
    "suspend": (Stage.PROCESSING, "thuly1", REASON, Stage.OBLIGATION_DUE),
    "resume": (Stage.OBLIGATION_DUE, "tiepnhan1", {"note": "Đã nộp"}, Stage.PROCESSING),
    "extend": (Stage.PROCESSING, "lanhdao", LATER, Stage.PROCESSING),
    "withdraw": (Stage.PROCESSING, "tiepnhan1", REASON, Stage.WITHDRAWN),
    "terminate": (
        Stage.WITHDRAWN,
        "lanhdao",
        {"ground": "WITHDRAWN", "papers_given_back": True, **REASON},
        Stage.TERMINATED,
    ),
    "decide": (
        Stage.PROPOSED,
        "lanhdao",
        {"decision": "DECLINED", "grounds": "Không đủ điều kiện"},
        Stage.DECIDED,
    ),
    "issue-result": (
        Stage.DECIDED,
        "vanthu",
        {**RESULT, "document_date": "2026-06-10"},
        Stage.SETTLED,
    ),
    "return-result": (
        Stage.SETTLED,
        "tiepnhan1",
        {"recipient_name": "Nguyễn Thị Hồng Nhung"},
        Stage.RETURNED,
    ),
    "correct-result": (Stage.RETURNED, "lanhdao", {**RESULT, **REASON}, Stage.SETTLED),
    "reopen": (
        Stage.SETTLED,
        "lanhdao",
        {"ground": "Bản án số 1", **REASON},
        Stage.PROCESSING,
    ),
    "amend": (
        Stage.PROCESSING,
        "tiepnhan1",
        {"applicant": {**OWNER, "name": "Nguyễn Thị Nhung"}, **REASON},
        Stage.PROCESSING,
    ),
    "note": (Stage.RECEIVED, "thuly1", {"text": "Đã gọi điện"}, Stage.RECEIVED),
}
# Each has a test of its own below.
ELSEWHERE = {
    "release",
    "take-over",
    "refuse-take-over",
    "redirect",
    "accept-offer",
    "refuse-offer",
    "take-back-offer",
    "allow-supplement",
    "apologize",
    "attach",
}


def body_of(act: str) -> Body:
    """What is sent, with the ids of this office."""
    body = dict(FITTING[act][2])
    named = {"assign": {"holding_id": lambda: holding_of("thuly1")},
             "forward": {"unit_id": lambda: other_unit("truongphong")},
             "offer": {"unit_id": lambda: other_unit("thuly1")}}  # fmt: skip
    return body | {name: found() for name, found in named.get(act, {}).items()}


def act(caller: Caller, code: str, name: str, body: Any = None, **headers: str) -> Any:
    return caller.post(f"/dossiers/{code}/acts/{name}", body, **headers)


def test_every_act_is_tried_here() -> None:
    assert FITTING.keys() | ELSEWHERE == ACTS.keys()
    assert SHAPES.keys() == PERFORMERS.keys()


@pytest.mark.parametrize("name", FITTING)
def test_an_act_that_fits_is_carried_out(
    caller: AnyCaller, brought: Callable[[Stage], str], name: str
) -> None:
    before, who, _, after = FITTING[name]
    code = brought(before)
    answer = act(caller(who), code, name, body_of(name))
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert (told["code"], told["stage"]["code"]) == (code, after)
    assert answer["ETag"] == f'"{told["version"]}"'
    shown = caller("tiepnhan1").get(f"/dossiers/{code}")
    assert shown["ETag"] == answer["ETag"]
    assert shown.json()["stage"] == told["stage"]
    assert shown.json()["due_at"] == told["due_at"]
    assert Fact.objects.filter(subject_kind="dossier").count() == told["version"]


@pytest.mark.parametrize("name", sorted(FITTING.keys() - {"note", "amend"}))
def test_an_act_that_does_not_fit_tells_which_do(
    caller: AnyCaller, brought: Callable[[Stage], str], name: str
) -> None:
    _, who, _, _ = FITTING[name]
    unfit = next(
        stage
        for stage in (Stage.RECEIVED, Stage.PROCESSING, Stage.SETTLED)
        if ACTS[name] not in acts_at(stage)
    )
    code = brought(unfit)
    document = problem(act(caller(who), code, name, body_of(name)), 409, "act-not-allowed")
    assert document["field"] == "act"
    known = caller(who).get(f"/dossiers/{code}").json()["available_acts"]
    assert document["available_acts"] == known
    assert name not in known


@pytest.mark.parametrize("name", FITTING)
def test_a_value_of_no_use_is_told_by_its_path(
    caller: AnyCaller, brought: Callable[[Stage], str], name: str
) -> None:
    before, who, _, _ = FITTING[name]
    answer = act(caller(who), brought(before), name, {**body_of(name), "colour": "red"})
    document = problem(answer, 422, "input-invalid")
    assert [(one["code"], one["field"]) for one in document["errors"]] == [
        ("value-unknown", "colour")
    ]


@pytest.mark.parametrize("name", FITTING)
def test_who_lacks_the_right_learns_nothing(
    caller: AnyCaller, brought: Callable[[Stage], str], name: str
) -> None:
    """Neither whether the body is right nor whether the act fits."""
    before, _, _, _ = FITTING[name]
    problem(act(caller("quantri"), brought(before), name, {"colour": "red"}), 404, "not-found")


@pytest.mark.parametrize(
    ("name", "body", "code", "field"),
    [
        ("request-supplement", {"items": [{"name": " ", "what": "x"}], "reason": "y"},
         "item-faulty", "items.0"),
        ("request-supplement", {**ITEMS, "reason": " "}, "reason-missing", "reason"),
        ("extend", {"to_day": "2026-06-13", "reason": "x"}, "day-not-later", "to_day"),
        ("terminate", {"ground": "WITHDRAWN", **REASON}, "ground-does-not-fit", "ground"),
        ("amend", {"applicant": {"name": ""}, **REASON}, "reception-refused", ""),
    ],
)  # fmt: skip
def test_what_a_rule_refuses_names_the_value_of_the_body(
    caller: AnyCaller,
    brought: Callable[[Stage], str],
    name: str,
    body: Body,
    code: str,
    field: str,
) -> None:
    who = FITTING[name][1]
    document = problem(act(caller(who), brought(Stage.PROCESSING), name, body), 422, code)
    assert document["field"] == field


def test_people_that_cannot_be_are_told_one_by_one(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code = brought(Stage.PROCESSING)
    body = {"applicant": {"name": "", "personal_id": "12"}, **REASON}
    document = problem(act(caller("tiepnhan1"), code, "amend", body), 422, "reception-refused")
    assert {one["field"] for one in document["errors"]} == {
        "applicant.name",
        "applicant.personal_id",
    }


def test_items_that_nobody_asked_for_are_told_as_answered(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code = brought(Stage.SUPPLEMENT_REQUESTED)
    answer = act(caller("tiepnhan1"), code, "supplement", {"answered": [7]})
    assert problem(answer, 422, "item-unknown")["field"] == "answered"


def test_whoever_passes_a_dossier_on_is_told_that_it_is_done(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code, head = brought(Stage.RECEIVED), caller("truongphong")
    body = body_of("forward")
    answer = act(head, code, "forward", body, Idempotency_Key="f-1")
    again = act(head, code, "forward", body, Idempotency_Key="f-1")
    assert answer.json() == again.json()
    assert answer.json()["available_acts"] == []
    problem(head.get(f"/dossiers/{code}"), 404, "not-found")


def test_a_body_may_be_left_out_where_nothing_must_be_said(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code = brought(Stage.RECEIVED)
    assert act(caller("thuly1"), code, "start", b"").status_code == 200


def test_leave_is_given_to_ask_once_more(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code = brought(Stage.SUPPLEMENT_REQUESTED)
    act(caller("tiepnhan1"), code, "supplement", {"answered": [0, 1]})
    refused = act(caller("thuly1"), code, "request-supplement", ITEMS)
    problem(refused, 409, "second-supplement-needs-leave")
    assert act(caller("lanhdao"), code, "allow-supplement", REASON).status_code == 200
    assert act(caller("thuly1"), code, "request-supplement", ITEMS).status_code == 200
    told = caller("thuly1").get(f"/dossiers/{code}").json()
    assert [one["state"] for one in told["requests"][0]["items"]] == ["ANSWERED", "ANSWERED"]
    assert (told["due_at"], told["requests"][1]["answered_at"]) == (None, None)


def test_an_apology_too_early_is_refused_with_its_reason(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code = brought(Stage.PROCESSING)
    problem(act(caller("lanhdao"), code, "apologize", LATER), 409, "apology-too-early")


def test_an_apology_leaves_the_date_and_makes_an_appointment(
    caller: AnyCaller,
    desk: Caller,
    a_reception: Callable[..., Body],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The day after the date it is too late to extend."""
    code = bring(desk.receive(a_reception()).json()["code"], Stage.PROCESSING)
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING + timedelta(days=1))
    answer = act(caller("lanhdao"), code, "apologize", {**LATER, "to_day": "2026-06-12"})
    assert answer.status_code == 200, answer.content.decode()
    told = answer.json()
    assert told["due_at"] == "2026-06-10T17:00:00+07:00"
    assert told["appointment_at"] == "2026-06-12T17:00:00+07:00"


def test_a_dossier_of_another_agency_is_taken_over(
    desk: Caller, a_reception: Callable[..., Body], now: datetime
) -> None:
    """The receiving counter has no right to it; who it is for has."""
    assert colleagues_of(officer("tiepnhan1").agency_id or 0, PLAIN_WEDNESDAY)
    code = desk.receive(a_reception()).json()["code"]
    problem(act(desk, code, "take-over"), 409, "act-not-allowed")


def test_what_waits_for_another_is_released_with_a_reason_only(
    desk: Caller, a_reception: Callable[..., Body], now: datetime
) -> None:
    desk.receive(a_reception())
    code = receive_waiting(PLAIN_MORNING)
    problem(act(desk, code, "take-over"), 409, "awaits-companion")
    problem(act(desk, code, "release", {"reason": " "}), 422, "reason-missing")
    told = act(desk, code, "release", REASON).json()
    assert told["stage"]["code"] == "IN_TRANSIT"
    problem(act(desk, code, "release", REASON), 409, "awaits-nothing")
    assert act(desk, code, "take-over").json()["stage"]["code"] == "RECEIVED"


@pytest.mark.parametrize("name", ["fly", "Receive", "dossier.receive", "x" * 40])
def test_an_act_that_is_none_is_not_found(desk: Caller, received: str, name: str) -> None:
    problem(act(desk, received, name), 404, "act-unknown")


@pytest.mark.parametrize("name", ["receive", "fly"])
def test_an_act_on_no_dossier_is_not_found(desk: Caller, name: str) -> None:
    problem(act(desk, "H26.45-260610-9999", name), 404, "not-found")


def test_every_act_has_its_performer() -> None:
    known = {one for stage in Stage for one in acts_at(stage)}
    assert known - PERFORMERS.keys() == {Act.RECEIVE_FOR_ANOTHER}


def test_the_api_tells_who_has_a_dossier_and_how_it_came_there(
    caller: AnyCaller, brought: Callable[[Stage], str]
) -> None:
    code = brought(Stage.PROCESSING)
    officer_of_it = caller("thuly1")
    home = officer_of_it.get(f"/dossiers/{code}").json()
    assert home["holder"] == home["competent_agency"]
    assert home["offers"] == []
    act(officer_of_it, code, "offer", body_of("offer"))
    (told,) = officer_of_it.get(f"/dossiers/{code}").json()["offers"]
    assert (told["task"], told["answer"]) == ("Thẩm tra tại thực địa", None)
    problem(act(officer_of_it, code, "propose", FITTING["propose"][2]), 409, "offer-waits")
    taken = act(officer_of_it, code, "take-back-offer", REASON)
    assert taken.status_code == 200
    (told,) = officer_of_it.get(f"/dossiers/{code}").json()["offers"]
    assert told["answer"] == "TAKEN_BACK"
