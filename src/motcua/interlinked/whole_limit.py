"""The limit that the source states for a whole group, beside the dates of its members added up."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal

from motcua.dossiers.rules.promise import ClockInputs, timing
from motcua.dossiers.vocabulary import Limit
from motcua.interlinked.rules.definition import Group
from motcua.interlinked.wording import LONGER_THAN_STATED
from motcua.kernel.clock import local_day
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.vocabulary import Unit

_STATED = re.compile(r"^\W*0*([1-9][0-9]{0,2}) ngày( làm việc)?(?!\w)", re.IGNORECASE)


def stated_limit(words: str) -> Limit | None:
    """What stands first in the words: `03 ngày làm việc; cần xác minh …`. None: no number of days."""
    found = _STATED.match(words)
    if found is None:
        return None
    unit = Unit.WORKING_DAYS if found[2] else Unit.CALENDAR_DAYS
    return Limit(unit=unit, value=Decimal(found[1]))


def why_longer(
    group: Group, *, agency_id: int, begins_at: datetime, last_at: datetime | None
) -> str:
    """Why the last date lies after the limit of the whole, in words; empty while it does not."""
    limit = stated_limit(group.limit_words)
    if limit is None or last_at is None:
        return ""
    office = office_time(agency_id, local_day(begins_at))
    clock = ClockInputs(
        unit=limit.unit, value=limit.value, received_at=begins_at, terms=office.terms
    )
    due_at = timing(clock, office.calendar).due_at
    if due_at is None or last_at <= due_at:
        return ""
    return str(LONGER_THAN_STATED) % {"limit": group.limit_words}
