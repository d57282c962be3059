"""Officers of the sample office at their browsers, and a dossier received at its desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.preparation import ground_for
from motcua.dossiers.vocabulary import PaperIn, Party, PartyRole, ReceptionInput
from motcua.kernel.actor import Door
from motcua.ledger.caching import forget_all
from motcua.procedures.queries.catalogue import version_in_force
from tests.support.working_office import BIRTH_AGAIN, officer

SignIn = Callable[[str], Client]
Receive = Callable[..., str]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def _fresh_answers() -> Iterator[None]:
    """What a test has changed in the catalogue must not be remembered after it."""
    yield
    forget_all()


@pytest.fixture
def browser(standing: None, now: datetime) -> SignIn:
    """The browser of a sample officer, signed in; `""` is a stranger's."""

    def signed_in(username: str) -> Client:
        client = Client()
        if username:
            client.force_login(User.objects.get(username=username), backend=BACKEND)
            client.get("/positions/")
        return client

    return signed_in


@pytest.fixture
def receive(standing: None, now: datetime) -> Receive:
    """Receives a dossier at the sample desk and gives its code."""

    def received(
        owner: str = "Nguyễn Thị Hồng Nhung",
        procedure: str = BIRTH_AGAIN,
        at: datetime = now,
        by: str = "tiepnhan1",
    ) -> str:
        actor = officer(by, at, Door.PAGE)
        version_id = version_id_of(procedure, at.date())
        assert actor.agency_id is not None
        ground = ground_for(
            agency_id=actor.agency_id, procedure_version_id=version_id, day=at.date()
        )
        given = ReceptionInput(
            procedure_version_id=version_id,
            parties=(Party(role=PartyRole.OWNER, name=owner, phone="0912345678"),),
            papers=tuple(
                PaperIn(name=paper.name, required_document_id=paper.id, originals=1)
                for paper in ground.variant(None).papers
            ),
            complete_confirmed=True,
        )
        return receive_dossier(actor=actor, at=at, given=given).code

    return received


def text_of(response: Any) -> str:
    return str(response.content.decode())


def version_id_of(code: str, day: date) -> int:
    """The version of a procedure in force on a day."""
    detail = version_in_force(code, day)
    assert detail is not None
    return detail.version_id
