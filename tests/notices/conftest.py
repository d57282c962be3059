"""The sample office of these tests, put up once a module, and carriers that really listen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from motcua.ledger.caching import forget_all
from motcua.notices.vocabulary import Carrier
from tests.support.reception import a_ground
from tests.support.telling import Teller, a_teller
from tests.support.working_office import kept_for_a_module

TellBy = Callable[..., Teller]


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
def standing(office: None, db: None) -> None:
    """The office, and a transaction of the test's own in it."""


@pytest.fixture
def tell_by(standing: None) -> Iterator[TellBy]:
    """A teller with the carriers that the test names, or with all."""
    with ExitStack() as stack:

        def telling(*carriers: Carrier, **settings: Any) -> Teller:
            return stack.enter_context(a_teller(*carriers, **settings))

        yield telling
