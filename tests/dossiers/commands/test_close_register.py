"""The register of a year: a line for each reception without a gap, and closed once for all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from motcua.dossiers.acting import Asked
from motcua.dossiers.allotment import RegisterIsClosed
from motcua.dossiers.commands.close_register import (
    RegisterNotOver,
    RegisterUnknown,
    close_register,
    digest_of_lines,
)
from motcua.dossiers.commands.receive import register_dossier
from motcua.dossiers.commands.reception import accept_dossier
from motcua.dossiers.inputs import Accept
from motcua.dossiers.models import Dossier, DossierRegister
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotPermitted
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.reception import a_reception, an_officer, receive

pytestmark = pytest.mark.usefixtures("standing")
NEW_YEAR = PLAIN_MORNING.replace(year=2027, month=1, day=5)
YEAR = PLAIN_MORNING.year


def lines() -> list[int | None]:
    found = Dossier.objects.filter(register_year=YEAR).order_by("register_number")
    return list(found.values_list("register_number", flat=True))


def test_lines_are_numbered_from_one_without_a_gap_however_a_dossier_came_to_be_received() -> None:
    receive()
    waiting = register_dossier(actor=an_officer(), at=PLAIN_MORNING, given=a_reception())
    receive()
    assert lines() == [1, 2]
    accept_dossier(Asked(actor=an_officer(), at=PLAIN_MORNING, code=waiting.code), Accept())
    assert lines() == [1, 2, 3]
    assert Dossier.objects.get(pk=waiting.id).register_number == 3


def test_a_closed_register_takes_no_more_lines_and_keeps_what_it_had() -> None:
    receive()
    assert close_register(actor=an_officer(Role.REGISTRY_CLERK), at=NEW_YEAR, year=YEAR) == 1
    register = DossierRegister.objects.get(agency=agency_id(), year=YEAR)
    assert register.digest == digest_of_lines(agency_id(), YEAR)
    late = replace(
        a_reception(), received_at=NEW_YEAR - timedelta(days=6), note="Nhận qua bưu điện"
    )
    with pytest.raises(RegisterIsClosed):
        receive(late, at=NEW_YEAR)
    assert lines() == [1]


def test_a_register_is_closed_once_and_only_after_its_year() -> None:
    clerk = an_officer(Role.REGISTRY_CLERK)
    receive()
    with pytest.raises(RegisterNotOver):
        close_register(actor=clerk, at=PLAIN_MORNING, year=YEAR)
    with pytest.raises(RegisterUnknown):
        close_register(actor=clerk, at=NEW_YEAR, year=YEAR - 1)
    close_register(actor=clerk, at=NEW_YEAR, year=YEAR)
    with pytest.raises(RegisterIsClosed):
        close_register(actor=clerk, at=NEW_YEAR, year=YEAR)


def test_only_the_clerk_closes_it() -> None:
    receive()
    with pytest.raises(NotPermitted):
        close_register(actor=an_officer(), at=NEW_YEAR, year=YEAR)
