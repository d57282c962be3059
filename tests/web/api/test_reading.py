"""Finding dossiers, reading one, its timeline and its slip."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from motcua.dossiers.models import Dossier
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import BIRTH_AGAIN
from tests.web.api.conftest import Body, Caller
from tests.web.api.test_problems import problem

ABody = Callable[..., Body]


def codes(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [item["code"] for item in answer.json()["items"]]


def test_a_dossier_tells_everything_that_was_given(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(submitter={"name": "Trần Văn Đức"}, note="Gấp", sets=2)
    code = desk.receive(body).json()["code"]
    document = desk.get(f"/dossiers/{code}").json()
    assert document["applicant"]["name"] == "Nguyễn Thị Hồng Nhung"
    assert document["applicant"]["phone"] == "0912345678"
    assert document["submitter"]["name"] == "Trần Văn Đức"
    assert document["representative"] is None
    assert (document["note"], document["sets"], document["version"]) == ("Gấp", 2, 1)
    assert document["received_by"]["name"] == "Nguyễn Thị Thu Hà"
    assert document["agency"] == {"code": "H26.45", "name": "Ủy ban nhân dân xã Gia Lâm"}
    assert document["fee"]["total_vnd"] == 2000
    assert document["trace"][-1]["at"] == document["due_at"]


@pytest.mark.parametrize(
    "change", [str.lower, lambda code: f" {code} ", lambda c: c.replace("-", "–")]
)
def test_a_code_may_be_typed_loosely(
    desk: Caller, received: str, change: Callable[[str], str]
) -> None:
    assert desk.get(f"/dossiers/{change(received)}").json()["code"] == received


@pytest.mark.parametrize("code", ["H26.45-260610-9999", "x", "%00", "ﷺ" * 40, "' or 1=1 --"])
def test_a_code_that_nobody_has_is_not_found(desk: Caller, code: str) -> None:
    problem(desk.get(f"/dossiers/{code}"), 404, "not-found")


def test_the_list_is_newest_first_and_goes_on_by_cursor(desk: Caller, a_reception: ABody) -> None:
    made = [desk.receive(a_reception()).json()["code"] for _ in range(5)]
    first = desk.get("/dossiers", size=2)
    second = desk.get("/dossiers", size=2, cursor=first.json()["next_cursor"])
    third = desk.get("/dossiers", size=2, cursor=second.json()["next_cursor"])
    assert [*codes(first), *codes(second), *codes(third)] == made[::-1]
    assert third.json()["next_cursor"] == ""


def test_the_list_is_searched_without_accents(desk: Caller, a_reception: ABody) -> None:
    desk.receive(a_reception(applicant={"name": "Đặng Thị Ưởng"}))
    desk.receive(a_reception())
    assert len(codes(desk.get("/dossiers", q="dang uong"))) == 1
    assert len(codes(desk.get("/dossiers", q="0912345678"))) == 1
    assert codes(desk.get("/dossiers", q="khong co ai")) == []


def test_the_list_is_filtered_by_status(desk: Caller, received: str) -> None:
    assert codes(desk.get("/dossiers", status="RECEIVED")) == [received]
    assert codes(desk.get("/dossiers", status="SETTLED")) == []
    document = problem(desk.get("/dossiers", status="LOST"), 422, "input-invalid")
    assert document["errors"][0]["field"] == "status"


@pytest.mark.parametrize(
    ("due_before", "found"),
    [
        ("2026-06-10T17:00:01+07:00", 1),
        ("2026-06-10T17:00:00", 0),
        ("2026-06-11", 1),
        ("2026-06-10", 0),
    ],
)
def test_the_list_is_filtered_by_due_date(
    desk: Caller, received: str, due_before: str, found: int
) -> None:
    assert len(codes(desk.get("/dossiers", due_before=due_before))) == found


@pytest.mark.parametrize(
    "params",
    [{"size": 0}, {"size": 101}, {"size": "x"}, {"cursor": "x"}, {"cursor": "-1"},
     {"cursor": "9" * 19}, {"due_before": "mai"}, {"q": "x" * 301}, {"due_befor": "2026-06-12"}],
)  # fmt: skip
def test_values_out_of_bounds_are_refused(desk: Caller, params: dict[str, Any]) -> None:
    document = problem(desk.get("/dossiers", **params), 422, "input-invalid")
    assert [error["field"] for error in document["errors"]] == list(params)


def test_the_timeline_tells_who_did_what_when(desk: Caller, received: str) -> None:
    document = desk.get(f"/dossiers/{received}/timeline").json()
    assert [(item["seq"], item["code"], item["what"]) for item in document["items"]] == [
        (1, "dossier.received", f"Tiếp nhận hồ sơ {received}")
    ]
    assert document["items"][0]["by"]["name"] == "Nguyễn Thị Thu Hà"
    assert len(document["items"][0]["digest"]) == 64
    after = desk.get(f"/dossiers/{received}/timeline", cursor="1").json()
    assert (after["items"], after["next_cursor"]) == ([], "")


@pytest.mark.parametrize("params", [{}, {"size": "A4"}, {"copies": "both"}])
def test_the_slip_is_a_pdf(desk: Caller, received: str, params: dict[str, str]) -> None:
    answer = desk.get(f"/dossiers/{received}/slip.pdf", **params)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{received}.pdf"'
    assert answer.content.startswith(b"%PDF")


def test_the_slip_of_an_unknown_size_is_refused(desk: Caller, received: str) -> None:
    problem(desk.get(f"/dossiers/{received}/slip.pdf", size="A3"), 422, "input-invalid")


def test_a_date_that_was_moved_is_shown_beside_the_first(desk: Caller, a_reception: ABody) -> None:
    code = desk.receive(a_reception(procedure=BIRTH_AGAIN)).json()["code"]
    Dossier.objects.update(due_at=PLAIN_MORNING + timedelta(days=30))
    document = desk.get(f"/dossiers/{code}").json()
    assert document["original"] == "2026-06-17T17:00:00+07:00"
    assert document["due_at"] == "2026-07-10T09:00:00+07:00"
