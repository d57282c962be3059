"""Settlements with the agencies: what waits, the list, one with its figures open to their receipts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.commands.settling import (
    answer_settlement,
    draft_settlement,
    pay_settlement,
    send_settlement,
)
from motcua.settlements.queries.settlements import (
    SettlementDetail,
    items_of,
    open_periods,
    settlement_detail,
    settlements_of,
)
from motcua.settlements.vocabulary import Part, SettlementAct, SettlementState
from motcua.settlements.wording import REMITTANCE_WAYS, SETTLEMENT_STATES
from motcua.workspace.money.refunds import ID_MAX, explain
from motcua.workspace.money.settling_forms import AnswerForm, BeginForm, HandOnForm, SendForm
from motcua.workspace.money.showing_settlements import (
    agency_name,
    figure_lines,
    item_rows,
    open_rows,
    settlement_rows,
    settlement_state,
    sums_of,
)
from motcua.workspace.staff import StaffView

DONE: dict[str, Callable[[], str]] = {
    "send": lambda: _("Đã gửi bản quyết toán. Số liệu của kỳ từ nay giữ nguyên."),
    "accept": lambda: _("Đã xác nhận bản quyết toán."),
    "dispute": lambda: _("Đã gửi ý kiến khác cho bên lập."),
    "pay": lambda: _("Đã ghi là đã nộp tiền."),
}


class ListSettlements(StaffView):
    """What waits to be settled; those made, newest first (`?state=`). POST begins one."""

    permission = Permission.SETTLEMENT_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest) -> HttpResponse:
        form = BeginForm(request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        given = form.cleaned_data
        try:
            settlement_id = draft_settlement(
                actor=self.actor,
                at=self.at,
                agency_id=given["agency"],
                due_agency_id=given["due"],
                last_day=given["last_day"],
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            explain(form, refusal)
            return self._show(form, status=422)
        return redirect("workspace:settlement", settlement_id=settlement_id)

    def _show(self, form: BeginForm | None = None, *, status: int = 200) -> HttpResponse:
        asked = self.request.GET.get("state", "")
        state = SettlementState(asked) if asked in set(SettlementState) else None
        cursor = self.request.GET.get("cursor", "")
        try:
            page = settlements_of(self.actor, state, cursor=cursor)
        except Refusal:
            return redirect("workspace:settlements")
        self.note("settlement.list", detail={"state": asked})
        today = local_day(self.at)
        context = {
            "form": form,
            "waiting": open_rows(open_periods(self.actor), today, form) if not cursor else [],
            "rows": settlement_rows(page.rows),
            "state": str(state or ""),
            "states": [(str(one), words) for one, words in SETTLEMENT_STATES.items()],
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "may_begin": bool(may(self.actor, Permission.SETTLEMENT_SEND)),
            "may_set_terms": bool(may(self.actor, Permission.SETTLEMENT_TERMS)),
        }
        return self.page("workspace/money/settlements.html", context, status=status)


class ShowSettlement(StaffView):
    """GET: its figures; `?part=&kind=&late=1` the receipts behind one. POST `do=`: send, accept,
    dispute, pay."""

    permission = Permission.SETTLEMENT_VIEW

    def get(self, request: HttpRequest, settlement_id: int) -> HttpResponse:
        first = {"paid_on": short_day(local_day(self.at))}
        return self._show(self._find(settlement_id), _forms() | {"pay": HandOnForm(initial=first)})

    def post(self, request: HttpRequest, settlement_id: int) -> HttpResponse:
        detail = self._find(settlement_id)
        done, typed = request.POST.get("do", ""), _forms()
        if done not in DONE:
            return redirect("workspace:settlement", settlement_id=settlement_id)
        name = "answer" if done in ("accept", "dispute") else done
        form = typed[name] = type(typed[name])(request.POST)
        if not form.is_valid():
            return self._show(detail, typed, status=422)
        try:
            self._act(done, settlement_id, form)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            explain(form, refusal)
            return self._show(self._find(settlement_id), typed, status=422)
        messages.success(request, DONE[done]())
        return redirect("workspace:settlement", settlement_id=settlement_id)

    def _act(self, done: str, settlement_id: int, form: forms.Form) -> None:
        same: dict[str, Any] = {"actor": self.actor, "at": self.at, "settlement_id": settlement_id}
        if done == "send":
            send_settlement(**same, note=form.cleaned_data["sent_note"])
        elif isinstance(form, HandOnForm):
            given = form.cleaned_data
            slip, day = given["slip_number"], given["paid_on"]
            pay_settlement(**same, way=form.way_of(), slip_number=slip, paid_on=day)
        else:
            note = form.cleaned_data["answer_note"]
            answer_settlement(**same, accepted=done == "accept", note=note)

    def _find(self, settlement_id: int) -> SettlementDetail:
        if settlement_id > ID_MAX:
            raise NotFound(kind="settlement")
        return settlement_detail(self.actor, settlement_id)

    def _show(
        self, detail: SettlementDetail, typed: dict[str, forms.Form], *, status: int = 200
    ) -> HttpResponse:
        row = detail.row
        self.note("settlement.read", subject_kind="settlement", subject_id=row.id)
        bound = next((form for form in typed.values() if form.is_bound), typed["send"])
        context: dict[str, Any] = {
            "told": detail,
            "row": row,
            "first": short_day(row.first_day),
            "last": short_day(row.last_day),
            "agency": agency_name(row.agency_id, row.last_day),
            "due": agency_name(row.due_agency_id, row.last_day),
            "state": settlement_state(row.state),
            "lines": figure_lines(detail),
            "sums": sums_of(detail),
            "sent": short_moment(detail.sent_at) if detail.sent_at else "",
            "answered": short_moment(detail.answered_at) if detail.answered_at else "",
            "paid": short_day(row.paid_on) if row.paid_on else "",
            "way": REMITTANCE_WAYS.get(detail.way, ""),  # type: ignore[call-overload]
            "may": {str(act) for act in detail.acts},
            "is_answer": SettlementAct.ANSWER in detail.acts,
            "form": bound,
            "typed": typed,
            **self._behind(detail),
        }
        return self.page("workspace/money/settlement.html", context, status=status)

    def _behind(self, detail: SettlementDetail) -> dict[str, Any]:
        """The receipts behind the figure that was asked for; all where none was."""
        asked = {name: self.request.GET.get(name, "") for name in ("part", "kind", "late")}
        cursor = self.request.GET.get("cursor", "")
        part = Part(asked["part"]) if asked["part"] in set(Part) else None
        kind = FeeKind(asked["kind"]) if asked["kind"] in set(FeeKind) else None
        which: dict[str, Any] = {"part": part, "kind": kind, "late_only": asked["late"] == "1"}
        try:
            page = items_of(self.actor, detail.row.id, **which, cursor=cursor)
        except NotFound:
            raise
        except Refusal:
            cursor, page = "", items_of(self.actor, detail.row.id, **which)
        is_own = detail.row.agency_id in self.actor.own_agency_ids
        return {
            "items": item_rows(page.rows, is_own=is_own),
            "asked": {name: value for name, value in asked.items() if value},
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
        }


def _forms() -> dict[str, forms.Form]:
    return {"send": SendForm(), "answer": AnswerForm(), "pay": HandOnForm()}
