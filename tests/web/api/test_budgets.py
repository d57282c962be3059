"""How many queries an answer costs: a number that grows is seen the day it grows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.api.conftest import Body, Caller

# Of each: the revision of the catalogue 1, the token 2, the note in the access log 3 (with the
# two statements of its transaction); what is left is the answer's own.
BUDGETS = {
    "/procedures?q=khai+sinh": 3,
    "/procedures": 3,
    "/procedures/2.000815": 4,
    "/dossiers": 7,
    "/dossiers?q=nhung": 8,
    "/dossiers?stage=RECEIVED&against=DUE_TODAY&sector=x&procedure=ch%E1%BB%A9ng": 7,
    "/work?whose=ALL": 7,
    "/work?whose=ALL&figures=true": 8,
    "/registers/2026": 11,
    "/receipts": 7,
    "/tills": 9,
    "/units": 5,
    "/dossiers/{code}/files": 11,
    "/dossiers/{code}/receipts": 13,
    "/dossiers/{code}/fee": 14,
    "/dossiers/{code}": 11,
    "/dossiers/{code}/timeline": 11,
    "/dossiers/{code}/slip.pdf": 11,
    "/track/{code}": 5,
    "/openapi.json": 0,
}
RECEIVE = 16
REPLAY = 4
# A note on a dossier: the log 3, then what every act costs, and one query for the answer.
ACT = 26


def cost(ask: Callable[[], Any]) -> int:
    """Queries of the second call: the first one fills what is kept while the catalogue stands."""
    ask()
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


@pytest.mark.parametrize("path", BUDGETS)
def test_reading_stays_within_its_budget(desk: Caller, received: str, path: str) -> None:
    address = "/api/v1" + path.format(code=received)
    spent = cost(lambda: desk.client.get(address, headers=desk.headers))
    assert spent <= BUDGETS[path]


def test_a_list_costs_the_same_for_one_row_and_for_many(
    desk: Caller, a_reception: Callable[..., Body]
) -> None:
    desk.receive(a_reception())
    one = cost(lambda: desk.get("/dossiers"))
    for _ in range(9):
        desk.receive(a_reception())
    assert cost(lambda: desk.get("/dossiers")) == one


def test_receiving_stays_within_its_budget(desk: Caller, a_reception: Callable[..., Body]) -> None:
    assert cost(lambda: desk.receive(a_reception())) <= RECEIVE


def test_a_repetition_costs_next_to_nothing(desk: Caller, a_reception: Callable[..., Body]) -> None:
    assert cost(lambda: desk.receive(a_reception(), key="k-1")) <= REPLAY


def test_an_act_stays_within_its_budget(desk: Caller, received: str) -> None:
    path = f"/dossiers/{received}/acts/note"
    assert cost(lambda: desk.post(path, {"text": "Đã gọi điện"})) <= ACT


def test_work_costs_the_same_for_one_row_and_for_many(
    desk: Caller, a_reception: Callable[..., Body]
) -> None:
    desk.receive(a_reception())
    one = cost(lambda: desk.get("/work", whose="ALL"))
    for _ in range(9):
        desk.receive(a_reception())
    assert cost(lambda: desk.get("/work", whose="ALL")) == one
