"""Received for another agency: in transit without a date, until that agency takes it over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.handling import start_processing
from motcua.dossiers.commands.reception import take_over
from motcua.dossiers.inputs import Nothing
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotFound
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.reception import BUSINESS, a_reception, an_officer, receive

pytestmark = pytest.mark.usefixtures("standing")
NEXT_DAY = PLAIN_MORNING + timedelta(days=1)


def in_transit() -> Dossier:
    """Received at the city's desk for the commune."""
    given = replace(a_reception(BUSINESS), competent_agency_id=agency_id())
    city = an_officer(agency=agency_id("thanh-pho-ha-noi"))
    return Dossier.objects.get(pk=receive(given, actor=city).id)


def test_no_date_runs_while_it_is_on_its_way() -> None:
    dossier = in_transit()
    assert (dossier.stage, dossier.due_at, dossier.original_due_at) == (
        Stage.IN_TRANSIT,
        None,
        None,
    )
    assert (dossier.agency_id, dossier.competent_agency_id) == (
        agency_id("thanh-pho-ha-noi"),
        agency_id(),
    )


def test_the_clock_starts_when_the_competent_agency_takes_it_over() -> None:
    dossier = in_transit()
    take_over(Asked(actor=an_officer(), at=NEXT_DAY, code=dossier.code), Nothing())
    here = Dossier.objects.get(pk=receive(a_reception(BUSINESS, at=NEXT_DAY), at=NEXT_DAY).id)
    dossier.refresh_from_db()
    assert dossier.stage == Stage.RECEIVED
    assert (dossier.due_at, dossier.original_due_at) == (here.due_at, here.due_at)
    assert dossier.unit_id == here.unit_id


def test_only_the_competent_agency_takes_it_over() -> None:
    dossier = in_transit()
    elsewhere = an_officer(agency=agency_id("thanh-pho-ha-noi"))
    with pytest.raises(NotFound):
        take_over(Asked(actor=elsewhere, at=NEXT_DAY, code=dossier.code), Nothing())


def test_the_receiving_agency_does_not_handle_it() -> None:
    dossier = in_transit()
    take_over(Asked(actor=an_officer(), at=NEXT_DAY, code=dossier.code), Nothing())
    elsewhere = an_officer(Role.UNIT_HEAD, agency=agency_id("thanh-pho-ha-noi"))
    with pytest.raises(NotFound):
        start_processing(Asked(actor=elsewhere, at=NEXT_DAY, code=dossier.code), Nothing())
