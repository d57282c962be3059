"""An officer who leaves: what is held, who takes over, a look before, one act."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.accounts.queries import officers
from motcua.accounts.queries.officer_page import OfficerDetail, officer_detail
from motcua.accounts.rules.roles import Permission
from motcua.accounts.vocabulary import DisabledReason
from motcua.accounts.wording import DISABLED_REASONS
from motcua.dossiers.commands.handling import HANDLERS
from motcua.dossiers.commands.leave_office import Leaving, OpenWork, leave_office, work_of
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.numbers import whole_number
from motcua.workspace.officers.forms import Choices, LeaveForm
from motcua.workspace.officers.showing import held_rows, stand_in_words, token_rows
from motcua.workspace.showing_people import role_words
from motcua.workspace.staff import StaffView

FIELD_OF = {"to_holding_id": "successor", "holding_id": "successor"}
OFFICERS_MAX = 100


class LeaveOffice(StaffView):
    """GET: what is held, and the form. POST `do=preview`: what will happen. `do=apply`: do it."""

    permission = Permission.OFFICER_CHANGE
    officer: OfficerDetail
    work: tuple[OpenWork, ...]

    def get(self, request: HttpRequest, officer_id: int) -> HttpResponse:
        self._load(officer_id)
        return self._show(self._form(None))

    def post(self, request: HttpRequest, officer_id: int) -> HttpResponse:
        self._load(officer_id)
        form = self._form(request.POST)
        wanted = request.POST.get("do", "preview")
        if self._hindrance():
            return self._show(self._form(None))
        if not form.is_valid():
            return self._show(form, status=422)
        if wanted == "edit":
            return self._show(form)
        leaving = self._leaving(form)
        if wanted != "apply":
            return self._preview(form, leaving)
        try:
            moved = leave_office(actor=self.actor, at=self.at, leaving=leaving)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            field = FIELD_OF.get(refusal.field or "", refusal.field or "")
            form.add_error(field if field in form.fields else None, sentence(refusal))
            return self._show(form, status=422)
        told = ngettext(
            "Đã ghi %(name)s thôi công tác từ ngày %(day)s. %(count)s hồ sơ đã chuyển.",
            "Đã ghi %(name)s thôi công tác từ ngày %(day)s. %(count)s hồ sơ đã chuyển.",
            moved,
        )
        words = {"name": self.officer.full_name, "day": short_day(leaving.from_day)}
        messages.success(request, told % {**words, "count": moved})
        return redirect("workspace:officer", officer_id)

    def _load(self, officer_id: int) -> None:
        self.officer = officer_detail(self.actor, officer_id, self.at)
        if not self.officer.may_change:
            raise NotFound(kind="officer")
        self.work = work_of([row.id for row in self.officer.held])

    def _hindrance(self) -> str:
        account = self.officer.account
        if account is not None and account.user_id == self.actor.user_id:
            return _("Không thể tự thôi công tác. Hãy nhờ người quản trị khác.")
        if self.officer.valid_until is not None:
            told = _("Đã ghi thôi công tác từ ngày %(day)s.")
            return told % {"day": short_day(self.officer.valid_until)}
        return ""

    @property
    def _moving(self) -> int:
        return sum(row.moving for row in self.work)

    def _form(self, data: Any) -> LeaveForm:
        day = short_day(local_day(self.at))
        form = LeaveForm(data, initial={"from_day": day}, choices={"successor": self._successors()})
        form.fields["successor"].required = self._moving > 0
        form.fields["successor"].error_messages["required"] = _(
            "Còn hồ sơ đang giải quyết. Hãy chọn người nhận bàn giao."
        )
        if not self._moving:
            del form.fields["successor"]
        return form

    def _successors(self) -> Choices:
        """Positions of colleagues who handle dossiers, those of the same unit first."""
        units = {row.unit_name for row in self.officer.held}
        rows = officers(self.actor, self.at, rows_max=OFFICERS_MAX).rows
        others = [
            row
            for row in rows
            if row.officer_id != self.officer.id and row.is_active and HANDLERS & set(row.roles)
        ]
        near = sorted(others, key=lambda row: row.unit_name not in units)
        return [
            (str(row.holding_id), f"{row.full_name} – {row.title} ({role_words(row.roles)})")
            for row in near
        ]

    def _leaving(self, form: LeaveForm) -> Leaving:
        given = form.cleaned_data
        return Leaving(
            officer_id=self.officer.id,
            from_day=given["from_day"],
            reason=DisabledReason(given["reason"]),
            note=" ".join(given["note"].split()),
            to_holding_id=whole_number(given.get("successor", "")),
        )

    def _held(self) -> dict[str, Any]:
        """Everything that ends or moves."""
        day = local_day(self.at)
        ahead = {row.id for row in self.officer.held if not row.over_on(day)}
        return {
            "officer": self.officer,
            "held": [row for row in held_rows(self.officer, day) if row["id"] in ahead],
            "moving": self._moving,
            "staying": sum(row.staying for row in self.work),
            "stand_ins": stand_in_words(self.officer, self.at),
            "tokens": [row for row in token_rows(self.officer, self.at) if row["is_live"]],
            "sessions": len(self.officer.sessions),
        }

    def _show(self, form: LeaveForm, *, status: int = 200) -> HttpResponse:
        context = {**self._held(), "form": form, "hindrance": self._hindrance()}
        return self.page("workspace/officers/leave.html", context, status=status)

    def _preview(self, form: LeaveForm, leaving: Leaving) -> HttpResponse:
        if leaving.from_day < local_day(self.at):
            form.add_error("from_day", _("Ngày thôi công tác là hôm nay hoặc sau hôm nay."))
            return self._show(form, status=422)
        successor = dict(self._successors()).get(str(leaving.to_holding_id), "")
        context = {
            **self._held(),
            "form": form,
            "leaving": leaving,
            "reason": DISABLED_REASONS[leaving.reason],
            "successor": successor,
            "is_now": leaving.from_day <= local_day(self.at),
        }
        return self.page("workspace/officers/leave_preview.html", context)
