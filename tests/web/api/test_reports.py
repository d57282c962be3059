"""Figures by the API: reports, their definitions, closing, and what a number is made of."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from motcua.api.v1.shapes.reports import ReportOut
from motcua.dossiers.vocabulary import Stage
from motcua.reports.rules.indicators import REGISTER
from motcua.reports.vocabulary import ReportName
from tests.support.acts import bring
from tests.support.reception import a_reception, receive
from tests.support.working_office import BIRTH_AGAIN, officer
from tests.web.api.conftest import AnyCaller, Caller

JUNE = {"from": "2026-05-15", "to": "2026-06-14"}
MAY = {"from": "2026-04-15", "to": "2026-05-14"}
CLOSE = {"from": "2026-04-15", "to": "2026-05-14"}


@pytest.fixture
def leader(caller: AnyCaller, now: datetime) -> Caller:
    """With one dossier under way and one settled."""
    for stage in (Stage.PROCESSING, Stage.SETTLED):
        given = a_reception(BIRTH_AGAIN, at=now)
        code = receive(given, actor=officer("tiepnhan1", now), at=now).code
        bring(code, stage, now)
    return caller("lanhdao")


def told(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200, answer.content
    body = json.loads(answer.content)
    assert isinstance(body, dict)
    return body


@pytest.mark.parametrize("name", ReportName)
def test_a_report_is_what_the_description_says(leader: Caller, name: ReportName) -> None:
    body = told(leader.get(f"/reports/{name}", **JUNE))
    made = ReportOut.model_validate(body)
    assert (made.report, made.closing) == (name, None)
    assert [row.values.keys() for row in made.rows]
    assert {check.holds for check in made.checks} == {True}


def test_a_leader_is_told_of_his_own_agency_unless_he_names_one(leader: Caller) -> None:
    own = told(leader.get("/reports/ii06a", **JUNE))
    by_slug = told(leader.get("/reports/ii06a", agency="xa-gia-lam", **JUNE))
    by_code = told(leader.get("/reports/ii06a", agency=own["agency"]["code"], **JUNE))
    assert own["rows"] == by_slug["rows"] == by_code["rows"]
    assert leader.get("/reports/ii06a", agency="xa-phu-dong", **JUNE).status_code == 404
    assert leader.get("/reports/ii06a", agency="khong-co", **JUNE).status_code == 404


@pytest.mark.parametrize(
    ("form", "media", "begins"),
    [("pdf", "application/pdf", b"%PDF"), ("xlsx", "application/vnd.openxml", b"PK")],
)
def test_a_report_comes_as_a_file_too(leader: Caller, form: str, media: str, begins: bytes) -> None:
    answer = leader.get("/reports/ii06a", format=form, **JUNE)
    assert answer.headers["Content-Type"].startswith(media)
    assert answer.headers["Content-Disposition"].endswith(f'20260614.{form}"')
    assert answer.content.startswith(begins)


def test_a_number_opens_to_its_dossiers(leader: Caller) -> None:
    made = told(leader.get("/reports/ii06a", **JUNE))
    row = next(row for row in made["rows"] if row["kind"] == "PROCEDURE")
    page = told(leader.get("/reports/ii06a/dossiers", row=row["key"], column="received", **JUNE))
    assert len(page["items"]) == row["values"]["received"] == 2
    one = told(leader.client.get(page["items"][0]["link"], headers=leader.headers))
    assert one["code"] == page["items"][0]["code"]


@pytest.mark.parametrize(
    "faulty",
    [
        {"row": "khong-co", "column": "received"},
        {"row": "total", "column": "on-time-share"},
        {"row": "procedure/NATIONAL/9.999999", "column": "received"},
        {"row": "unit/xa-gia-lam/khong-co", "column": "received"},
        {"row": "agency/xa-phu-dong", "column": "received"},
    ],
)
def test_what_is_no_number_of_a_report_does_not_open(
    leader: Caller, faulty: dict[str, str]
) -> None:
    assert leader.get("/reports/ii06a/dossiers", **faulty, **JUNE).status_code == 404


def test_a_period_is_closed_once_and_then_told_as_it_was(leader: Caller) -> None:
    made = leader.post("/reports/ii06a/close", CLOSE, Idempotency_Key="dong-ky-5")
    assert made.status_code == 201, made.content
    again = leader.post("/reports/ii06a/close", CLOSE, Idempotency_Key="dong-ky-5")
    assert (again.json(), again.headers["Idempotent-Replayed"]) == (made.json(), "true")
    twice = leader.post("/reports/ii06a/close", CLOSE)
    assert (twice.status_code, twice.json()["code"]) == (409, "report-closed-already")
    asked = leader.get("/reports/ii06a", **MAY)
    shown = leader.client.get(made.headers["Location"], headers=leader.headers)
    assert asked.content == shown.content
    assert told(asked)["closing"]["digest"] == made.json()["digest"]
    assert told(leader.get("/reports/ii06a", recount=True, **MAY))["closing"] is None
    assert [one["id"] for one in told(leader.get("/reports/closed"))["items"]] == [
        made.json()["id"]
    ]


def test_a_closed_report_is_sent_again_only_when_it_is_another(leader: Caller) -> None:
    place = leader.post("/reports/ii06a/close", CLOSE).headers["Location"]
    first = leader.client.get(place, headers=leader.headers)
    same = leader.client.get(
        place, headers={**leader.headers, "If-None-Match": first.headers["ETag"]}
    )
    assert (same.status_code, same.content) == (304, b"")
    other = leader.client.get(
        f"{place}?format=pdf", headers={**leader.headers, "If-None-Match": first.headers["ETag"]}
    )
    assert other.status_code == 200


def test_nothing_has_changed_since_it_was_closed(leader: Caller) -> None:
    place = leader.post("/reports/officers/close", CLOSE).headers["Location"]
    answer = leader.client.get(f"{place}/differences", headers=leader.headers)
    assert told(answer) == {"items": [], "looked_at": 0, "is_complete": True}


def test_a_period_that_lasts_is_not_closed(leader: Caller) -> None:
    answer = leader.post("/reports/ii06a/close", {"from": "2026-05-15", "to": "2099-01-01"})
    assert (answer.status_code, answer.json()["code"]) == (409, "report-period-not-over")


@pytest.mark.parametrize("username", ["tiepnhan1", "thuly1", "quantri"])
def test_who_needs_no_figures_gets_none(leader: Caller, caller: AnyCaller, username: str) -> None:
    someone = caller(username)
    for path in ("/reports", "/indicators", "/reports/closed", "/reports/ii06a"):
        assert someone.get(path, **(JUNE if path.endswith("06a") else {})).status_code == 404


def test_a_supervisor_sees_but_does_not_close(leader: Caller, caller: AnyCaller) -> None:
    above = caller("giamsat")
    made = told(above.get("/reports/on-time", subordinates=True, **JUNE))
    assert "agency/xa-gia-lam" in {row["key"] for row in made["rows"]}
    assert above.post("/reports/ii06a/close", CLOSE).status_code == 404


def test_the_register_of_indicators_is_told_whole(leader: Caller) -> None:
    items = told(leader.get("/indicators"))["items"]
    assert [one["code"] for one in items] == [one.code for one in REGISTER]
    assert all(one["name"] and one["formula"] and one["left_out"] for one in items)
    kinds = told(leader.get("/reports"))["items"]
    codes = {one["code"] for one in items}
    assert {column for kind in kinds for column in kind["columns"]} <= codes
