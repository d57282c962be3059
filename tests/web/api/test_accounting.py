"""What accountants read by the API: books that balance, settlements with what stands behind, differences."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from motcua.kernel.clock import local_day
from tests.support.clock import PLAIN_MORNING
from tests.support.money import collect
from tests.support.settling import a_difference, a_rest, a_settlement, ask_rest, home
from tests.support.working_office import token_of

pytestmark = [pytest.mark.usefixtures("standing", "now")]


def reads(path: str, who: str = "ketoan") -> tuple[int, dict[str, object]]:
    client = Client(headers={"Authorization": f"Bearer {token_of(who)}"})
    answer = client.get(f"/api/v1/{path}")
    return answer.status_code, answer.json()


def test_the_books_balance() -> None:
    collect()
    first = local_day(PLAIN_MORNING)
    last = first + timedelta(days=1)
    status, told = reads(f"books?first_day={first}&last_day={last}")
    assert (status, told["is_even"], told["debits_vnd"]) == (200, True, 4_000)
    assert reads("books?agency_id=1")[0] == 404
    assert reads("books", "tiepnhan1")[0] == 404


def test_a_settlement_opens_to_its_items() -> None:
    made = a_settlement(PLAIN_MORNING)
    status, page = reads("settlements?state=SENT")
    assert (status, [row["id"] for row in page["items"]]) == (200, [made])  # type: ignore[attr-defined, index]
    parts = {row["kind"]: row["due_vnd"] for row in reads(f"settlements/{made}")[1]["parts"]}  # type: ignore[attr-defined, index]
    assert parts["FEE"] == 4_000
    items = reads(f"settlements/{made}/items")[1]["items"]
    assert sum(row["amount_vnd"] for row in items) == 4_000  # type: ignore[attr-defined, index]
    assert reads("settlements/999999")[0] == 404


def test_refunds_and_differences_are_told() -> None:
    ask_rest(a_rest(PLAIN_MORNING))
    assert reads("refunds")[1]["items"][0]["rest_vnd"] == 1_000  # type: ignore[index]
    a_settlement(PLAIN_MORNING)
    found = a_difference(PLAIN_MORNING)
    status, page = reads("differences?state=OPEN")
    assert (status, page["items"][0]["id"]) == (200, found)  # type: ignore[index]
    assert page["items"][0]["agency_id"] == home()  # type: ignore[index]
