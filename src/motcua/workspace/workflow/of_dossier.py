"""Where a dossier stands in its process, and what was asked of others about it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.workflow.queries.of_dossier import StepNow, work_of_dossier
from motcua.workspace.showing import Shown
from motcua.workspace.staff import StaffView
from motcua.workspace.workflow.asking import ASKED_HERE
from motcua.workspace.workflow.showing import answer_rows, task_shown
from motcua.workspace.workflow.words import ASK_TITLES
from motcua.worktime.wording import limit_words


class DossierWork(StaffView):
    """The steps in their order, then every question, inspection, second look and order."""

    permission = Permission.TASK_VIEW

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        work = work_of_dossier(self.actor, code)
        self.note("task.read", subject_kind="dossier", subject_id=work.id)
        context = {
            "work": work,
            "steps": [self._step(one) for one in work.steps],
            "asked": [
                task_shown(row, self.at) | {"answers": answer_rows(row), "question": row.question}
                for row in work.asked
            ],
            "may_ask": self._may_ask(code) if work.may_ask and not work.is_over else [],
        }
        return self.page("workspace/workflow/of_dossier.html", context)

    def _may_ask(self, code: str) -> list[dict[str, Any]]:
        return [
            {"label": ASK_TITLES[kind], "url": reverse("workspace:ask", args=[code, slug])}
            for slug, (kind, right) in ASKED_HERE.items()
            if may(self.actor, right)
        ]

    def _step(self, one: StepNow) -> dict[str, Any]:
        limit, row = one.step.limit, one.task
        shown = task_shown(row, self.at) if row else {}
        word = Shown(_("Xong lúc tiếp nhận"), "success") if one.is_done else None
        to_come = _("Chưa đến") if one.is_ahead else _("Không qua bước này")
        return {
            "number": one.step.number,
            "name": one.step.name,
            "limit": limit_words(limit.unit, str(limit.value), _) if limit else "",
            "is_now": bool(row and row.closed_at is None),
            "state": shown.get("state") or word or Shown(to_come, "neutral"),
            "task": shown,
            "rounds": one.rounds,
            "note": row.answer.get("note", "") if row else "",
            "is_outside": one.step.is_outside,
        }
