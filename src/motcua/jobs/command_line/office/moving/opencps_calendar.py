"""The calendar of an OpenCPS installation, shown or entered for one agency."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from motcua.dossiers.refusal_words import sentence
from motcua.jobs.command_line.office.moving.opencps_words import Report
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import either
from motcua.jobs.moving.opencps.calendars import special_days, week_hours
from motcua.jobs.moving.opencps.content import Export
from motcua.kernel.refusal import Refusal
from motcua.worktime.commands.announce_day import announce_day
from motcua.worktime.commands.set_calendar import set_calendar
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.week import week_of
from motcua.worktime.vocabulary import DayHours, DayKind, SpecialDay

WEEKDAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BASIS = "Chuyển từ OpenCPS"


def take_calendar(
    report: Report,
    export: Export,
    *,
    agency_id: int | None,
    day: date,
    at: datetime,
    is_done: bool,
) -> None:
    """Hours and days that differ from what holds there now; without an agency they are only read."""
    week, days = week_hours(export), special_days(export, since=day)
    if agency_id is None:
        if week is not None or days:
            report.say(
                f"Lịch: đọc được {'một tuần làm việc, ' if week else ''}{len(days)} ngày; thêm --agency MÃ để nhận.",
                f"Calendar: {'a week, ' if week else ''}{len(days)} days were read; name --agency SLUG to take them.",
            )
        return
    calendar = office_time(agency_id, day).calendar
    if week is not None:
        _take_week(report, week, agency_id=agency_id, day=day, at=at, is_done=is_done)
        calendar = replace(calendar, week=week_of(week))
    new = [one for one in days if not _holds_already(one, calendar)]
    _take_days(report, new, agency_id=agency_id, at=at, is_done=is_done)
    there = len(days) - len(new)
    report.say(f"Ngày đã có sẵn trong lịch: {there}", f"Days there already: {there}")


def _take_week(
    report: Report,
    week: dict[int, DayHours],
    *,
    agency_id: int,
    day: date,
    at: datetime,
    is_done: bool,
) -> None:
    here = office_time(agency_id, day)
    if here.calendar.week == week_of(week):
        report.say("Giờ làm: giữ nguyên.", "Hours: unchanged.")
        return
    report.list(
        f"Giờ làm từ {day:%d/%m/%Y} (cách đếm hạn giữ như đang dùng)",
        f"Hours from {day} on (the way of counting stays)",
        (_hours_line(weekday, hours) for weekday, hours in sorted(week.items())),
    )
    if is_done:
        set_calendar(
            actor=operator("import"),
            at=at,
            agency_id=agency_id,
            valid_from=day,
            hours=week,
            terms=here.terms,
            basis=BASIS,
        )


def _hours_line(weekday: int, hours: DayHours) -> str:
    sessions = ", ".join(
        f"{_clock(opening)}–{_clock(closing)}" for opening, closing in hours.sessions
    )
    return f"{either(WEEKDAYS_VI[weekday], WEEKDAYS_EN[weekday])}: {sessions or '—'}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _take_days(
    report: Report, new: list[SpecialDay], *, agency_id: int, at: datetime, is_done: bool
) -> None:
    refused: list[str] = []
    for special in new if is_done else ():
        try:
            announce_day(actor=operator("import"), at=at, agency_id=agency_id, special=special)
        except Refusal as refusal:
            refused.append(f"{special.day:%d/%m/%Y}: {sentence(refusal)}")
    report.list(
        "Ngày nghỉ, ngày làm bù mới",
        "New days off and worked days",
        (f"{one.day:%d/%m/%Y} {_kind(one)} {one.name}" for one in new),
    )
    if refused:
        report.list("! Ngày không nhận", "! Days refused", refused)


def _kind(special: SpecialDay) -> str:
    return either("nghỉ", "off") if special.kind is DayKind.OFF else either("làm bù", "worked")


def _holds_already(special: SpecialDay, calendar: WorkCalendar) -> bool:
    """Closed already, or open already, as the day says."""
    is_open = bool(calendar.hours_on(special.day).sessions)
    return is_open == (special.kind is DayKind.EXTRA_WORK)
