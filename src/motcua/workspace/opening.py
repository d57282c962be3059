"""Whether the desk is open, in words: nobody is sent away, but the date counts from the next opening."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from motcua.kernel.clock import local, local_day
from motcua.ui.formats import weekday
from motcua.worktime.queries.calendars import OfficeTime
from motcua.worktime.rules.day_table import instant_of
from motcua.worktime.rules.receipt import effective_receipt


def is_closed_all_day(office: OfficeTime, day: date) -> bool:
    """A Sunday, a holiday: the desk has no hours that day. Refusals: OutsideCalendarRange."""
    return not office.calendar.hours_on(day).sessions


def closed_words(office: OfficeTime, at: datetime, starts_at: datetime | None = None) -> str:
    """What to know of a reception at a moment when the desk is closed; "" when it is open.

    `starts_at`: from when its limit counts, where that is known. Refusals: OutsideCalendarRange.
    """
    if office.calendar.is_open(at):
        return ""
    starts_at = starts_at or _counted_from(office, at)
    told = {"day": _capital(weekday(at)), "moment": _moment(at), "start": _moment(starts_at)}
    if starts_at <= at:
        return _("%(moment)s: bàn không mở.") % told
    if is_closed_all_day(office, local_day(at)):
        return _("%(day)s, bàn không mở: hồ sơ tính như nhận lúc %(start)s.") % told
    return _("%(moment)s, ngoài giờ mở của bàn: hồ sơ tính như nhận lúc %(start)s.") % told


def _counted_from(office: OfficeTime, at: datetime) -> datetime:
    receipt = effective_receipt(at, office.calendar, office.terms, by_minutes=False)
    return instant_of(receipt.stamp)


def _moment(at: datetime) -> str:
    return f"{local(at):%H:%M} {weekday(at)}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
