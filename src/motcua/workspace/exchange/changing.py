"""Adding a partner by its card; its name, address and agencies; pausing and going on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on, todays_tree
from motcua.exchange.cards import Card, read_card
from motcua.exchange.commands.partners import (
    AgencyHostedAlready,
    PartnerKnown,
    add_partner,
    change_partner,
    host_agency,
    release_agency,
)
from motcua.exchange.queries.standing import PartnerRow, partner_standing, partners_standing
from motcua.exchange.rules.partners import PartnerRefused
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.workspace.exchange.forms import CardForm, PartnerForm
from motcua.workspace.staff import StaffView


class AddPartner(StaffView):
    """The card of the other side, read and taken in."""

    permission = Permission.EXCHANGE_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(CardForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = CardForm(request.POST)
        if not typed.is_valid():
            return self._form(typed, status=422)
        try:
            card = read_card(typed.cleaned_data["card"], local_day(self.at))
            partner_id = self._take_in(card)
        except Refusal as refusal:
            if refusal.code == "not-permitted":
                raise
            typed.refuse(refusal.reasons)
            return self._form(typed, status=422)
        messages.success(request, _("Đã thêm %(name)s.") % {"name": card.given.name})
        for code in card.unknown:
            messages.warning(
                request, _("Ở đây không có cơ quan mang mã %(code)s.") % {"code": code}
            )
        return redirect("workspace:partner", partner_id)

    def _take_in(self, card: Card) -> int:
        """Refusals: PartnerRefused, PartnerKnown, AgencyHostedAlready."""
        with transaction.atomic():
            partner_id = add_partner(actor=self.actor, at=self.at, given=card.given)
            for agency_id in card.agency_ids:
                host_agency(
                    actor=self.actor, at=self.at, partner_id=partner_id, agency_id=agency_id
                )
        return partner_id

    def _form(self, typed: CardForm, status: int = 200) -> HttpResponse:
        return self.page("workspace/exchange/add.html", {"typed": typed}, status=status)


class ChangePartner(StaffView):
    """Another name, address or agencies; pause and go on."""

    permission = Permission.EXCHANGE_CHANGE

    def get(self, request: HttpRequest, partner_id: int) -> HttpResponse:
        row = partner_standing(self.actor, self.at, partner_id)
        initial = {
            "name": row.name,
            "address": row.address,
            "is_active": row.is_active,
            "agencies": [str(one) for one in row.agency_ids],
        }
        return self._form(row, PartnerForm(self._choices(row), initial=initial))

    def post(self, request: HttpRequest, partner_id: int) -> HttpResponse:
        row = partner_standing(self.actor, self.at, partner_id)
        typed = PartnerForm(self._choices(row), request.POST)
        if not typed.is_valid():
            return self._form(row, typed, status=422)
        try:
            self._change(row, typed.cleaned_data)
        except (PartnerRefused, PartnerKnown, AgencyHostedAlready) as refusal:
            typed.refuse(refusal.reasons)
            return self._form(row, typed, status=422)
        messages.success(request, _("Đã ghi."))
        return redirect("workspace:partner", partner_id)

    def _change(self, row: PartnerRow, given: dict[str, Any]) -> None:
        chosen = {int(one) for one in given["agencies"]}
        mine: dict[str, Any] = {"actor": self.actor, "at": self.at, "partner_id": row.id}
        with transaction.atomic():
            change_partner(
                **mine,
                name=given["name"],
                address=given["address"],
                is_active=given["is_active"],
            )
            for agency_id in sorted(set(row.agency_ids) - chosen):
                release_agency(**mine, agency_id=agency_id)
            for agency_id in sorted(chosen - set(row.agency_ids)):
                host_agency(**mine, agency_id=agency_id)

    def _choices(self, row: PartnerRow) -> list[tuple[str, str]]:
        """The agencies of today that no other partner hosts, and those that it has."""
        others = {
            one
            for other in partners_standing(self.actor, self.at)
            if other.id != row.id
            for one in other.agency_ids
        }
        today = local_day(self.at)
        tree = [line.agency for line in todays_tree(today)]
        known = {agency.id for agency in tree}
        ended = [agency_on(one, today) for one in row.agency_ids if one not in known]
        rows = [*tree, *(one for one in ended if one is not None)]
        return [(str(one.id), one.name) for one in rows if one.id not in others]

    def _form(self, row: PartnerRow, typed: PartnerForm, status: int = 200) -> HttpResponse:
        context = {"typed": typed, "partner": row}
        return self.page("workspace/exchange/change.html", context, status=status)
