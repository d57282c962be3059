"""Calls at one moment, each on its own connection: committed for real, so in a module without the
transaction that the other modules share."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest
from django.db import connection

from motcua.dossiers.models import Dossier, DossierSerial
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from motcua.ledger.verification import verify
from tests.support.working_office import put_up_office, token_of
from tests.web.api.conftest import Body, Caller

CALLERS = 6


@pytest.fixture
def token(now: datetime, transactional_db: None) -> Any:
    forget_all()
    put_up_office()
    yield token_of("tiepnhan1")
    forget_all()


def at_once(call: Callable[[int], Any]) -> list[Any]:
    """Each call in a thread of its own."""

    def alone(number: int) -> Any:
        try:
            return call(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=CALLERS) as pool:
        return list(pool.map(alone, range(CALLERS)))


@pytest.mark.slow
def test_the_same_request_makes_one_dossier(token: str, a_reception: Callable[..., Body]) -> None:
    body = a_reception()
    answers = at_once(lambda _number: Caller(token).receive(body, key="k-1"))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum("Idempotent-Replayed" not in answer for answer in answers) == 1
    assert Dossier.objects.count() == 1
    assert Fact.objects.filter(code="dossier.received").count() == 1
    assert DossierSerial.objects.get().last == 1


@pytest.mark.slow
def test_different_requests_get_different_codes_without_a_gap(
    token: str, a_reception: Callable[..., Body]
) -> None:
    answers = at_once(lambda number: Caller(token).receive(a_reception(), key=f"k-{number}"))
    codes = sorted(answer.json()["code"] for answer in answers)
    assert codes == [f"H26.45-260610-{number:04}" for number in range(1, CALLERS + 1)]
    assert list(verify()) == []
