"""Announcements: the list of them, and a new one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.availability.commands.announcing import (
    AnnouncementOver,
    announce,
    end_announcement,
)
from motcua.availability.publishing import announced
from motcua.availability.queries import backup_at
from motcua.availability.vocabulary import Announced, PartState, Phase
from motcua.availability.wording import KINDS, PHASES, REFUSALS
from motcua.kernel.refusal import ManyProblems
from motcua.workspace.availability.forms import AnnouncementForm
from motcua.workspace.staff import StaffView


class ListAnnouncements(StaffView):
    """What is planned, under way and lately over. POST `end=<id>`: it is over, or will not take place."""

    permission = Permission.ANNOUNCEMENT_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = [self._row(one) for one in announced(self.at)]
        backup = backup_at(self.at)
        context = {
            "rows": rows,
            "is_backup_unknown": backup.state is PartState.UNKNOWN,
            "is_backup_old": backup.state is PartState.SLOW,
            "backup_at": backup.since,
        }
        return self.page("workspace/availability/list.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        number = request.POST.get("end", "")
        if not (number.isascii() and number.isdigit()):
            return self.get(request)
        try:
            end_announcement(actor=self.actor, at=self.at, announcement_id=int(number[:18]))
        except AnnouncementOver as refusal:
            messages.warning(request, str(REFUSALS[refusal.code]))
        else:
            messages.success(request, _("Đã cho thôi thông báo."))
        return redirect("workspace:announcements")

    def _row(self, one: Announced) -> dict[str, Any]:
        phase = one.phase(self.at)
        return {
            "announced": one,
            "kind": KINDS[one.kind],
            "phase": PHASES[phase],
            "is_over": phase is Phase.OVER,
            "is_planned": phase is Phase.PLANNED,
        }


class Announce(StaffView):
    """A new announcement to everybody."""

    permission = Permission.ANNOUNCEMENT_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(AnnouncementForm.blank(self.at))

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = AnnouncementForm(request.POST)
        if not typed.is_valid():
            return self._form(typed, status=422)
        try:
            announce(actor=self.actor, at=self.at, given=typed.given())
        except ManyProblems as refusal:
            typed.refuse(refusal.problems)
            return self._form(typed, status=422)
        messages.success(
            request, _("Đã thông báo. Mọi người đọc thấy ở trang Tình trạng hệ thống.")
        )
        return redirect("workspace:announcements")

    def _form(self, typed: AnnouncementForm, status: int = 200) -> HttpResponse:
        return self.page("workspace/availability/announce.html", {"typed": typed}, status=status)
