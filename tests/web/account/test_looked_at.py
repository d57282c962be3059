"""A citizen reads who looked at his dossiers: position, agency, moment and act; of others' nothing."""

from __future__ import annotations

import pytest
from django.test import Client

from motcua.audit.log import note
from motcua.dossiers.models import Dossier, DossierCitizen
from tests.support.citizens import a_citizen, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.two_communes import Held
from tests.support.working_office import officer
from tests.web.account.conftest import Moving

pytestmark = pytest.mark.usefixtures("moving")


def read_by(username: str, code: str) -> None:
    pk = Dossier.objects.values_list("id", flat=True).get(code=code)
    note(officer(username), PLAIN_MORNING, "dossier.read", subject_kind="dossier", subject_id=pk)


@pytest.fixture
def client_of_own(held: tuple[Held, ...], db: None, moving: Moving) -> Client:
    opened = a_citizen()
    mine = Dossier.objects.get(code=held[0].code)
    DossierCitizen.objects.create(dossier=mine, citizen_id=opened.citizen_id, part="FILER")
    return citizens_browser(opened)


def test_looks_at_ones_own_are_told_and_those_at_others_are_not(
    held: tuple[Held, ...], client_of_own: Client
) -> None:
    read_by("tiepnhan1", held[0].code)
    read_by("thuly1", held[2].code)
    page = client_of_own.get("/tai-khoan/ai-da-xem").content.decode()
    assert (held[0].code in page, held[2].code in page) == (True, False)
    assert officer("tiepnhan1").title in page
