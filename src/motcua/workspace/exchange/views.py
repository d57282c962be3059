"""How it stands with other installations, and why a message is stuck."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import orjson
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.exchange.cards import own_agencies, own_card
from motcua.exchange.commands.resending import renumber, resend, try_again
from motcua.exchange.keys import own_mark
from motcua.exchange.queries.standing import (
    in_messages,
    out_messages,
    partner_standing,
    partners_standing,
)
from motcua.exchange.refusal_words import sentence
from motcua.kernel.clock import local_day
from motcua.kernel.paging import CursorFaulty
from motcua.kernel.refusal import Refusal
from motcua.workspace.exchange.showing import in_rows, out_rows, partner_shown
from motcua.workspace.staff import StaffView

DOING: dict[str, Callable[..., int]] = {
    "resend": resend,
    "try-again": try_again,
    "renumber": renumber,
}


class ListPartners(StaffView):
    """Each partner and how it stands; the card of this installation to give to others."""

    permission = Permission.EXCHANGE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        today = local_day(self.at)
        rows = partners_standing(self.actor, self.at)
        may_change = bool(may(self.actor, Permission.EXCHANGE_CHANGE))
        context: dict[str, Any] = {
            "rows": [partner_shown(row, today) for row in rows],
            "may_change": may_change,
            "mark": own_mark(),
            "card": self._card() if may_change else "",
        }
        return self.page("workspace/exchange/list.html", context)

    def _card(self) -> str:
        today, address = local_day(self.at), settings.PUBLIC_ADDRESS
        own = agency_on(self.actor.agency_id, today) if self.actor.agency_id else None
        name = own.name if own else address
        card = own_card(name=name, address=address, agency_codes=own_agencies(today))
        return orjson.dumps(card, option=orjson.OPT_INDENT_2).decode()


class ShowPartner(StaffView):
    """One partner: what waits, what is stuck on either side and why. POST `do=`: at once."""

    permission = Permission.EXCHANGE_VIEW

    def get(self, request: HttpRequest, partner_id: int) -> HttpResponse:
        row = partner_standing(self.actor, self.at, partner_id)
        out = out_messages(self.actor, partner_id)
        heard = in_messages(self.actor, partner_id)
        codes = [one.dossier_code for one in out.rows] + [one.dossier_code for one in heard.rows]
        self.note("exchange.list", detail={"partner": partner_id, "found": sorted(set(codes))})
        context: dict[str, Any] = {
            "partner": partner_shown(row, local_day(self.at)),
            "out": out_rows(out.rows),
            "heard": in_rows(heard.rows),
            "may_change": bool(may(self.actor, Permission.EXCHANGE_CHANGE)),
        }
        return self.page("workspace/exchange/partner.html", context)

    def post(self, request: HttpRequest, partner_id: int) -> HttpResponse:
        doing = DOING.get(request.POST.get("do", ""))
        if doing is not None:
            try:
                count = doing(actor=self.actor, at=self.at, partner_id=partner_id)
            except Refusal as refusal:
                if refusal.code in ("not-found", "not-permitted"):
                    raise
                messages.warning(request, sentence(refusal))
            else:
                messages.success(request, _("Đã cho làm ngay %(count)s tin.") % {"count": count})
        return redirect("workspace:partner", partner_id)


class ShowMessages(StaffView):
    """Every message to (`?way=out`) or from (`?way=in`) a partner, the newest first."""

    permission = Permission.EXCHANGE_VIEW

    def get(self, request: HttpRequest, partner_id: int) -> HttpResponse:
        row = partner_standing(self.actor, self.at, partner_id)
        way = "in" if request.GET.get("way") == "in" else "out"
        cursor = request.GET.get("cursor", "")
        ask: Callable[..., Any] = in_messages if way == "in" else out_messages
        try:
            page = ask(self.actor, partner_id, only_open=False, cursor=cursor)
        except CursorFaulty:
            return redirect("workspace:messages-told", partner_id)
        codes = [one.dossier_code for one in page.rows]
        self.note("exchange.list", detail={"partner": partner_id, "found": sorted(set(codes))})
        shown: Callable[..., Any] = in_rows if way == "in" else out_rows
        here = reverse("workspace:messages-told", args=[partner_id])
        older = urlencode({"way": way, "cursor": page.next_cursor})
        context: dict[str, Any] = {
            "partner": partner_shown(row, local_day(self.at)),
            "way": way,
            "rows": shown(page.rows),
            "here": f"{here}?way={way}",
            "next_url": f"{here}?{older}" if page.next_cursor else "",
            "is_first": not cursor,
        }
        return self.page("workspace/exchange/messages.html", context)
