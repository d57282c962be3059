"""The catalogue through the API: search, pages, and one version in full."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, CODES
from tests.web.api.conftest import Caller
from tests.web.api.test_problems import problem


def page(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200, answer.content
    document: dict[str, Any] = answer.json()
    return document


@pytest.mark.parametrize("words", ["sao y", "chung thuc ban sao", "chứng thực bản sao", "2.000815"])
def test_everyday_words_find_certified_copies(desk: Caller, words: str) -> None:
    first = page(desk.get("/procedures", q=words))["items"][0]
    assert first["code"] == CERTIFIED_COPY
    assert first["why"]


def test_words_of_nothing_find_nothing(desk: Caller) -> None:
    assert page(desk.get("/procedures", q="xyzzy")) == {"items": [], "next_cursor": ""}


def test_the_whole_catalogue_is_read_page_by_page(desk: Caller) -> None:
    seen, cursor = [], ""
    for _ in range(3):
        answer = page(desk.get("/procedures", size=2, cursor=cursor))
        seen += [item["code"] for item in answer["items"]]
        cursor = answer["next_cursor"]
    assert set(seen) == CODES
    assert len(seen) == len(CODES)
    assert cursor == ""


def test_a_search_is_read_page_by_page_too(desk: Caller) -> None:
    whole = page(desk.get("/procedures", q="khai sinh"))["items"]
    first = page(desk.get("/procedures", q="khai sinh", size=1))
    second = page(desk.get("/procedures", q="khai sinh", size=1, cursor=first["next_cursor"]))
    assert [*first["items"], *second["items"]] == whole[:2]


def test_the_list_is_narrowed_by_level_and_sector(desk: Caller) -> None:
    level = page(desk.get("/procedures", level="PROVINCE"))["items"]
    assert [item["code"] for item in level] == ["2.000635"]
    sector = page(desk.get("/procedures", sector="chung-thuc"))["items"]
    assert [item["code"] for item in sector] == [CERTIFIED_COPY]


def test_a_cursor_that_no_list_gave_is_refused(desk: Caller) -> None:
    problem(desk.get("/procedures", cursor="999999"), 422, "cursor-faulty")


def test_a_procedure_tells_papers_limits_fees_and_versions(desk: Caller) -> None:
    document = page(desk.get(f"/procedures/{CERTIFIED_COPY}"))
    assert document["on"] == "2026-06-10"
    assert document["limits"][0]["words"] == "trong ngày"
    assert document["fees"][0]["tiers"] == [{"from_unit": 3, "amount_vnd": 1000}]
    assert document["variants"][0]["papers"][0]["originals"] == 1
    assert [version["valid_from"] for version in document["versions"]] == [
        "2025-07-01",
        "2020-01-01",
    ]


def test_another_day_has_another_version(desk: Caller) -> None:
    then = page(desk.get(f"/procedures/{CERTIFIED_COPY}", on="2024-03-13"))
    now = page(desk.get(f"/procedures/{CERTIFIED_COPY}"))
    assert then["version_id"] != now["version_id"]
    assert (then["valid_from"], then["on"]) == ("2020-01-01", "2024-03-13")


def test_a_limit_in_days_is_exact(desk: Caller) -> None:
    limit = page(desk.get(f"/procedures/{BIRTH_AGAIN}"))["limits"][0]
    assert (limit["unit"], limit["value"]) == ("WORKING_DAYS", "5")


@pytest.mark.parametrize("path", ["/procedures/9.999999", "/procedures/2.000815?on=1999-01-01"])
def test_a_procedure_that_is_not_in_force_is_not_found(desk: Caller, path: str) -> None:
    answer = desk.client.get("/api/v1" + path, headers=desk.headers)
    problem(answer, 404, "not-found")


@pytest.mark.parametrize("on", ["2026-02-30", "1718000000", "10/06/2026", ""])
def test_a_day_that_is_none_is_refused(desk: Caller, on: str) -> None:
    document = problem(desk.get("/procedures", on=on), 422, "input-invalid")
    assert document["errors"][0]["code"] == "day-form"
