"""The words of forms are kept in tables: an office put up once for the module that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.ledger.caching import forget_all
from tests.support.working_office import kept_for_a_module, put_up_office


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        yield


@pytest.fixture
def standing(office: None, db: None) -> Iterator[None]:
    """The office, and a transaction of the test's own in it."""
    yield
    forget_all()
