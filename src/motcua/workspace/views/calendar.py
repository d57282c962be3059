"""The working calendar of the officer's agency, and announcing a day that is not as usual."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.dossiers.commands.move_deadlines import (
    Move,
    announce_and_move,
    move_open,
    preview_moves,
)
from motcua.dossiers.long_runs.beginning import begin_day_off, many_move
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.tasks import go_on_long_run
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.workspace.announcing import AnnounceForm, Announcement, scopes_of
from motcua.workspace.showing_calendar import (
    legend,
    months_of,
    special_rows,
    special_words,
    term_rows,
    week_rows,
)
from motcua.workspace.staff import StaffView
from motcua.worktime.commands.announce_day import DayAlreadyEntered
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.queries.special_days import entry_of, special_days_of
from motcua.worktime.rules.day_table import FIRST_DAY, LAST_DAY

ROWS_SHOWN_MAX = 200


class ShowCalendar(StaffView):
    """One year (`?year=`) of the calendar that holds at the officer's agency."""

    permission = Permission.CALENDAR_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        today = local_day(self.at)
        year = self._year(request.GET.get("year", ""), today)
        context: dict[str, Any] = {
            "year": year,
            "earlier": year - 1 if year > FIRST_DAY.year else None,
            "later": year + 1 if year < LAST_DAY.year else None,
            "this_year": today.year,
            "may_announce": bool(may(self.actor, Permission.CALENDAR_CHANGE)),
            **self._calendar(year, today),
        }
        return self.page("workspace/calendar/show.html", context)

    def _year(self, text: str, today: date) -> int:
        year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else today.year
        return min(max(year, FIRST_DAY.year), LAST_DAY.year)

    def _calendar(self, year: int, today: date) -> dict[str, Any]:
        """What is shown of the year."""
        agency_id = self.actor.agency_id
        assert agency_id is not None
        day = min(max(today, date(year, 1, 1)), date(year, 12, 31))
        office = office_time(agency_id, day)
        entries = special_days_of(agency_id, year, day)
        names = self._names({office.set_by_agency_id, *(entry.agency_id for entry in entries)}, day)
        announced = office.calendar.announced_years
        is_announced = announced is None or year in announced
        months = months_of(office.calendar, year, today)
        return {
            "months": months,
            "legend": legend(months),
            "week": week_rows(office.calendar.week),
            "terms": term_rows(office.calendar, office.terms),
            "owner": names.get(office.set_by_agency_id, ""),
            "is_own": office.set_by_agency_id == agency_id,
            "special_days": special_rows(entries, names, is_announced=is_announced),
            "is_announced": is_announced,
        }

    def _names(self, agency_ids: set[int | None], day: date) -> dict[int | None, str]:
        rows = [agency_on(agency_id, day) for agency_id in agency_ids if agency_id is not None]
        return {row.id: row.name for row in rows if row is not None}


class AnnounceDay(StaffView):
    """GET: the form. POST `do=preview`: what would move. POST `do=apply`: enter it and move."""

    permission = Permission.CALENDAR_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(AnnounceForm(scopes_of(self.actor, self.at)))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = AnnounceForm(scopes_of(self.actor, self.at), request.POST)
        wanted = request.POST.get("do", "preview")
        if not form.is_valid():
            return self._form(form, status=422)
        if wanted == "edit":
            return self._form(form)
        try:
            if wanted == "apply":
                return self._apply(form.announcement)
            return self._preview(form)
        except NotPermitted:
            raise
        except Refusal as refusal:
            form.add_error("day", sentence(refusal))
        return self._form(form, status=422)

    def _form(self, form: AnnounceForm, *, status: int = 200) -> HttpResponse:
        return self.page("workspace/calendar/announce.html", {"form": form}, status=status)

    def _preview(self, form: AnnounceForm) -> HttpResponse:
        wanted = form.announcement
        if entry_of(wanted.agency_id, wanted.special.day) is not None:
            raise DayAlreadyEntered(field="day", day=wanted.special.day.isoformat())
        moves = preview_moves(
            actor=self.actor, at=self.at, agency_id=wanted.agency_id, special=wanted.special
        )
        scope = dict(scopes_of(self.actor, self.at))[form.cleaned_data["scope"]]
        context = {
            "form": form,
            "day": wanted.special.day,
            "words": special_words(wanted.special),
            "scope": scope,
            "source": wanted.special.source,
            "count": len(moves),
            "moves": [_moved(move) for move in moves[:ROWS_SHOWN_MAX]],
            "hidden_count": max(0, len(moves) - ROWS_SHOWN_MAX),
        }
        return self.page("workspace/calendar/preview.html", context)

    def _apply(self, wanted: Announcement) -> HttpResponse:
        """Once however often it is sent: the same day again only moves what has not moved yet."""
        earlier = entry_of(wanted.agency_id, wanted.special.day)
        if earlier is not None and earlier.special != wanted.special:
            raise DayAlreadyEntered(field="day", day=wanted.special.day.isoformat())
        if many_move(wanted.agency_id, wanted.special, at=self.at):
            return self._begin(wanted, earlier.id if earlier else None)
        moved = self._move(wanted, earlier.id if earlier else None)
        done = ngettext(
            "Đã ghi %(day)s. %(count)s hồ sơ đổi ngày hẹn.",
            "Đã ghi %(day)s. %(count)s hồ sơ đổi ngày hẹn.",
            len(moved),
        )
        day = wanted.special.day
        messages.success(self.request, done % {"day": short_day(day), "count": len(moved)})
        return redirect(f"{reverse('workspace:calendar')}?year={day.year}")

    def _begin(self, wanted: Announcement, day_off_id: int | None) -> HttpResponse:
        """The day is entered now; a worker moves the dossiers."""
        run_id = begin_day_off(
            actor=self.actor,
            at=self.at,
            agency_id=wanted.agency_id,
            special=wanted.special,
            day_off_id=day_off_id,
        )
        go_on_long_run.enqueue(run_id)
        return redirect("workspace:long-run", run_id)

    def _move(self, wanted: Announcement, day_off_id: int | None) -> list[Move]:
        given: dict[str, Any] = {
            "actor": self.actor,
            "at": self.at,
            "agency_id": wanted.agency_id,
            "special": wanted.special,
        }
        if day_off_id is None:
            return announce_and_move(**given)
        return move_open(day_off_id=day_off_id, **given)


def _moved(move: Move) -> dict[str, str]:
    return {
        "code": move.code,
        "before": short_moment(move.old_due_at) if move.old_due_at else _("Trả ngay"),
        "after": short_moment(move.new_due_at) if move.new_due_at else _("Trả ngay"),
    }
