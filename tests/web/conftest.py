"""Pages and API are asked at one certain moment, in an office put up once for each module."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from motcua.kernel import clock
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import kept_for_a_module, put_up_office


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        yield


@pytest.fixture
def standing(office: None, db: None) -> None:
    """The office, and a transaction of the test's own in it."""


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """A plain Wednesday morning, 09:00, at the doors that read the clock."""
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    return PLAIN_MORNING
