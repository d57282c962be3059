"""Lists of work, groups, registers, bulk acts and money by the API."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from motcua.dossiers.commands.bulk import work_on
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Stage
from motcua.payments.models import Receipt
from tests.support.acts import bring, holding_of
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import BIRTH_AGAIN
from tests.web.api.conftest import Body, Caller
from tests.web.api.test_problems import problem

AnyCaller = Callable[[str], Caller]
ABody = Callable[..., Body]


@pytest.fixture
def owing(desk: Caller, a_reception: ABody) -> str:
    """A dossier that owes 4,000 đồng."""
    return str(desk.receive(a_reception(pages=2)).json()["code"])


def test_work_lies_with_those_whose_turn_it_is(caller: AnyCaller, received: str) -> None:
    bring(received, Stage.PROPOSED)
    mine = {
        name: [row["code"] for row in caller(name).get("/work").json()["items"]]
        for name in ("lanhdao", "thuly1", "tiepnhan1", "vanthu", "thuly2")
    }
    assert mine == {
        "lanhdao": [received],
        "thuly1": [received],
        "tiepnhan1": [],
        "vanthu": [],
        "thuly2": [],
    }


def test_work_is_counted_when_asked_for(caller: AnyCaller, received: str) -> None:
    told = caller("lanhdao").get("/work", whose="ALL", figures="true").json()
    assert (told["figures"]["total"], told["figures"]["due_today"]) == (1, 1)
    assert caller("lanhdao").get("/work", whose="ALL").json()["figures"] is None


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"stage": "RECEIVED"}, 1),
        ({"stage": "PROPOSED"}, 0),
        ({"urgency": "DUE_TODAY"}, 1),
        ({"urgency": "OVERDUE"}, 0),
        ({"unassigned": "true"}, 1),
        ({"procedure": "2.000815"}, 1),
        ({"procedure": "1.004884"}, 0),
        ({"q": "nhung"}, 1),
    ],
)
def test_work_is_narrowed(
    caller: AnyCaller, received: str, filters: dict[str, str], count: int
) -> None:
    told = caller("truongphong").get("/work", whose="ALL", **filters).json()
    assert len(told["items"]) == count


def test_work_goes_on_where_the_cursor_says(
    caller: AnyCaller, desk: Caller, a_reception: ABody
) -> None:
    codes = [desk.receive(a_reception()).json()["code"] for _ in range(3)]
    first = caller("thuly1").get("/work", whose="ALL", size=2).json()
    rest = caller("thuly1").get("/work", whose="ALL", cursor=first["next_cursor"]).json()
    assert [row["code"] for row in first["items"] + rest["items"]] == codes
    assert rest["next_cursor"] == ""


@pytest.mark.parametrize("cursor", ["x", "1", "1-", "9" * 19 + "-1"])
def test_a_place_that_is_none_is_told(desk: Caller, cursor: str) -> None:
    answer = desk.get("/work", cursor=cursor)
    assert answer.status_code == 422, answer.content


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"stage": "PROCESSING"}, 1),
        ({"stage": "RECEIVED"}, 0),
        ({"received_from": "2026-06-10", "received_until": "2026-06-10"}, 1),
        ({"received_until": "2026-06-09"}, 0),
        ({"against": "DUE_TODAY"}, 1),
        ({"against": "ENDED_LATE"}, 0),
        ({"due_before": "2026-06-11"}, 1),
        ({"due_before": "2026-06-10"}, 0),
        ({"procedure": "2.000815", "channel": "DESK"}, 1),
        ({"channel": "POST"}, 0),
        ({"assignee_id": "999"}, 0),
    ],
)
def test_dossiers_are_narrowed(
    desk: Caller, received: str, filters: dict[str, str], count: int
) -> None:
    bring(received, Stage.PROCESSING)
    assert len(desk.get("/dossiers", **filters).json()["items"]) == count


def test_people_and_units_to_whom_work_can_be_given(caller: AnyCaller, received: str) -> None:
    people = caller("truongphong").get("/officers").json()["items"]
    units = caller("thuly1").get("/units").json()["items"]
    assert {one["unit_id"] for one in people} - {None} <= {unit["id"] for unit in units}
    path, head = f"/dossiers/{received}/acts/assign", caller("truongphong")
    mine = head.get(f"/dossiers/{received}").json()
    assert (mine["assignee"], "assign" in mine["available_acts"]) == (None, True)
    handler = next(one for one in people if one["holding_id"] == holding_of("thuly1"))
    assert head.post(path, {"holding_id": handler["holding_id"]}).status_code == 200
    told = head.get(f"/dossiers/{received}").json()["assignee"]
    assert told == {"holding_id": handler["holding_id"], "name": handler["name"]}


def test_several_matters_come_in_together(desk: Caller, a_reception: ABody) -> None:
    body = {"dossiers": [a_reception(), a_reception(procedure=BIRTH_AGAIN)]}
    first = desk.post("/dossiers/groups", body, Idempotency_Key="g-1")
    again = desk.post("/dossiers/groups", body, Idempotency_Key="g-1")
    assert (first.status_code, again.status_code) == (201, 201), first.content
    told = first.json()
    assert told["group"] == told["dossiers"][0]["code"]
    assert [one["register_number"] for one in told["dossiers"]] == [1, 2]
    assert again.json() == told
    assert again["Idempotent-Replayed"] == "true"
    assert Dossier.objects.count() == 2


def test_nothing_of_a_group_comes_in_when_one_is_wrong(desk: Caller, a_reception: ABody) -> None:
    faulty = a_reception(applicant={"name": "", "personal_id": "12"})
    answer = desk.post("/dossiers/groups", {"dossiers": [a_reception(), faulty]})
    document = problem(answer, 422, "group-refused")
    assert {one["field"] for one in document["errors"]} == {
        "dossiers.1.applicant.name",
        "dossiers.1.applicant.personal_id",
    }
    assert Dossier.objects.count() == 0


def test_a_group_of_one_is_none(desk: Caller, a_reception: ABody) -> None:
    answer = desk.post("/dossiers/groups", {"dossiers": [a_reception()]})
    assert problem(answer, 422, "input-invalid")["errors"][0]["field"] == "dossiers"


def test_what_is_only_registered_has_a_code_and_no_date(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(register_only=True, all_papers=False)
    told = desk.receive(body, key="r-1").json()
    assert (told["stage"]["code"], told["due_at"], told["limit"]) == ("REGISTERED", None, None)
    assert told["register_number"] is None
    assert "receive" in told["available_acts"]
    assert desk.receive(body, key="r-1").json() == told
    received = desk.post(
        f"/dossiers/{told['code']}/acts/receive", {"complete_confirmed": True}
    ).json()
    assert received["due_at"] == "2026-06-10T17:00:00+07:00"
    shown = desk.get(f"/dossiers/{told['code']}").json()
    assert shown["register_line"] == {"year": 2026, "number": 1}


def test_an_agency_that_is_none_is_told(desk: Caller, a_reception: ABody) -> None:
    answer = desk.receive(a_reception(competent_agency="H99.99"))
    assert problem(answer, 422, "agency-unknown")["field"] == "competent_agency"


def test_the_register_of_a_year_has_its_lines_in_order(
    caller: AnyCaller, desk: Caller, a_reception: ABody
) -> None:
    codes = [desk.receive(a_reception()).json()["code"] for _ in range(3)]
    clerk = caller("vanthu")
    first = clerk.get("/registers/2026", size=2).json()
    rest = clerk.get("/registers/2026", size=2, cursor=first["next_cursor"]).json()
    lines = first["items"] + rest["items"]
    assert [(line["number"], line["code"]) for line in lines] == list(enumerate(codes, start=1))
    assert (first["register_book"]["last"], first["register_book"]["closed_at"]) == (3, None)
    problem(clerk.get("/registers/2025"), 404, "not-found")


def test_one_act_for_many_has_a_result_for_each(
    caller: AnyCaller, desk: Caller, a_reception: ABody, now: datetime
) -> None:
    codes = [desk.receive(a_reception()).json()["code"] for _ in range(3)]
    bring(codes[0], Stage.PROCESSING)
    officer = caller("thuly1")
    body = {"act": "start", "codes": [*codes, "H26.45-260610-9999"]}
    begun = officer.post("/bulk", body, Idempotency_Key="b-1")
    assert begun.status_code == 202, begun.content
    told = begun.json()
    assert (told["total"], told["left_out"]) == (3, ["H26.45-260610-9999"])
    again = officer.post("/bulk", body, Idempotency_Key="b-1")
    assert again.json()["id"] == told["id"]
    work_on(told["id"], at=PLAIN_MORNING)
    after = officer.get(f"/bulk/{told['id']}").json()
    assert [(line["outcome"], line["refusal"]) for line in after["results"]] == [
        ("REFUSED", "act-not-allowed"),
        ("DONE", ""),
        ("DONE", ""),
    ]
    assert officer.post("/bulk", body, Idempotency_Key="b-1").json()["id"] == told["id"]
    problem(caller("truongphong").get(f"/bulk/{told['id']}"), 404, "not-found")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"act": "return-result", "codes": ["x"]}, "act"),
        ({"act": "start", "codes": []}, "codes"),
        ({"act": "start", "codes": ["x"]}, "codes"),
        ({"act": "propose", "codes": ["x"], "input": {"decision": "MAYBE"}}, "input.decision"),
    ],
)
def test_bulk_work_that_cannot_be_is_told(
    caller: AnyCaller, received: str, body: Body, field: str
) -> None:
    document = caller("thuly1").post("/bulk", body).json()
    assert document["status"] == 422
    assert field in {document["field"], *(one["field"] for one in document["errors"])}


def test_money_is_taken_once_and_counted(desk: Caller, owing: str, caller: AnyCaller) -> None:
    path = f"/dossiers/{owing}/receipts"
    assert desk.get(path).json()["remaining_vnd"] == 4_000
    first = desk.post(path, {"given_vnd": 10_000}, Idempotency_Key="m-1")
    again = desk.post(path, {"given_vnd": 10_000}, Idempotency_Key="m-1")
    assert (first.status_code, again.status_code) == (201, 201), first.content
    assert first.json() == again.json()
    assert (first.json()["total_vnd"], first.json()["change_vnd"]) == (4_000, 6_000)
    assert Receipt.objects.count() == 1
    problem(desk.post(path), 409, "already-paid")
    receipt_id, till_id = first.json()["id"], first.json()["till_id"]
    assert [one["id"] for one in desk.get("/receipts", q="nhung").json()["items"]] == [receipt_id]
    assert desk.get("/tills").json()["items"][0]["expected_vnd"] == 4_000
    short = desk.post(f"/tills/{till_id}/close", {"total_vnd": 3_000})
    assert problem(short, 422, "difference-unexplained")["difference_vnd"] == -1_000
    closed = desk.post(f"/tills/{till_id}/close", {"total_vnd": 3_000, "note": "Thối nhầm"})
    assert closed.json()["difference_vnd"] == -1_000
    late = desk.post(f"/receipts/{receipt_id}/cancel", {"reason": "Nhầm"})
    problem(late, 409, "till-already-closed")
    problem(caller("thuly1").get(path), 404, "not-found")


def test_a_void_receipt_leaves_the_amount_owed(desk: Caller, owing: str) -> None:
    made = desk.post(f"/dossiers/{owing}/receipts").json()
    void = desk.post(f"/receipts/{made['id']}/cancel", {"reason": "Nhầm người"}).json()
    assert (void["state"], void["is_final"]) == ("CANCELLED", True)
    assert desk.get(f"/dossiers/{owing}/receipts").json()["remaining_vnd"] == 4_000
    problem(desk.post(f"/receipts/{made['id']}/cancel", {"reason": "x"}), 409,
            "receipt-already-cancelled")  # fmt: skip


def test_more_than_is_owed_is_told_with_what_remains(desk: Caller, owing: str) -> None:
    lines = [{"kind": "FEE", "name": "Phí", "amount_vnd": 9_000}]
    document = problem(
        desk.post(f"/dossiers/{owing}/receipts", {"lines": lines}), 422, "more-than-owed"
    )
    assert document["remaining_vnd"] == 4_000


def test_all_that_is_wrong_with_a_receipt_is_told_at_once(desk: Caller, owing: str) -> None:
    body: dict[str, Any] = {"method": "CARD_SLIP", "payer_name": "x" * 200}
    document = problem(desk.post(f"/dossiers/{owing}/receipts", body), 422, "collection-refused")
    told = ["slip-number-missing", "card-terminal-faulty", "card-last-four-faulty"]
    assert [one["code"] for one in document["errors"]] == told


def test_a_slip_of_a_card_is_kept_without_the_number_of_the_card(desk: Caller, owing: str) -> None:
    path, card = f"/dossiers/{owing}/receipts", {"terminal": "T1", "last_four": "4111111111111111"}
    body: dict[str, Any] = {"method": "CARD_SLIP", "slip_number": "123456", "card": card}
    document = problem(desk.post(path, body), 422, "collection-refused")
    assert [one["code"] for one in document["errors"]] == ["card-number-typed"]
    assert "4111111111111111" not in str(document)
    taken = desk.post(path, body | {"card": {"terminal": "T1", "last_four": "1111"}})
    assert (taken.status_code, taken.json()["card"]["last_four"]) == (201, "1111")
    assert desk.get("/tills").json()["items"][0]["takings"]["cards_vnd"] == 4_000


def test_a_till_is_opened_with_cash_for_change(desk: Caller) -> None:
    told = desk.post("/tills", {"opening_vnd": 200_000})
    assert (told.status_code, told.json()["expected_vnd"]) == (201, 200_000)
    assert desk.get(f"/tills/{told.json()['id']}").json() == told.json()
