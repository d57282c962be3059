"""Internal processes through the API: listed, one version in full, the same as BPMN."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.processes.formats.bpmn_reading import process_from_bpmn
from motcua.processes.rules.definition import process_of
from tests.support.processes_at_work import put_in_force, usual
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY
from tests.web.api.conftest import Caller
from tests.web.api.test_problems import problem
from tests.web.api.test_procedures import page

BUDGETS = {
    "/processes": 6,
    "/processes/{0}": 6,
    "/processes/{0}/versions/{1}": 5,
    "/processes/{0}/versions/{1}/process.bpmn": 3,
}


@pytest.fixture
def published(desk: Caller) -> tuple[int, int]:
    row = put_in_force(usual(), CERTIFIED_COPY)
    return row.process_id, row.pk


def test_processes_are_listed_with_what_is_in_force(
    desk: Caller, published: tuple[int, int]
) -> None:
    (one,) = page(desk.get("/processes"))["items"]
    assert (one["id"], one["procedure"], one["version_number"]) == (published[0], CERTIFIED_COPY, 1)
    assert one["link"].endswith(f"/api/v1/processes/{published[0]}")
    before = page(desk.get("/processes", on="2019-12-31"))["items"]
    assert [line["version_number"] for line in before] == [None]


@pytest.mark.parametrize(("asked", "found"), [("chung thuc", 1), ("ket hon", 0), ("2.0008", 1)])
def test_processes_are_found_by_name_and_code(
    desk: Caller, published: tuple[int, int], asked: str, found: int
) -> None:
    assert len(page(desk.get("/processes", q=asked))["items"]) == found


def test_the_list_is_read_page_by_page(desk: Caller, published: tuple[int, int]) -> None:
    put_in_force(usual(), BIRTH_AGAIN)
    first = page(desk.get("/processes", size=1))
    second = page(desk.get("/processes", size=1, cursor=first["next_cursor"]))
    assert {one["id"] for one in (*first["items"], *second["items"])} > {published[0]}
    assert second["next_cursor"] == ""
    problem(desk.get("/processes", cursor="999999"), 422, "cursor-faulty")


def test_a_version_tells_its_steps_in_words_and_whole(
    desk: Caller, published: tuple[int, int]
) -> None:
    process_id, version_id = published
    now = page(desk.get(f"/processes/{process_id}"))
    assert now == page(desk.get(f"/processes/{process_id}/versions/{version_id}"))
    assert now["version"]["id"] == version_id
    assert now["versions"] == [now["version"]]
    assert [one["number"] for one in now["steps"]] == [
        "rece",
        "chec",
        "draf",
        "sign",
        "issu",
        "give",
    ]
    assert now["steps"][0]["time"] == "1 buổi làm việc"
    assert now["steps"][0]["next"] == [now["steps"][1]["key"]]
    assert process_of(now["definition"]).title == now["version"]["title"]


def test_the_same_is_given_as_bpmn(desk: Caller, published: tuple[int, int]) -> None:
    process_id, version_id = published
    told = page(desk.get(f"/processes/{process_id}/versions/{version_id}"))
    answer = desk.get(told["bpmn"].partition("/api/v1")[2])
    assert answer["Content-Type"] == "application/xml"
    assert process_from_bpmn(answer.content).process == process_of(told["definition"])


def test_what_is_not_there_is_not_found(desk: Caller, published: tuple[int, int]) -> None:
    process_id, version_id = published
    other = put_in_force(usual(), BIRTH_AGAIN).process_id
    for path in (
        "/processes/999999",
        f"/processes/{process_id}?on=2019-12-31",
        f"/processes/{process_id}/versions/999999",
        f"/processes/{other}/versions/{version_id}",
        f"/processes/{other}/versions/{version_id}/process.bpmn",
    ):
        problem(desk.get(path), 404, "not-found")


@pytest.mark.parametrize("path", BUDGETS)
def test_reading_a_process_stays_within_its_budget(
    desk: Caller, published: tuple[int, int], path: str
) -> None:
    address = "/api/v1" + path.format(*published)
    desk.client.get(address, headers=desk.headers)
    with CaptureQueriesContext(connection) as queries:
        assert desk.client.get(address, headers=desk.headers).status_code == 200
    assert len(queries) <= BUDGETS[path]
