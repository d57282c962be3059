"""Set the office's week and its terms from a day on: type, look at what was understood, confirm."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.workspace.announcing import scopes_of
from motcua.workspace.office_hours.forms import HoursForm, NewHours, initial_of
from motcua.workspace.showing_calendar import term_rows, week_rows
from motcua.workspace.staff import StaffView
from motcua.worktime.commands.set_calendar import set_calendar
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.refusals import SessionsNotValid
from motcua.worktime.rules.week import week_of


class SetHours(StaffView):
    """GET: the form as it holds now. POST `do=preview`: what was understood. POST `do=apply`."""

    permission = Permission.CALENDAR_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        assert self.actor.agency_id is not None
        today = local_day(self.at)
        office = office_time(self.actor.agency_id, today)
        tomorrow = {"valid_from": short_day(today + timedelta(days=1))}
        form = HoursForm(
            scopes_of(self.actor, self.at),
            today=today,
            initial=initial_of(office.calendar.week, office.terms) | tomorrow,
        )
        return self._form(form)

    def post(self, request: HttpRequest) -> HttpResponse:
        scopes = scopes_of(self.actor, self.at)
        form = HoursForm(scopes, request.POST, today=local_day(self.at))
        if not form.is_valid() or request.POST.get("do") == "edit":
            return self._form(form, status=422 if form.errors else 200)
        try:
            if request.POST.get("do") == "apply":
                return self._apply(form.new_hours)
            return self._preview(form, dict(scopes))
        except NotPermitted:
            raise
        except Refusal as refusal:
            wrong_day = (
                refusal.params.get("weekday") if isinstance(refusal, SessionsNotValid) else 0
            )
            form.add_error(f"day{wrong_day or 0}", sentence(refusal))
            return self._form(form, status=422)

    def _form(self, form: HoursForm, *, status: int = 200) -> HttpResponse:
        return self.page("workspace/calendar/hours.html", {"form": form}, status=status)

    def _preview(self, form: HoursForm, scopes: dict[str, str]) -> HttpResponse:
        wanted = form.new_hours
        calendar = WorkCalendar(week=week_of(wanted.hours))
        context = {
            "form": form,
            "day": wanted.valid_from,
            "scope": scopes[form.cleaned_data["scope"]],
            "basis": wanted.basis,
            "week": week_rows(calendar.week),
            "terms": term_rows(calendar, wanted.terms),
            "sent": [(name, value) for name, value in form.data.items() if name in form.fields],
        }
        return self.page("workspace/calendar/hours_preview.html", context)

    def _apply(self, wanted: NewHours) -> HttpResponse:
        set_calendar(
            actor=self.actor,
            at=self.at,
            agency_id=wanted.agency_id,
            valid_from=wanted.valid_from,
            hours=wanted.hours,
            terms=wanted.terms,
            basis=wanted.basis,
        )
        told = _("Đã ghi giờ làm việc và cách tính từ %(day)s.")
        messages.success(self.request, told % {"day": short_day(wanted.valid_from)})
        return redirect("workspace:calendar")
