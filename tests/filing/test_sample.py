"""What the sample office shows of filing: a dossier that waits, a question, a draft half done."""

from __future__ import annotations

from motcua.citizens.commands.sample_citizens import create_sample_citizens
from motcua.dossiers.queries.to_receive import waiting_to_be_received
from motcua.filing.models import Draft
from motcua.filing.queries.messages import messages_waiting
from motcua.jobs.sample.online import COPIES, file_by_web
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import publish_forms
from tests.support.offices import agency_id
from tests.support.working_office import PASSWORD, SETUP, officer


def test_whoever_tries_it_finds_filing_at_work(standing: None) -> None:
    publish_forms(COPIES)
    create_sample_citizens(actor=SETUP, at=PLAIN_MORNING, password=PASSWORD)
    file_by_web(at=PLAIN_MORNING, agency_id=agency_id())
    desk = officer("tiepnhan1")
    (waiting,) = waiting_to_be_received(desk).rows
    assert [one.dossier_code for one in messages_waiting(desk).rows] == [waiting.code]
    assert Draft.objects.filter(sent_at__isnull=True).count() == 1
