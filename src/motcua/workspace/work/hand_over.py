"""All of one officer's work, to another, in one act."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from motcua.accounts.queries.colleagues import Colleague, names_of
from motcua.accounts.rules.roles import Permission
from motcua.dossiers.commands.hand_over import hand_over_work
from motcua.dossiers.queries.work import Whose, WorkFilter
from motcua.dossiers.queries.workload import Load, load_of
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.acts.forms.act_form import long_text, problems_of, radio
from motcua.workspace.staff import StaffView
from motcua.workspace.work.lists import handlers_of
from motcua.workspace.work.unit import load_shown


class HandOverForm(forms.Form):
    """To whom everything goes, and why."""

    to_holding_id = radio(gettext_lazy("Giao cho"))
    reason = long_text(gettext_lazy("Lý do"), rows=2)

    def __init__(self, people: list[Colleague], *args: Any) -> None:
        super().__init__(*args)
        choices = [(str(one.holding_id), f"{one.name} ({one.title})") for one in people]
        self.fields["to_holding_id"].choices = choices  # type: ignore[attr-defined]

    def clean_reason(self) -> str:
        reason = str(self.cleaned_data["reason"]).strip()
        if not reason:
            raise forms.ValidationError(_("Chưa ghi lý do. Ghi rõ để người sau đọc hiểu."))
        return reason


class HandOverWork(StaffView):
    """Everything open that one officer has, to another, in one act."""

    permission = Permission.DOSSIER_ASSIGN

    def get(self, request: HttpRequest, holding_id: int) -> HttpResponse:
        return self._show(holding_id, HandOverForm(self._others(holding_id)))

    def post(self, request: HttpRequest, holding_id: int) -> HttpResponse:
        form = HandOverForm(self._others(holding_id), request.POST)
        self._load(holding_id)
        if not form.is_valid():
            return self._show(holding_id, form, status=422)
        try:
            count = hand_over_work(
                actor=self.actor,
                at=self.at,
                from_holding_id=holding_id,
                to_holding_id=int(form.cleaned_data["to_holding_id"]),
                reason=form.cleaned_data["reason"],
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None,
                           sentence(refusal))  # fmt: skip
            return self._show(holding_id, form, status=422)
        words = ngettext("Đã bàn giao %(count)s hồ sơ.", "Đã bàn giao %(count)s hồ sơ.", count)
        messages.success(request, words % {"count": count})
        return redirect("workspace:unit")

    def _others(self, holding_id: int) -> list[Colleague]:
        return [one for one in handlers_of(self) if one.holding_id != holding_id]

    def _load(self, holding_id: int) -> Load:
        """What he has of that which the actor may assign. Refusals: NotFound."""
        if holding_id >= 2**63:
            raise NotFound(kind="holding")
        which = WorkFilter(whose=Whose.LED, assignee_id=holding_id)
        loads = load_of(self.actor, which, at=self.at)
        if not loads:
            raise NotFound(kind="holding")
        return loads[0]

    def _show(self, holding_id: int, form: HandOverForm, *, status: int = 200) -> HttpResponse:
        load = self._load(holding_id)
        name = names_of(frozenset({holding_id})).get(holding_id, "")
        context = {
            "name": name,
            "load": load_shown(load, name),
            "form": form,
            "problems": list(problems_of(form)) if form.is_bound else [],
        }
        return self.page("workspace/work/hand_over.html", context, status=status)
