"""Certifications on their way: submitted, signed, issued and handed back, many at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.accounts.rules.roles import Permission
from motcua.certifications.commands.advance import AT_ONCE_MAX, StepOutcome, take_step
from motcua.certifications.queries.waiting import WaitingRow, waiting_for
from motcua.certifications.refusal_words import sentence
from motcua.certifications.vocabulary import Step
from motcua.kernel.refusal import Refusal
from motcua.ui.choosing import chosen_of
from motcua.workspace.certification.showing import waiting_groups
from motcua.workspace.staff import StaffView


class WaitingCertifications(StaffView):
    """GET: what waits, by step. POST: take the step for those ticked."""

    permission = Permission.CERTIFICATION_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(waiting_for(self.actor, self.at))

    def post(self, request: HttpRequest) -> HttpResponse:
        rows = waiting_for(self.actor, self.at)
        step = next((one for one in Step if str(one) == request.POST.get("step")), None)
        if step is None:
            return self._show(rows, error=_("Chọn một bước trên trang."), status=422)
        on_offer = [row.code for row in rows if row.step is step and row.may]
        chosen = chosen_of(request.POST, on_offer)
        if chosen.only_ticking:
            return self._show(rows, ticked=(step, chosen.values))
        asked = chosen.values[:AT_ONCE_MAX]
        try:
            outcomes = take_step(actor=self.actor, at=self.at, step=step, codes=asked)
        except Refusal as refusal:
            return self._show(rows, ticked=(step, ()), error=sentence(refusal), status=422)
        self._tell(outcomes)
        return redirect("workspace:certification-waiting")

    def _tell(self, outcomes: tuple[StepOutcome, ...]) -> None:
        done = sum(one.refusal is None for one in outcomes)
        if done:
            told = ngettext("Đã xong %(count)s hồ sơ.", "Đã xong %(count)s hồ sơ.", done)
            messages.success(self.request, told % {"count": done})
        for one in outcomes:
            if one.refusal is not None:
                messages.warning(self.request, f"{one.dossier_code}: {sentence(one.refusal)}")

    def _show(
        self,
        rows: tuple[WaitingRow, ...],
        *,
        ticked: tuple[Step, tuple[str, ...]] | None = None,
        error: str = "",
        status: int = 200,
    ) -> HttpResponse:
        self.note("certification.list", detail={"found": [row.code for row in rows]})
        groups = waiting_groups(rows)
        for group in groups:
            if ticked is not None and group["step"] == str(ticked[0]):
                for row in group["rows"]:
                    row["chosen"] = row["value"] in ticked[1]
        context: dict[str, Any] = {"groups": groups, "error": error}
        return self.page("workspace/certification/waiting.html", context, status=status)
