"""Ask others about a dossier, and give orders."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.agencies.queries import units_of
from motcua.dossiers.queries.detail import dossier_detail
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workflow.commands.asking import INSIDE, ask
from motcua.workflow.queries.around import agencies_near
from motcua.workflow.rules.asking import until, usual_day, usual_time
from motcua.workflow.vocabulary import TaskKind
from motcua.workspace.staff import StaffView
from motcua.workspace.workflow.forms import AskForm
from motcua.workspace.workflow.words import ASK_LEADS, ASK_TITLES
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.rules.calendar import WorkCalendar

ASKED_HERE: Final = {
    "opinion": (TaskKind.CONSULTATION, Permission.TASK_ASK),
    "inspection": (TaskKind.INSPECTION, Permission.TASK_ASK),
    "review": (TaskKind.REVIEW, Permission.TASK_ASK),
    "order": (TaskKind.DIRECTIVE, Permission.TASK_DIRECT),
}
LATER: Final = gettext_lazy(
    "Hạn trả lời sau ngày hẹn trả hồ sơ (%(moment)s). Chọn ngày sớm hơn, hoặc đánh dấu ô này."
)
PEOPLE: Final = frozenset({TaskKind.REVIEW, TaskKind.DIRECTIVE, TaskKind.INSPECTION})
"""Asked of people too, not only of units."""


class _Asking(StaffView):
    """The form, shown and sent."""

    permission = Permission.TASK_ASK

    def _form(self, kind: TaskKind, promised: datetime | None = None, data: Any = None) -> AskForm:
        calendar = self._calendar(self.actor.agency_id or 0)
        day = usual_day(self.at, promised, calendar)
        initial = {
            "due_on": short_day(day),
            "due_time": usual_time(self.at, day, calendar),
            "is_mandatory": kind is not TaskKind.DIRECTIVE,
        }
        return AskForm(self._places(kind), data, initial=initial).told_as(kind)

    def _calendar(self, agency_id: int) -> WorkCalendar:
        return office_time(agency_id, local_day(self.at)).calendar

    def _places(self, kind: TaskKind) -> list[tuple[str, str]]:
        """Units and people of the own agency, then the agencies around it."""
        agency_id, day = self.actor.agency_id or 0, local_day(self.at)
        places = [(f"{agency_id}-{unit.id}", unit.name) for unit in units_of(agency_id, day)]
        if kind in PEOPLE:
            places += self._people(agency_id, day)
        if kind not in INSIDE:
            near = agencies_near(agency_id, day)
            places += [(str(one.id), one.name) for one in near]
        return places

    def _people(self, agency_id: int, day: date) -> list[tuple[str, str]]:
        own = {self.actor.holding_id, self.actor.stands_in_for_id}
        return [
            (f"{agency_id}-{one.unit_id or ''}-{one.holding_id}", f"{one.name}, {one.title}")
            for one in colleagues_of(agency_id, day)
            if one.holding_id not in own
            and any(Permission.TASK_DO in PERMISSIONS_OF[role] for role in one.roles)
        ]

    def _send(
        self, kind: TaskKind, code: str, form: AskForm, promised: datetime | None = None
    ) -> bool:
        """Whether it was asked; if not, the form says why."""
        if not form.is_valid():
            return False
        question = form.question(kind)
        try:
            until(question, self.at, self._calendar(question.agency_id))
            if promised is not None and form.is_later(promised, self.at):
                told = {"moment": short_moment(promised)}
                form.add_error("later_confirmed", LATER % told)
                return False
            ask(actor=self.actor, at=self.at, code=code, question=question)
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            form.refuse(refusal)
            return False
        messages.success(self.request, _("Đã gửi. Trả lời sẽ hiện ở mục Tôi hỏi, tôi giao."))
        return True

    def _shown(self, kind: TaskKind, form: AskForm, more: dict[str, Any]) -> HttpResponse:
        context = {
            "title": ASK_TITLES[kind],
            "lead": ASK_LEADS[kind],
            "form": form,
            "is_order": kind is TaskKind.DIRECTIVE,
            "is_later": "later_confirmed" in form.errors or bool(form["later_confirmed"].data),
            "code": "",
            "due": "",
        }
        status = 422 if form.is_bound else 200
        return self.page("workspace/workflow/ask.html", context | more, status=status)


class Ask(_Asking):
    """About a dossier: an opinion, an inspection, a second look, an order."""

    permission = Permission.TASK_ASK

    def get(self, request: HttpRequest, code: str, asking: str) -> HttpResponse:
        asked, about = self._kind(asking), self._dossier(code)
        return self._shown(asked, self._form(asked, about["due"]), about)

    def post(self, request: HttpRequest, code: str, asking: str) -> HttpResponse:
        asked, about = self._kind(asking), self._dossier(code)
        form = self._form(asked, about["due"], request.POST)
        if self._send(asked, code, form, about["due"]):
            return redirect("workspace:dossier-process", code)
        return self._shown(asked, form, about)

    def _kind(self, slug: str) -> TaskKind:
        if slug not in ASKED_HERE:
            raise Http404(slug)
        kind, right = ASKED_HERE[slug]
        may(self.actor, right).demand()
        return kind

    def _dossier(self, code: str) -> dict[str, Any]:
        detail = dossier_detail(self.actor, code)
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id)
        return {"code": detail.code, "due": detail.due_at}


class GiveOrder(_Asking):
    """An order about no dossier."""

    permission = Permission.TASK_DIRECT

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._shown(TaskKind.DIRECTIVE, self._form(TaskKind.DIRECTIVE), {})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(TaskKind.DIRECTIVE, None, request.POST)
        if self._send(TaskKind.DIRECTIVE, "", form):
            return redirect("workspace:inbox")
        return self._shown(TaskKind.DIRECTIVE, form, {})
