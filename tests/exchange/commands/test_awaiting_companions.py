"""A dossier of a group that waits for another's result goes to the partner when it waits no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import orjson
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import Withdraw
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Act, Stage
from motcua.exchange.models import OutMessage, SharedDossier
from motcua.ledger.caching import forget_all
from tests.support.clock import PLAIN_MORNING
from tests.support.interlinked import BIRTH, RESIDENCE, put_up_groups, settle, settled_by, submit
from tests.support.partners import a_partner
from tests.support.working_office import kept_for_a_module, officer, put_up_office

NOON = PLAIN_MORNING + timedelta(hours=2)


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The police settle residence in an installation of their own."""
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        put_up_groups()
        a_partner(agency_id=settled_by(RESIDENCE))
        forget_all()
        yield


pytestmark = pytest.mark.usefixtures("office", "db")


def test_the_partner_is_told_once_the_result_it_waits_for_is_there() -> None:
    made = submit(BIRTH, RESIDENCE)
    assert not SharedDossier.objects.exists()
    settle(made[BIRTH], NOON)
    child = Dossier.objects.get(pk=made[RESIDENCE].id)
    assert (child.stage, child.awaits_companion) == (Stage.IN_TRANSIT, False)
    told = OutMessage.objects.get()
    assert (told.dossier_id, orjson.loads(told.given)["is_whole"]) == (child.pk, True)


def test_partners_are_locked_before_the_chain() -> None:
    made = submit(BIRTH, RESIDENCE)
    with CaptureQueriesContext(connection) as queries:
        perform(
            Asked(actor=officer("tiepnhan1", NOON), at=NOON, code=made[BIRTH].code),
            Act.WITHDRAW,
            Withdraw(reason="Không cần nữa"),
        )
    said = [one["sql"] for one in queries]
    partners = next(at for at, sql in enumerate(said) if 'FROM "exchange_partner"' in sql)
    facts = next(at for at, sql in enumerate(said) if "ledger_fact" in sql and "INSERT" in sql)
    assert partners < facts


def test_one_that_ends_while_it_waits_is_never_told() -> None:
    made = submit(BIRTH, RESIDENCE)
    asked = Asked(actor=officer("tiepnhan1", NOON), at=NOON, code=made[BIRTH].code)
    perform(asked, Act.WITHDRAW, Withdraw(reason="Không cần nữa"))
    assert not OutMessage.objects.exists()
    assert not SharedDossier.objects.exists()
