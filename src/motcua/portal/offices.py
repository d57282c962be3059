"""Where to go and when it is open: an office as a citizen needs it. All of it is public."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.agencies.queries import agency_on, desk_of, successors_of
from motcua.agencies.rows import AgencyRow
from motcua.kernel.clock import local, local_day
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import instant_of, stamp_of
from motcua.worktime.rules.refusals import OutsideCalendarRange
from motcua.worktime.wording import moment, sessions_words

SUCCESSIONS_MAX = 5


def office_context(agency_id: int, at: datetime) -> dict[str, Any] | None:
    """Name, address, phone and the hours of today; None when nobody came after an office that is gone.

    Five queries at most besides what is kept while the catalogue stands.
    """
    today = local_day(at)
    agency = _present(agency_id, today)
    if agency is None:
        return None
    desk = desk_of(agency.id, today)
    rows = [
        (_("Nơi nộp và nhận kết quả"), desk.name if desk else agency.name),
        (_("Cơ quan"), agency.name if desk else ""),
        (_("Địa chỉ"), agency.address),
        (_("Điện thoại"), agency.phone),
        (_("Giờ mở cửa hôm nay"), _hours(agency.id, today, at)),
    ]
    return {"rows": [{"label": label, "value": value} for label, value in rows if value]}


def _present(agency_id: int, today: date) -> AgencyRow | None:
    """The agency, or the one that has come after it: reforms end agencies, not their dossiers."""
    for _step in range(SUCCESSIONS_MAX):
        agency = agency_on(agency_id, today)
        if agency is not None:
            return agency
        heirs = sorted(successors_of(agency_id), key=lambda heir: not heir.is_default)
        if not heirs:
            return None
        agency_id = heirs[0].agency_id
    return None


def _hours(agency_id: int, today: date, at: datetime) -> str:
    """`08:00–12:00 và 13:00–17:00`; on a closed day when it opens next; empty when not known."""
    try:
        calendar = office_time(agency_id, today).calendar
        sessions = calendar.hours_on(today).sessions
        return sessions_words(sessions, _) if sessions else _opens_next(calendar, at)
    except OutsideCalendarRange:
        return ""


def _opens_next(calendar: WorkCalendar, at: datetime) -> str:
    opening = local(instant_of(calendar.table.next_reception(stamp_of(at))))
    return _("Hôm nay nghỉ; mở lại lúc %(moment)s") % {"moment": moment(opening, _)}
