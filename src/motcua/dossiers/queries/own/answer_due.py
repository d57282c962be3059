"""By when the office answers what was sent to it by web: accept, ask to complete, or refuse.

Basis: NĐ 45/2020/NĐ-CP Art. 11: an online submission is answered within 8 working hours.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from motcua.dossiers.rules.promise import ClockInputs
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.vocabulary import Unit

ANSWER_HOURS = Decimal(8)


def answer_due(agency_id: int, since: datetime) -> datetime | None:
    """When 8 working hours of the receiving office are over; None where no calendar tells."""
    office = office_time(agency_id, local_day(since))
    clock = ClockInputs(
        unit=Unit.WORKING_HOURS, value=ANSWER_HOURS, received_at=since, terms=office.terms
    )
    try:
        return clock.promise(office.calendar).due_at
    except Refusal:
        return None
