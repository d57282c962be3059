"""Until when whoever takes a dossier over would be done, in words, before it is offered."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from motcua.dossiers import inputs
from motcua.dossiers.rules.custody import holder_of
from motcua.dossiers.rules.task_time import end_of_task
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.workspace.acts.standing import Standing
from motcua.worktime.queries.calendars import office_time


def task_end(standing: Standing, given: inputs.Offer) -> datetime | None:
    """By the calendar of the one who is to take it, were it taken now; None without a limit.
    Refusals: TaskTimeTooLong, LimitNotValid."""
    if given.limit is None:
        return None
    agency_id = given.agency_id or holder_of(standing.facts).agency_id
    office = office_time(agency_id, local_day(standing.at))
    return end_of_task(given.limit, terms=office.terms, calendar=office.calendar, at=standing.at)


def end_words(standing: Standing, given: inputs.Offer) -> list[str]:
    """Until when, and that it is too late where it is. Refusals: as `task_end`."""
    until = task_end(standing, given)
    if until is None:
        return []
    told = _("Nếu nhận ngay bây giờ thì nơi nhận phải làm xong trước %(until)s.")
    return [told % {"until": short_moment(until)}, *too_late_words(standing, until)]


def too_late_words(standing: Standing, until: datetime) -> list[str]:
    """That the task may end after the result of the whole dossier was promised; nothing where not."""
    due = standing.facts.due_at
    if due is None or until <= due:
        return []
    told = _(
        "Hạn giao cho nơi nhận (%(until)s) ở sau ngày hẹn trả của hồ sơ (%(due)s): "
        "hồ sơ có thể bị trễ hẹn."
    )
    return [told % {"until": short_moment(until), "due": short_moment(due)}]
