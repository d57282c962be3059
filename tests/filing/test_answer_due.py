"""What came by web is answered within eight working hours of the office, however it lies in the week."""

from __future__ import annotations

from datetime import datetime

import pytest

from motcua.dossiers.queries.own.answer_due import answer_due
from tests.support.clock import PLAIN_FRIDAY, PLAIN_SATURDAY, PLAIN_WEDNESDAY, at
from tests.support.offices import agency_id

WEDNESDAY = at(PLAIN_WEDNESDAY, "08:00")
SENT = {
    "at opening": (WEDNESDAY, at(PLAIN_WEDNESDAY, "17:00")),
    "on Friday afternoon": (at(PLAIN_FRIDAY, "15:00"), at(PLAIN_FRIDAY.replace(day=15), "15:00")),
    "on Saturday": (at(PLAIN_SATURDAY, "10:00"), at(PLAIN_SATURDAY.replace(day=15), "17:00")),
}


@pytest.mark.parametrize(("sent", "due"), SENT.values(), ids=SENT)
def test_eight_working_hours_are_counted(standing: None, sent: datetime, due: datetime) -> None:
    assert answer_due(agency_id(), sent) == due
