"""One's own till, all tills of some days, the closing sheet, and closing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.money import dong
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.payments.commands.tills import TillAlreadyClosed, close_till, open_till
from motcua.payments.queries.receipts import ReceiptFilter, receipts_of
from motcua.payments.queries.tills import (
    TillDetail,
    TillFilter,
    my_tills,
    takings_of,
    till_detail,
    tills_of,
)
from motcua.payments.refusal_words import sentence
from motcua.workspace.staff import StaffView
from motcua.workspace.till.export import tills_csv
from motcua.workspace.till.forms import ClosingForm, DaysForm, OpeningForm
from motcua.workspace.till.showing import (
    receipt_rows,
    sheet_context,
    takings_figures,
    till_rows,
    till_state,
)

ID_MAX = 2**63 - 1
NEWEST_SHOWN = 20


class MyTill(StaffView):
    """GET: what came in today, newest first; those who take no money see all tills. POST: open it
    with the cash lying ready."""

    permission = Permission.TILL_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(OpeningForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = OpeningForm(request.POST)
        if request.POST.get("do") != "open" or not form.is_valid():
            return self._show(form, status=422)
        try:
            opening = form.cleaned_data["opening_vnd"] or 0
            open_till(actor=self.actor, at=self.at, opening_vnd=opening)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            form.add_error("opening_vnd", sentence(refusal))
            return self._show(form, status=422)
        messages.success(request, _("Đã mở quỹ hôm nay."))
        return redirect("workspace:till")

    def _show(self, form: OpeningForm, *, status: int = 200) -> HttpResponse:
        if not may(self.actor, Permission.FEE_COLLECT):
            return redirect("workspace:tills") if status == 422 else _list(self, self.request)
        today = local_day(self.at)
        mine = my_tills(self.actor, self.at)
        page = receipts_of(
            self.actor,
            ReceiptFilter(till_id=mine.today.id if mine.today else 0),
            size=NEWEST_SHOWN,
        )
        self.note("till.read", detail={"day": today.isoformat()})
        context: dict[str, Any] = {
            "day": today,
            "till": mine.today,
            "state": till_state(mine.today) if mine.today else None,
            "expected": dong(mine.today.expected_vnd) if mine.today else "",
            "figures": takings_figures(mine.today.takings) if mine.today else [],
            "left_open": till_rows(mine.left_open),
            "receipts": receipt_rows(page.rows),
            "has_more": bool(page.next_cursor),
            "form": form,
        }
        return self.page("workspace/till/today.html", context, status=status)


class ListTills(StaffView):
    """The tills of some days in one's scope, with totals. `?first=&last=`; `?format=csv`."""

    permission = Permission.TILL_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        return _list(self, request)


def _list(view: StaffView, request: HttpRequest) -> HttpResponse:
    today = local_day(view.at)
    form = DaysForm(today, request.GET)
    is_valid = form.is_valid()
    first = form.cleaned_data["first"] if is_valid else today
    last = form.cleaned_data["last"] if is_valid else today
    which = TillFilter(first_day=first, last_day=last)
    view.note("till.list", detail={"from": first.isoformat(), "to": last.isoformat()})
    if request.GET.get("format") == "csv" and is_valid:
        return tills_csv(view.actor, which)
    try:
        page = tills_of(view.actor, which, cursor=request.GET.get("cursor", ""))
    except Refusal:
        return redirect("workspace:tills")
    context = {
        "form": form,
        "asked": {"first": short_day(first), "last": short_day(last)},
        "is_one_day": first == last,
        "is_today": first == last == today,
        "ways": _ways(today),
        "figures": takings_figures(takings_of(view.actor, which)),
        "rows": till_rows(page.rows),
        "next_cursor": page.next_cursor,
        "is_first": not request.GET.get("cursor"),
        "collects": bool(may(view.actor, Permission.FEE_COLLECT)),
    }
    return view.page("workspace/till/list.html", context, status=200 if is_valid else 422)


def _ways(today: date) -> list[dict[str, str]]:
    """The periods most often asked for."""
    this_month = today.replace(day=1)
    former = (this_month - timedelta(days=1)).replace(day=1)
    spans = (
        (_("Hôm nay"), today, today),
        (_("Tháng này"), this_month, today),
        (_("Tháng trước"), former, this_month - timedelta(days=1)),
    )
    return [
        {"label": label, "first": short_day(first), "last": short_day(last)}
        for label, first, last in spans
    ]


class ShowTill(StaffView):
    """The closing sheet: receipts, totals by kind and by procedure, what was counted."""

    permission = Permission.TILL_VIEW

    def get(self, request: HttpRequest, till_id: int) -> HttpResponse:
        detail = _find(self, till_id)
        self.note("till.read", detail={"till": till_id})
        context = sheet_context(detail) | {
            "agency": agency_on(detail.row.agency_id, detail.row.day)
        }
        return self.page("workspace/till/sheet.html", context)


class CloseTill(StaffView):
    """GET: the notes to be counted beside what should be there. POST: close."""

    permission = Permission.TILL_CLOSE

    def get(self, request: HttpRequest, till_id: int) -> HttpResponse:
        detail = _find(self, till_id)
        if not detail.may_close:
            return redirect("workspace:till-sheet", till_id=till_id)
        return self._show(detail, ClosingForm())

    def post(self, request: HttpRequest, till_id: int) -> HttpResponse:
        detail = _find(self, till_id)
        form = ClosingForm(request.POST)
        if not form.is_valid():
            return self._show(detail, form, status=422)
        try:
            close_till(actor=self.actor, at=self.at, till_id=till_id, count=form.to_count())
        except (NotPermitted, NotFound):
            raise
        except TillAlreadyClosed as refusal:
            messages.info(request, sentence(refusal))
            return redirect("workspace:till-sheet", till_id=till_id)
        except Refusal as refusal:
            field = refusal.field if refusal.field in form.fields else None
            form.add_error(field, sentence(refusal))
            return self._show(detail, form, status=422)
        messages.success(request, _("Đã chốt quỹ. In bảng kê để nộp tiền cho thủ quỹ."))
        return redirect("workspace:till-sheet", till_id=till_id)

    def _show(self, detail: TillDetail, form: ClosingForm, *, status: int = 200) -> HttpResponse:
        context = sheet_context(detail) | {
            "form": form,
            "expected": dong(detail.row.expected_vnd),
            "is_today": detail.row.day == local_day(self.at),
        }
        return self.page("workspace/till/close.html", context, status=status)


def _find(view: StaffView, till_id: int) -> TillDetail:
    if till_id > ID_MAX:
        raise NotFound(kind="till")
    return till_detail(view.actor, till_id)
