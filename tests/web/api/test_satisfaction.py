"""Satisfaction by the API: what the leader's page tells, by right, over named periods only."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.support.rating import rated
from tests.support.working_office import token_of

pytestmark = [pytest.mark.usefixtures("standing", "now")]
QUARTER = "kind=QUARTER&year=2026&number=2"


def reads(query: str, who: str = "lanhdao") -> tuple[int, dict[str, Any]]:
    client = Client(headers={"Authorization": f"Bearer {token_of(who)}"})
    answer = client.get(f"/api/v1/satisfaction?{query}")
    return answer.status_code, answer.json()


def test_few_answers_tell_no_share_and_enough_do() -> None:
    for level in (3, 3, 2, 1):
        rated(level)
    status, told = reads(QUARTER)
    assert (status, told["whole"]["percent"]) == (200, None)
    assert {one["score"]["answered"] for one in told["procedures"]} == {None}
    rated(2)
    whole = reads("")[1]["whole"]
    assert whole == reads(QUARTER)[1]["whole"], "the quarter that runs"
    assert (whole["percent"], whole["answered"], whole["invited"]) == (80.0, 5, 5)
    assert whole["low"] < 80 < whole["high"]
    sector, procedure = reads("")[1]["sectors"][0], reads("")[1]["procedures"][0]
    assert sector["score"] == procedure["score"] == whole
    assert sector["compared"] is procedure["compared"] is None, "there are no others"
    assert reads("year=2025&number=1")[1]["whole"]["answered"] is None


def test_who_has_not_the_right_and_whose_agency_it_is_not() -> None:
    assert reads(QUARTER, "tiepnhan1")[0] == 404
    assert reads(f"{QUARTER}&agency_id=999999")[0] == 404


@pytest.mark.parametrize("query", ["year=1", "kind=WEEK&year=2026", "year=2026&number=13"])
def test_only_named_periods(query: str) -> None:
    assert reads(query)[0] == 422
