"""The sample office of these tests, put up once a module, with a partner whose key is in our hands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.exchange.models import Partner
from motcua.ledger.caching import forget_all
from tests.support.exchanging_orders import THERE
from tests.support.offices import agency_id
from tests.support.partners import a_partner
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
        a_partner(agency_id=agency_id(THERE))
        yield


@pytest.fixture
def partner(office: None, db: None) -> Partner:
    """Xã Phù Đổng, which works in an installation of its own."""
    return Partner.objects.get()
