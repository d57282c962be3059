"""After a merger the successor reads the registers of those it took over; it changes none of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.certifications.models import Certification
from motcua.certifications.policies import can_cancel
from motcua.certifications.queries.entries import entries_of_dossier
from tests.support.certifying import document, enter, who

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
ELSEWHERE = 999_999


def test_a_successor_reads_the_entries_of_what_it_took_over() -> None:
    code = enter(document()).dossier_code
    agency_id = Certification.objects.get().agency_id
    stranger = replace(who(), agency_id=ELSEWHERE)
    successor = replace(stranger, predecessor_ids=frozenset({agency_id}))
    assert entries_of_dossier(stranger, code) == ()
    assert len(entries_of_dossier(successor, code)) == 1
    assert not can_cancel(successor, agency_id)
