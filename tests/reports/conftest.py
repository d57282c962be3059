"""Three communes at work under one city; after each test figures, facts and rows agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.dossiers.proof import disagreements
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.ledger.caching import forget_all
from motcua.ledger.verification import verify
from tests.support.reception import a_ground
from tests.support.reporting import Communes, communes_at_work
from tests.support.working_office import kept_for_a_module


@pytest.fixture(autouse=True)
def _fresh_answers() -> Iterator[None]:
    """Each test reads its own database."""
    forget_all()
    yield
    forget_all()


@pytest.fixture(scope="module")
def communes(django_db_setup: None, django_db_blocker: Any) -> Iterator[Communes]:
    """The three communes and what they did in June 2026, put up once for the tests of a module."""
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield communes_at_work()


@pytest.fixture
def proved(communes: Communes, db: None) -> Iterator[None]:
    """After the test tallies are those of the facts, and every chain holds."""
    yield
    assert list(tally_flaws()) == []
    assert list(disagreements()) == []
    assert list(verify()) == []
