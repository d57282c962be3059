"""One task: read, taken, given out, finished, handed back, answered, done without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.policies.clauses import own_holdings
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import Act
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workflow.commands.answering import answer_task, correct_minutes
from motcua.workflow.commands.asking import go_on_without
from motcua.workflow.commands.hands import (
    assign_by_rule,
    assign_task,
    put_back_task,
    take_task,
)
from motcua.workflow.commands.steps import (
    PASSABLE,
    finish_step,
    hand_back_step,
    pass_over_step,
)
from motcua.workflow.queries.tasks import TaskDetail, taken_by, task_detail, who_could
from motcua.workflow.rules.sharing import Ranked
from motcua.workflow.tasking import NotYourTask
from motcua.workflow.vocabulary import TaskKind
from motcua.workspace.acts.table import slug_of
from motcua.workspace.staff import StaffView
from motcua.workspace.workflow.forms import ANSWER_FORMS, CorrectedForm, said_of
from motcua.workspace.workflow.open_acts import step_act
from motcua.workspace.workflow.showing import answer_rows, taken_words, task_shown, time_words
from motcua.workspace.workflow.words import ANSWER_WORDS, WHY


class ShowTask(StaffView):
    """GET: the task. POST `do=…`: one of what its page offers."""

    permission = Permission.TASK_VIEW

    def get(self, request: HttpRequest, task_id: int) -> HttpResponse:
        try:
            return self._show(task_id)
        except NotFound:
            return self._too_late(task_id)

    def post(self, request: HttpRequest, task_id: int) -> HttpResponse:
        what = request.POST.get("do", "")
        try:
            detail = task_detail(self.actor, task_id, self.at)
        except NotFound:
            return self._too_late(task_id)
        if what == "answer" and detail.row.kind in ANSWER_FORMS:
            return self._answer(detail)
        if what == "correct" and detail.may_correct:
            return self._correct(detail)
        return self._do(what, task_id) if what in DOERS else redirect("workspace:task", task_id)

    def _do(self, what: str, task_id: int) -> HttpResponse:
        try:
            said = DOERS[what](self, task_id)
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            faster = what == "take" and isinstance(refusal, NotYourTask)
            if faster and taken_by(self.actor, task_id):
                return self._too_late(task_id)
            return self._show(task_id, fault=refusal, what=what)
        messages.success(self.request, said)
        return redirect(self._after(what, task_id))

    def _after(self, what: str, task_id: int) -> str:
        """Where one goes on: at the task while it is one's own, else in the inbox."""
        if what in ("take", "assign", "share"):
            return reverse("workspace:task", args=[task_id])
        return reverse("workspace:inbox")

    def _too_late(self, task_id: int) -> HttpResponse:
        """Somebody was faster: back to the inbox with his name; to the task, if it was oneself."""
        row = taken_by(self.actor, task_id)
        if row is None:
            raise NotFound(kind="task")
        if row.assignee_id in own_holdings(self.actor):
            messages.info(self.request, _("Việc này bạn đã nhận rồi."))
            return redirect("workspace:task", task_id)
        messages.warning(self.request, taken_words(row))
        return redirect("workspace:inbox")

    def _answer(self, detail: TaskDetail) -> HttpResponse:
        form = ANSWER_FORMS[detail.row.kind](self.request.POST)
        if form.is_valid():
            try:
                answer_task(
                    actor=self.actor, at=self.at, task_id=detail.row.id, answer=form.answer()
                )
            except (NotFound, NotPermitted):
                raise
            except Refusal as refusal:
                form.refuse(refusal)
            else:
                messages.success(self.request, ANSWER_WORDS[detail.row.kind][2])
                return redirect("workspace:inbox")
        return self._show(detail.row.id, form=form)

    def _correct(self, detail: TaskDetail) -> HttpResponse:
        form = CorrectedForm(self.request.POST)
        if form.is_valid():
            try:
                correct_minutes(
                    actor=self.actor,
                    at=self.at,
                    task_id=detail.row.id,
                    answer=form.answer(),
                    reason=form.cleaned_data["reason"],
                )
            except (NotFound, NotPermitted):
                raise
            except Refusal as refusal:
                form.refuse(refusal)
            else:
                messages.success(self.request, _("Đã sửa biên bản."))
                return redirect("workspace:task", detail.row.id)
        return self._show(detail.row.id, form=form)

    def _show(
        self, task_id: int, *, form: Any = None, fault: Refusal | None = None, what: str = ""
    ) -> HttpResponse:
        detail = task_detail(self.actor, task_id, self.at)
        row = detail.row
        self.note("task.read", subject_kind="dossier", subject_id=row.dossier_id)
        is_step = row.kind is TaskKind.STEP
        if form is None and detail.may_do and not is_step:
            form = ANSWER_FORMS[row.kind]()
        if form is None and detail.may_correct:
            form = CorrectedForm(initial=said_of(row.answer))
        context = {
            "task": task_shown(row, self.at),
            "detail": detail,
            "row": row,
            "effort": time_words(row.effort) if row.effort else "",
            "answers": answer_rows(row),
            "form": form if (detail.may_do or detail.may_correct) and not is_step else None,
            "words": ANSWER_WORDS.get(row.kind),
            "is_minutes": row.kind is TaskKind.INSPECTION,
            "attach_url": _attach_url(detail),
            "act": self._act(detail),
            "candidates": self._candidates(detail),
            "ways": self._ways(detail),
            "may_pass_over": _may_pass_over(detail),
            "back_to": [{"value": key, "label": name} for key, name in detail.back_to],
            "fault": sentence(fault) if fault else "",
            "what": what,
            "typed": self.request.POST,
        }
        is_faulty = fault is not None or (form is not None and form.is_bound)
        template = "workspace/workflow/task.html"
        return self.page(template, context, status=422 if is_faulty else 200)

    def _act(self, detail: TaskDetail) -> dict[str, Any] | None:
        """The act on the dossier that ends the step."""
        step, row = detail.step, detail.row
        if step is None or not step.act or not row.dossier_code:
            return None
        if detail.by_hand:
            return None
        return step_act(self.actor, row.dossier_code, Act(step.act), self.at)

    def _ways(self, detail: TaskDetail) -> list[dict[str, Any]]:
        return [
            {
                "value": way.to,
                "label": way.label or detail.way_names.get(way.to, way.to),
                "hint": detail.way_names.get(way.to, "") if way.label else "",
                "chosen": self.request.POST.get("way") == way.to,
            }
            for way in detail.ways
        ]

    def _candidates(self, detail: TaskDetail) -> list[dict[str, Any]]:
        if not detail.may_assign:
            return []
        return [
            _candidate(one, detail.row.assignee_id)
            for one in who_could(self.actor, detail.row.id, self.at)
        ]


def _attach_url(detail: TaskDetail) -> str:
    """Where pictures of an inspection are put into the dossier; "" for other tasks."""
    row = detail.row
    if row.kind is not TaskKind.INSPECTION or not (detail.may_do or row.closed_at):
        return ""
    if not detail.sees_dossier:
        return ""
    return reverse("workspace:act", args=[row.dossier_code, slug_of(Act.ATTACH)])


def _may_pass_over(detail: TaskDetail) -> bool:
    return detail.may_assign and detail.step is not None and detail.step.act in PASSABLE


def _candidate(one: Ranked, assignee_id: int | None) -> dict[str, Any]:
    who = one.candidate
    return {
        "value": who.holding_id,
        "name": who.name,
        "tasks": who.tasks,
        "late": who.late,
        "time": time_words(who.minutes),
        "why": WHY[one.why],
        "is_fit": one.is_fit,
        "has_it": who.holding_id == assignee_id,
    }


def _take(view: ShowTask, task_id: int) -> str:
    if take_task(actor=view.actor, at=view.at, task_id=task_id):
        return _("Đã nhận việc. Từ nay bạn là người giải quyết hồ sơ này.")
    return _("Đã nhận việc.")


def _put_back(view: ShowTask, task_id: int) -> str:
    reason = view.request.POST.get("reason", "")
    put_back_task(actor=view.actor, at=view.at, task_id=task_id, reason=reason)
    return _("Đã trả việc lại cho đơn vị.")


def _assign(view: ShowTask, task_id: int) -> str:
    chosen = view.request.POST.get("holding_id", "")
    number = int(chosen[:18]) if chosen.isascii() and chosen.isdigit() else 0
    assign_task(
        actor=view.actor,
        at=view.at,
        task_id=task_id,
        holding_id=number,
        reason=view.request.POST.get("reason", ""),
    )
    return _("Đã giao việc.")


def _share(view: ShowTask, task_id: int) -> str:
    name = assign_by_rule(actor=view.actor, at=view.at, task_id=task_id)
    return _("Đã giao cho %(name)s.") % {"name": name}


def _finish(view: ShowTask, task_id: int) -> str:
    sent = view.request.POST
    finish_step(
        actor=view.actor,
        at=view.at,
        task_id=task_id,
        way=sent.get("way", ""),
        note=sent.get("note", ""),
    )
    return _("Đã xong bước này. Bước sau đã mở.")


def _hand_back(view: ShowTask, task_id: int) -> str:
    sent = view.request.POST
    hand_back_step(
        actor=view.actor,
        at=view.at,
        task_id=task_id,
        to=sent.get("to", ""),
        reason=sent.get("reason", ""),
    )
    return _("Đã trả lại bước trước.")


def _pass_over(view: ShowTask, task_id: int) -> str:
    reason = view.request.POST.get("reason", "")
    pass_over_step(actor=view.actor, at=view.at, task_id=task_id, reason=reason)
    return _("Đã ghi lý do bỏ qua bước này. Bước sau đã mở.")


def _without(view: ShowTask, task_id: int) -> str:
    reason = view.request.POST.get("reason", "")
    go_on_without(actor=view.actor, at=view.at, task_id=task_id, reason=reason)
    return _("Đã ghi lý do không chờ trả lời.")


DOERS: dict[str, Callable[[ShowTask, int], str]] = {
    "take": _take,
    "put-back": _put_back,
    "assign": _assign,
    "share": _share,
    "finish": _finish,
    "hand-back": _hand_back,
    "pass-over": _pass_over,
    "without": _without,
}
