"""Letting an officer act for an absent one, and ending it before its time."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.commands.stand_ins import appoint_stand_in, end_stand_in
from motcua.accounts.queries import OfficerRow, officers
from motcua.accounts.queries.stand_ins import stand_ins_ahead
from motcua.accounts.rules.roles import Permission
from motcua.accounts.rules.stand_ins import StandInOverlaps
from motcua.accounts.wording import refusal_words
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.numbers import whole_number
from motcua.workspace.showing_people import stand_in_rows
from motcua.workspace.staff import StaffView
from motcua.workspace.standing_in import StandInForm

OFFICERS_MAX = 100
FIELD_OF = {"absent_officer": "absent", "stand_in": "absent"}


class AppointStandIn(StaffView):
    """GET: who acts for whom, and the form. POST: appoint; POST `end=<id>`: end one now."""

    permission = Permission.STAND_IN_APPOINT

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(StandInForm(self._officers()))

    def post(self, request: HttpRequest) -> HttpResponse:
        if "end" in request.POST:
            return self._end(request.POST["end"])
        form = StandInForm(self._officers(), request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        try:
            appoint_stand_in(actor=self.actor, at=self.at, **form.asked())
        except NotPermitted:
            raise
        except StandInOverlaps as refusal:
            if not any(form.says(row) for row in stand_ins_ahead(self.actor, self.at)):
                return self._refused(form, refusal)
        except Refusal as refusal:
            return self._refused(form, refusal)
        messages.success(request, _("Đã giao làm thay."))
        return redirect("workspace:appoint-stand-in")

    def _end(self, asked: str) -> HttpResponse:
        stand_in_id = whole_number(asked)
        if stand_in_id is None:
            raise NotFound(kind="stand-in")
        end_stand_in(actor=self.actor, at=self.at, stand_in_id=stand_in_id)
        messages.success(self.request, _("Đã kết thúc việc làm thay."))
        return redirect("workspace:appoint-stand-in")

    def _officers(self) -> tuple[OfficerRow, ...]:
        return officers(self.actor, self.at, rows_max=OFFICERS_MAX).rows

    def _refused(self, form: StandInForm, refusal: Refusal) -> HttpResponse:
        field = FIELD_OF.get(refusal.field or "", refusal.field or "")
        form.add_error(field if field in form.fields else None, refusal_words(refusal))
        return self._show(form, status=422)

    def _show(self, form: StandInForm, *, status: int = 200) -> HttpResponse:
        rows = stand_in_rows(stand_ins_ahead(self.actor, self.at), self.at)
        context = {"form": form, "rows": rows}
        return self.page("workspace/officers/stand_ins.html", context, status=status)
