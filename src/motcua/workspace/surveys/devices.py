"""Screens at the counters: added with a code that is shown once, and retired."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.kernel.clock import local_day
from motcua.surveys.commands.devices import DeviceNameFaulty, enroll_device, retire_device
from motcua.surveys.queries.devices import DeviceRow, devices
from motcua.surveys.wording import REFUSALS
from motcua.workspace.announcing import COUNTRY, scopes_of
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

TYPED_MAX = 300


class ListDevices(StaffView):
    """POST `name`, `agency`: a new one. POST `retire=<id>`."""

    permission = Permission.SURVEY_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest) -> HttpResponse:
        retire = whole_number(request.POST.get("retire", ""))
        if retire is not None:
            retire_device(actor=self.actor, at=self.at, device_id=retire)
            messages.success(request, _("Màn hình đã thôi dùng."))
            return redirect("workspace:survey-devices")
        name = request.POST.get("name", "")[:TYPED_MAX]
        agency_id = whole_number(request.POST.get("agency", "")) or self.actor.agency_id
        assert agency_id is not None
        try:
            _id, pairing = enroll_device(
                actor=self.actor, at=self.at, agency_id=agency_id, name=name
            )
        except DeviceNameFaulty as refusal:
            fault = _(str(REFUSALS[refusal.code])) % refusal.params
            return self._show(name=name, fault=fault, status=422)
        return self._show(pairing=f"{pairing[:4]} {pairing[4:]}")

    def _show(self, status: int = 200, **more: Any) -> HttpResponse:
        scopes = [one for one in scopes_of(self.actor, self.at) if one[0] != COUNTRY]
        context = {
            "rows": [self._row(one) for one in devices(self.actor, self.at)],
            "agencies": [{"value": value, "label": label} for value, label in scopes],
            "name": "",
            "fault": "",
            "pairing": "",
            "address": settings.PUBLIC_ADDRESS.rstrip("/") + reverse("portal:rate-screen"),
            **more,
        }
        return self.page("workspace/surveys/devices.html", context, status=status)

    def _row(self, one: DeviceRow) -> dict[str, Any]:
        agency = agency_on(one.agency_id, local_day(self.at))
        is_over = one.retired_at is not None
        return {
            "id": one.id,
            "name": one.name,
            "agency": agency.name if agency else "",
            "state": _("Đã thôi dùng")
            if is_over
            else _("Đang dùng")
            if one.is_paired
            else _("Chờ ghép"),
            "is_over": is_over,
        }
