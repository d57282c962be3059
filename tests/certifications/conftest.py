"""The office of these tests, and the proof after each: registers, dossiers and ledger agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.certifications.proof import certification_flaws
from motcua.dossiers.proof import disagreements
from motcua.ledger.caching import forget_all
from motcua.ledger.verification import verify
from tests.support.certifying import certifying_office
from tests.support.working_office import kept_for_a_module


@pytest.fixture(autouse=True)
def _fresh_answers() -> Iterator[None]:
    """Each test reads its own database."""
    forget_all()
    yield
    forget_all()


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The sample office, put up once for the tests of a module."""
    with kept_for_a_module(django_db_blocker):
        certifying_office()
        yield


@pytest.fixture
def proved(office: None, db: None) -> Iterator[None]:
    """After the test facts fold to rows, fees add up, no book has a gap, every chain holds."""
    yield
    assert list(certification_flaws()) == []
    assert list(disagreements()) == []
    assert list(verify()) == []
