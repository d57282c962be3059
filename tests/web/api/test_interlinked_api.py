"""An interlinked group by the API: one call, one submission, once however often it is sent."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.dossiers.models import Dossier
from motcua.interlinked.models import Submission
from tests.support.interlinked import (
    BIRTH,
    INSURANCE,
    POLICE_AGENCY,
    RESIDENCE,
    put_up_groups,
    seat_members,
)
from tests.web.api.conftest import Body, Caller
from tests.web.api.test_problems import problem

PATH = "/dossiers/interlinked"


@pytest.fixture(autouse=True)
def _groups(standing: None, now: Any) -> None:
    put_up_groups()
    seat_members()


def a_submission(**changes: Any) -> Body:
    matters = [
        {"procedure": BIRTH, "complete_confirmed": True},
        {"procedure": RESIDENCE},
        {"procedure": INSURANCE, "complete_confirmed": True},
    ]
    usual = {
        "group": "3.000722",
        "applicant": {"name": "Lê Minh Khôi"},
        "matters": matters,
        "papers": [{"name": "Tờ khai đăng ký khai sinh theo mẫu"}],
    }
    return usual | changes


def test_one_call_receives_all_and_those_that_wait_wait(desk: Caller) -> None:
    told = desk.post(PATH, a_submission())
    assert told.status_code == 201, told.content
    codes = [one["code"] for one in told.json()["dossiers"]]
    assert told.json()["group"] == codes[0]
    assert told["Location"].endswith(codes[0])
    rows = Dossier.objects.filter(code__in=codes).order_by("id")
    assert [(row.stage, row.awaits_companion) for row in rows] == [
        ("RECEIVED", False),
        ("IN_TRANSIT", True),
        ("IN_TRANSIT", True),
    ]
    assert rows[1].competent_agency.slug == POLICE_AGENCY
    assert Submission.objects.get().head_id == rows[0].pk


def test_the_same_key_receives_once_and_another_body_under_it_is_refused(desk: Caller) -> None:
    first, again = (desk.post(PATH, a_submission(), Idempotency_Key="i-1") for _time in range(2))
    assert (first.status_code, again.status_code) == (201, 201), first.content
    assert again.json() == first.json()
    assert again["Idempotent-Replayed"] == "true"
    assert Submission.objects.count() == 1
    other = desk.post(PATH, a_submission(note="Khác"), Idempotency_Key="i-1")
    problem(other, 409, "request-key-reused")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"group": "9.999999"}, "interlinked-group-not-in-force", "group"),
        (
            {"matters": [{"procedure": BIRTH}, {"procedure": "2.000815"}]},
            "interlinked-member-unknown",
            "matters.1.procedure",
        ),
        ({"papers": [{"name": "Giấy lạ"}]}, "reception-refused", "papers.0"),
        (
            {"applicant": {"name": "An", "personal_id": "12"}},
            "group-refused",
            "applicant.personal_id",
        ),
        (
            {"matters": [{"procedure": BIRTH}, {"procedure": RESIDENCE}]},
            "group-refused",
            "matters.0.complete_confirmed",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place_and_nothing_comes_in(
    desk: Caller, changes: Body, code: str, field: str
) -> None:
    document = problem(desk.post(PATH, a_submission(**changes)), 422, code)
    told = [document, *document.get("errors", ())]
    assert field in {one.get("field") for one in told}
    assert not Dossier.objects.exists()


def test_who_receives_nothing_receives_no_group(caller: Any) -> None:
    assert caller("thuly1").post(PATH, a_submission()).status_code == 404
    assert caller("").post(PATH, a_submission()).status_code == 401
