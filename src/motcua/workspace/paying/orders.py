"""Attempts to pay and what gateways said of them: the lists, one in full, money confirmed by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.payments.commands.paying.confirming import confirm_payment
from motcua.payments.queries.paying.listing import (
    MoneyFilter,
    messages_about,
    messages_of,
    orders_of,
)
from motcua.payments.queries.paying.orders import OrderShown, came_for, order_shown
from motcua.payments.refusal_words import sentence
from motcua.payments.vocabulary import MessageVerdict, OrderState
from motcua.payments.wording import ORDER_STATES, VERDICTS
from motcua.workspace.paying.forms import ConfirmForm, FindForm
from motcua.workspace.paying.showing import (
    came_rows,
    message_rows,
    order_rows,
    order_state,
    order_summary,
)
from motcua.workspace.staff import StaffView


class ListOrders(StaffView):
    """`?state=&q=&agency=&first=&last=`, newest first."""

    permission = Permission.PAYMENT_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        names = _agency_names(self.actor, self.at)
        form = FindForm(names, [(str(one), ORDER_STATES[one]) for one in OrderState], request.GET)
        which = form.to_filter() if form.is_valid() else MoneyFilter()
        cursor = request.GET.get("cursor", "")
        try:
            page = orders_of(self.actor, which, cursor=cursor)
        except Refusal:
            return redirect("workspace:payment-orders")
        found = [row.number for row in page.rows]
        self.note("payment-order.list", detail={**form.asked, "found": found})
        context = {
            "form": form,
            "rows": order_rows(page.rows, names),
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "asked": urlencode(form.asked),
            "is_filtered": bool(form.asked),
        }
        return self.page("workspace/paying/orders.html", context, status=_status(form))


class ListMessages(StaffView):
    """What gateways said, with the verdict and why. `?state=&q=&agency=&first=&last=`."""

    permission = Permission.PAYMENT_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        names = _agency_names(self.actor, self.at)
        form = FindForm(names, [(str(one), VERDICTS[one]) for one in MessageVerdict], request.GET)
        which = form.to_filter() if form.is_valid() else MoneyFilter()
        cursor = request.GET.get("cursor", "")
        try:
            page = messages_of(self.actor, which, cursor=cursor)
        except Refusal:
            return redirect("workspace:payment-messages")
        self.note(
            "payment-message.list", detail={**form.asked, "found": [row.id for row in page.rows]}
        )
        context = {
            "form": form,
            "rows": message_rows(page.rows),
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "asked": urlencode(form.asked),
            "is_filtered": bool(form.asked),
        }
        return self.page("workspace/paying/messages.html", context, status=_status(form))


class ShowOrder(StaffView):
    """The attempt, the money that came, every message; who has the right finds the form to confirm."""

    permission = Permission.PAYMENT_VIEW

    def get(self, request: HttpRequest, number: str) -> HttpResponse:
        return _order_page(self, order_shown(self.actor, number), ConfirmForm())


class ConfirmOrder(StaffView):
    """Money that an officer saw himself is booked, with its number at the bank and why he says so."""

    permission = Permission.PAYMENT_CONFIRM

    def post(self, request: HttpRequest, number: str) -> HttpResponse:
        order, form = order_shown(self.actor, number), ConfirmForm(request.POST)
        if not form.is_valid():
            return _order_page(self, order, form, status=422)
        try:
            confirm_payment(actor=self.actor, at=self.at, number=number, **form.told())
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            field = refusal.field if refusal.field in form.fields else None
            form.add_error(field, sentence(refusal))
            return _order_page(self, order, form, status=422)
        messages.success(request, _("Đã ghi nhận tiền của lần thanh toán này."))
        return redirect("workspace:payment-order", number=number)


def _order_page(
    view: StaffView, order: OrderShown, form: ConfirmForm, *, status: int = 200
) -> HttpResponse:
    view.note("payment-order.read", subject_kind="payment-order", subject_id=order.id)
    came = came_for(order_id=order.id)
    context: dict[str, Any] = {
        "order": order,
        "state": order_state(order.state),
        "summary": order_summary(order),
        "came": came_rows(came),
        "is_late": order.state is OrderState.PAID_LATE,
        "rest": sum(one.rest_vnd for one in came),
        "messages_told": message_rows(messages_about(order.id)),
        "may_confirm": not came and bool(may(view.actor, Permission.PAYMENT_CONFIRM)),
        "may_see_dossier": bool(may(view.actor, Permission.DOSSIER_VIEW)),
        "today": short_day(local_day(view.at)),
        "form": form,
    }
    return view.page("workspace/paying/order.html", context, status=status)


def _agency_names(actor: Actor, at: datetime) -> dict[int, str]:
    """The agencies whose money the reader may see, by name; the tree is kept in memory."""
    day = local_day(at)
    found = {pk: agency_on(pk, day) for pk in actor.scope_agency_ids | actor.own_agency_ids}
    named = {pk: agency.name for pk, agency in found.items() if agency is not None}
    return dict(sorted(named.items(), key=lambda one: one[1]))


def _status(form: FindForm) -> int:
    return 200 if form.is_valid() else 422
