"""What citizens were told: the list by state, and failed notices tried again."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.paging import CursorFaulty
from motcua.notices.commands.trying_again import (
    AddressForgotten,
    DeliveryNotFailed,
    retry_all_failed,
    retry_delivery,
)
from motcua.notices.gateways.choosing import gateways_of_office
from motcua.notices.queries.listing import NoticeFilter, counts_by_state, notices_of
from motcua.notices.queries.of_dossier import told_about
from motcua.notices.refusal_words import sentence
from motcua.notices.vocabulary import Carrier, NoticeState
from motcua.workspace.notices.showing import (
    carrier_choices,
    carriers_shown,
    notice_rows,
    state_tabs,
    told_rows,
)
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

CODE_LENGTH_MAX = 50
NAMES = ("state", "carrier", "code")


class ListNotices(StaffView):
    """GET: the newest first; `?state=`, `?carrier=`, `?code=` narrow it."""

    permission = Permission.NOTICE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        which = _filter(request)
        cursor = request.GET.get("cursor", "")
        try:
            page = notices_of(self.actor, self.at, which, cursor=cursor)
        except CursorFaulty:
            return redirect(_place(which))
        self.note("notice.list", detail={"found": [row.dossier_code for row in page.rows]})
        may_change = bool(may(self.actor, Permission.NOTICE_CHANGE))
        counts = counts_by_state(self.actor, self.at)
        context: dict[str, Any] = {
            "rows": notice_rows(page.rows, may_change=may_change),
            "tabs": state_tabs(which, counts, lambda state: _place(_with(which, state))),
            "carriers": carrier_choices(which.carrier),
            "carriers_on": carriers_shown(gateways_of_office()),
            "state": which.state or "",
            "code": which.dossier_code,
            "here": _place(which),
            "next_url": _place(which, cursor=page.next_cursor) if page.next_cursor else "",
            "is_first": not cursor,
            "may_retry_all": may_change and bool(counts[NoticeState.FAILED]),
        }
        return self.page("workspace/notices/list.html", context)


class ShowTold(StaffView):
    """What the people of one dossier were told, word by word, for whoever may see the dossier."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        rows = told_about(self.actor, code)
        self.note("notice.list", detail={"code": code})
        context = {
            "code": code,
            "rows": told_rows(rows),
            "carriers_on": carriers_shown(gateways_of_office()),
        }
        return self.page("workspace/notices/told.html", context)


class RetryNotices(StaffView):
    """POST `do=retry` with `delivery`, or `do=retry-all`: what has failed is tried again."""

    permission = Permission.NOTICE_CHANGE

    def post(self, request: HttpRequest) -> HttpResponse:
        act = request.POST.get("do", "")
        try:
            told = self._retry(request) if act == "retry" else self._retry_all(act)
        except (DeliveryNotFailed, AddressForgotten) as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, told)
        return redirect(_place(NoticeFilter(state=NoticeState.QUEUED)))

    def _retry(self, request: HttpRequest) -> str:
        delivery_id = whole_number(request.POST.get("delivery", "")) or 0
        retry_delivery(actor=self.actor, at=self.at, delivery_id=delivery_id)
        return _("Đã cho gửi lại tin này.")

    def _retry_all(self, act: str) -> str:
        """Nothing for what no button sends."""
        count = retry_all_failed(actor=self.actor, at=self.at) if act == "retry-all" else 0
        return _("Đã cho gửi lại %(count)s tin.") % {"count": count}


def _filter(request: HttpRequest) -> NoticeFilter:
    """What the address asks for; what is no state and no carrier narrows nothing."""
    state, carrier = request.GET.get("state", ""), request.GET.get("carrier", "")
    return NoticeFilter(
        state=NoticeState(state) if state in list(NoticeState) else None,
        carrier=Carrier(carrier) if carrier in list(Carrier) else None,
        dossier_code=request.GET.get("code", "").strip().upper()[:CODE_LENGTH_MAX],
    )


def _with(which: NoticeFilter, state: NoticeState | None) -> NoticeFilter:
    return NoticeFilter(state=state, carrier=which.carrier, dossier_code=which.dossier_code)


def _place(which: NoticeFilter, cursor: str = "") -> str:
    values = (which.state, which.carrier, which.dossier_code)
    wanted = {name: str(value) for name, value in zip(NAMES, values, strict=True) if value}
    asked = urlencode(wanted | ({"cursor": cursor} if cursor else {}))
    return reverse("workspace:notices") + (f"?{asked}" if asked else "")
