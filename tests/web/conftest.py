"""Pages and API are asked at one certain moment, in an office put up once for each module."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.api.tokens import pace
from motcua.kernel import clock
from tests.support.clock import PLAIN_MORNING
from tests.support.two_communes import Held, Somebody, put_up_two_communes
from tests.support.working_office import kept_for_a_module, put_up_office

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


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


@pytest.fixture(scope="module")
def held(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Held, ...]]:
    with kept_for_a_module(django_db_blocker), pytest.MonkeyPatch.context() as patch:
        yield put_up_two_communes(patch)


@pytest.fixture
def dossier(held: tuple[Held, ...], db: None, now: object) -> Held:
    """A dossier of the unit that certifies copies, in the commune at home."""
    pace.forget_all()
    return held[0]


@pytest.fixture
def browser() -> Callable[[Somebody], Client]:
    def signed_in(person: Somebody) -> Client:
        client = Client()
        for user in User.objects.filter(username=person.username):
            client.force_login(user, backend=BACKEND)
            client.get("/positions/")
        return client

    return signed_in
