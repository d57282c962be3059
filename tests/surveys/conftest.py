"""The office of these tests, and the proof after each: tallies agree with what they count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.ledger.caching import forget_all
from motcua.ledger.verification import verify
from motcua.surveys.proof import survey_flaws
from motcua.surveys.sealing import broken_survey_seals
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
    """The sample office, put up once for the tests of a module."""
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield


@pytest.fixture
def proved(office: None, db: None) -> Iterator[None]:
    """After the test tallies say what rows say, sealed answers are as they were, every chain holds."""
    yield
    assert list(survey_flaws()) == []
    assert list(broken_survey_seals()) == []
    assert list(verify()) == []
