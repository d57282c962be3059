"""The office of these tests, with a process for one of its procedures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.dossiers.proof import disagreements
from motcua.ledger.caching import forget_all
from motcua.ledger.verification import verify
from motcua.workflow.proof import work_flaws
from tests.support.reception import a_ground
from tests.support.working_office import kept_for_a_module


@pytest.fixture(autouse=True)
def _fresh_answers() -> Iterator[None]:
    forget_all()
    yield
    forget_all()


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The sample office, put up once for the tests of a module."""
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield


@pytest.fixture
def standing(office: None, db: None) -> Iterator[None]:
    """The office, in a transaction of the test's own; after it facts fold to rows, and chains hold."""
    yield
    assert list(disagreements()) == []
    assert list(verify()) == []
    assert list(work_flaws()) == []
