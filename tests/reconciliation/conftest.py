"""The office of these tests, and the proof after each: differences, money and ledger agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.ledger.caching import forget_all
from motcua.ledger.verification import verify
from motcua.reconciliation.proof import difference_flaws
from motcua.settlements.proof import refund_flaws, settlement_flaws
from tests.support.reception import a_ground
from tests.support.working_office import kept_for_a_module


@pytest.fixture(autouse=True)
def _fresh_answers() -> Iterator[None]:
    """Each test reads its own database."""
    forget_all()
    yield
    forget_all()


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield


@pytest.fixture
def proved(office: None, db: None) -> Iterator[None]:
    yield
    assert [*difference_flaws(), *refund_flaws(), *settlement_flaws(), *verify()] == []
