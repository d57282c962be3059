"""The office of these tests, and the proof after each: register and ledger agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.feedback.proof import petition_flaws
from motcua.ledger.caching import forget_all
from motcua.ledger.verification import verify
from tests.support.two_communes import put_up_two_communes
from tests.support.working_office import kept_for_a_module


@pytest.fixture(autouse=True)
def _fresh_answers() -> Iterator[None]:
    """Each test reads its own database."""
    forget_all()
    yield
    forget_all()


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Two communes and their officers, put up once for the tests of a module."""
    with kept_for_a_module(django_db_blocker):
        put_up_two_communes(pytest.MonkeyPatch())
        yield


@pytest.fixture
def proved(office: None, db: None) -> Iterator[None]:
    """After the test facts fold to rows, no year has a gap, every chain holds."""
    yield
    assert list(petition_flaws()) == []
    assert list(verify()) == []
