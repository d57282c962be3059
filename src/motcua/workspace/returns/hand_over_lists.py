"""Hand-over lists: choose the way, the unit and the days, list what is not listed yet, print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import units_of
from motcua.dossiers.commands.lists.hand_over_lists import make_hand_over_list
from motcua.dossiers.queries.custody.hand_over_lists import (
    ListAsked,
    ListRow,
    list_paper,
    listable_rows,
    lists_of,
)
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rules.lists.hand_over_lists import ListKind
from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.paging import CursorFaulty
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.papers.data.handing import DossierHandOver
from motcua.papers.queries import words_for
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from motcua.ui.choosing import Chosen, chosen_of
from motcua.workspace.returns.words import LIST_KINDS
from motcua.workspace.staff import StaffView
from motcua.workspace.till.forms import TypedDay

TEMPLATE = "workspace/returns/hand_over_lists.html"


class AskedForm(forms.Form):
    """Which way, which unit, which days; empty is what one most likely wants."""

    kind = forms.ChoiceField(
        label=_("Bàn giao"), choices=[(str(kind), words) for kind, words in LIST_KINDS.items()]
    )
    unit = forms.TypedChoiceField(
        label=_("Đơn vị giải quyết"), required=False, coerce=int, empty_value=None
    )
    first = TypedDay(label=_("Từ ngày"), required=False, max_length=20)
    last = TypedDay(label=_("Đến ngày"), required=False, max_length=20)

    def __init__(self, today: date, units: dict[int, str], data: Any) -> None:
        super().__init__(data)
        self.today = today
        self.fields["unit"].choices = list(units.items())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first = given.get("first") or given.get("last") or self.today
        last = given.get("last") or max(first, self.today)
        if last < first:
            self.add_error("last", _t("Ngày cuối ở trước ngày đầu. Xem lại hai ngày."))
        return {**given, "first": first, "last": last}

    def asked(self) -> ListAsked:
        given = self.cleaned_data
        return ListAsked(
            kind=ListKind(given["kind"]),
            unit_id=given["unit"],
            first=given["first"],
            last=given["last"],
        )


@dataclass(frozen=True)
class _Wrong:
    problem: str = ""
    status: int = 200


class HandOverLists(StaffView):
    """GET: what may be listed, and the lists made. POST `do=make`: list those ticked."""

    permission = Permission.SLIP_PRINT

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(self._form(request.GET), None, _Wrong())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request.POST)
        offered = (
            [row.code for row in listable_rows(self.actor, form.asked())] if form.is_valid() else []
        )
        chosen = chosen_of(request.POST, offered)
        if request.POST.get("do") != "make" or chosen.only_ticking or not form.is_valid():
            return self._show(form, chosen, _Wrong())
        try:
            made = make_hand_over_list(
                actor=self.actor, at=self.at, asked=form.asked(), codes=chosen.values
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            return self._show(form, chosen, _Wrong(sentence(refusal), 422))
        messages.success(request, _t("Đã lập danh sách. Bấm In danh sách để in hai bản."))
        response = redirect("workspace:hand-over-lists")
        response["Location"] += f"?made={made}"
        return response

    def _form(self, sent: Any) -> AskedForm:
        units = self._units()
        at_desk = Role.RECEPTION in self.actor.roles
        others = [unit for unit in units if unit != self.actor.unit_id or not at_desk]
        first = self.actor.unit_id if self.actor.unit_id in others else next(iter(others), None)
        likely = ListKind.DOSSIERS if at_desk else ListKind.RESULTS
        data = sent.copy()
        data.setdefault("kind", str(likely))
        data.setdefault("unit", str(first or ""))
        return AskedForm(local_day(self.at), units, data)

    def _units(self) -> dict[int, str]:
        if self.actor.agency_id is None:
            return {}
        found = units_of(self.actor.agency_id, local_day(self.at))
        return {unit.id: unit.name for unit in found}

    def _show(self, form: AskedForm, chosen: Chosen | None, wrong: _Wrong) -> HttpResponse:
        valid = form.is_valid()
        rows = listable_rows(self.actor, form.asked()) if valid else ()
        try:
            page = lists_of(self.actor, cursor=self.request.GET.get("cursor", ""))
        except CursorFaulty:
            page = lists_of(self.actor)
        units = self._units()
        self.note("hand-over-list.asked", detail={"found": [row.code for row in rows]})
        context = {
            "form": form,
            "problem": wrong.problem,
            "rows": [
                {
                    "value": row.code,
                    "code": row.code,
                    "owner": row.owner_name,
                    "procedure": row.procedure_name,
                    "moment": short_moment(row.moment),
                    "due": short_moment(row.due_at) if row.due_at else "–",
                    "chosen": chosen is None or row.code in chosen.values,
                    "blocked": "",
                }
                for row in rows
            ],
            "lists": [_list_shown(row, units) for row in page.rows],
            "next_cursor": page.next_cursor,
            "made": self.request.GET.get("made", ""),
            "period": _period(form) if valid else "",
        }
        status = wrong.status if valid else 422
        return self.page(TEMPLATE, context, status=status)


class PrintHandOverList(StaffView):
    """The list as PDF, one copy for each side; who printed it when is noted."""

    permission = Permission.SLIP_PRINT

    def get(self, request: HttpRequest, list_id: int) -> HttpResponse:
        data = list_paper(self.actor, list_id)
        is_dossiers = isinstance(data, DossierHandOver)
        kind = PaperKind.DOSSIER_HAND_OVER if is_dossiers else PaperKind.RESULT_HAND_OVER
        words = words_for(kind, self.actor.agency_id or 0, local_day(data.head.at))
        self.note("hand-over-list.printed", subject_kind="hand-over-list", subject_id=list_id)
        response = HttpResponse(render(kind, data, words=words), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="ban-giao-{list_id}.pdf"'
        return response


def _list_shown(row: ListRow, units: dict[int, str]) -> dict[str, Any]:
    return {
        "id": row.id,
        "number": f"{row.number}/{row.year}",
        "kind": str(LIST_KINDS[row.kind]),
        "unit": units.get(row.unit_id or 0, "–"),
        "made": f"{row.made_by}, {short_moment(row.made_at)}",
        "count": row.count,
    }


def _period(form: AskedForm) -> str:
    first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    if first == last:
        return short_day(first)
    return f"{short_day(first)} – {short_day(last)}"
