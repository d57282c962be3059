"""Attempts to pay by the API: begun once, read, asked about, confirmed by who may."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers.models import Dossier
from motcua.kernel import clock
from motcua.kernel.vietqr import parse_vietqr
from motcua.payments.models import PaymentOrder
from tests.support.paying import an_account, message, say, with_gateway
from tests.web.api.conftest import AnyCaller, Caller
from tests.web.api.test_work_and_money import owing, problem

__all__ = ["owing"]
QUERIES_MAX = 14


@pytest.fixture
def path(owing: str, settings: Any) -> str:
    """Where a dossier that owes 4,000 đồng is paid."""
    with_gateway(settings)
    an_account(Dossier.objects.values_list("agency_id", flat=True).get(code=owing))
    return f"/dossiers/{owing}/payment-orders"


def test_an_attempt_is_begun_once_and_its_code_read(desk: Caller, path: str) -> None:
    made = [desk.post(path, Idempotency_Key="p-1") for _twice in range(2)]
    assert [one.status_code for one in made] == [201, 201], made[0].content
    first, again = (one.json() for one in made)
    assert first == again
    assert made[1].headers["Idempotent-Replayed"] == "true"
    assert made[0].headers["Location"].endswith(f"/payment-orders/{first['number']}")
    read = parse_vietqr(first["vietqr"])
    assert (read.amount, read.purpose, read.account) == (
        first["amount_vnd"],
        first["number"],
        first["account"],
    )
    assert PaymentOrder.objects.count() == 1
    other = desk.post(path, Idempotency_Key="p-2").json()
    assert other["number"] != first["number"]
    assert desk.get(f"/payment-orders/{first['number']}/state").json()["state"] == "WITHDRAWN"
    problem(desk.post(path, {"amount_vnd": 1}), 422, "input-invalid")


def test_its_state_is_asked_until_the_money_came(desk: Caller, path: str) -> None:
    number = desk.post(path).json()["number"]
    place = f"/payment-orders/{number}/state"
    waiting = desk.get(place).json()
    assert (waiting["is_open"], waiting["is_paid"], waiting["came_vnd"]) == (True, False, 0)
    now = clock.now()
    say(message(number, 5_000, sent_at=now), at=now)
    paid = desk.get(place).json()
    assert (paid["is_open"], paid["is_paid"], paid["came_vnd"], paid["rest_vnd"]) == (
        False,
        True,
        5_000,
        1_000,
    )
    told = desk.get(f"/payment-orders/{number}").json()
    assert (told["state"], told["came"][0]["rest_vnd"]) == ("PAID_WRONG_AMOUNT", 1_000)
    assert [one["verdict"] for one in told["messages"]] == ["WRONG_AMOUNT"]
    problem(desk.post(path), 409, "already-paid")
    found = desk.get("/payment-orders", state="PAID_WRONG_AMOUNT").json()["items"]
    assert [one["number"] for one in found] == [number]
    assert desk.get("/payment-orders", state="OPEN").json()["items"] == []


def test_money_is_confirmed_by_who_may_and_once(desk: Caller, path: str, caller: AnyCaller) -> None:
    number = desk.post(path).json()["number"]
    place = f"/payment-orders/{number}/confirm"
    body = {"amount_vnd": 4_000, "reference": "FT1", "reason": "Thấy trên tài khoản"}
    problem(desk.post(place, body), 404, "not-found")
    accountant = caller("ketoan")
    problem(accountant.post(place, body | {"reason": " "}), 422, "money-reason-missing")
    assert accountant.post(place, body).json()["state"] == "PAID"
    problem(accountant.post(place, body), 409, "payment-already-known")
    problem(accountant.post("/payment-orders/MC0/confirm", body), 404, "not-found")


def test_reading_costs_a_bounded_number_of_queries(desk: Caller, path: str) -> None:
    number = desk.post(path).json()["number"]
    costs = {}
    for place in (
        "/payment-orders",
        f"/payment-orders/{number}",
        f"/payment-orders/{number}/state",
    ):
        desk.get(place)
        with CaptureQueriesContext(connection) as seen:
            assert desk.get(place).status_code == 200
        costs[place] = len(seen)
    assert max(costs.values()) <= QUERIES_MAX, costs
