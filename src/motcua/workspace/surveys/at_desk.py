"""At the counter, once something is received or handed over: a code for the citizen, or a turn at the screen.

What was asked for is done before; nothing of it waits for this page.
"""

from __future__ import annotations

from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.surveys.commands.devices import show_at_device
from motcua.surveys.commands.inviting import invite_at_desk
from motcua.surveys.queries.at_desk import AtDesk, at_desk
from motcua.surveys.queries.devices import devices_at_desk
from motcua.surveys.refusals import NothingAsked
from motcua.surveys.rules.keys import in_groups
from motcua.surveys.vocabulary import Occasion
from motcua.surveys.wording import OCCASIONS, REFUSALS
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

QR_SCALE = 6


class InviteAtDesk(StaffView):
    """GET: what can be done. POST `do=code`: a code to print. POST `screen=<id>`: a turn there."""

    permission = Permission.SURVEY_INVITE

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._show(at_desk(self.actor, code))

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        found = at_desk(self.actor, code)
        device_id = whole_number(request.POST.get("screen", ""))
        if found.occasion is None or (device_id is None and request.POST.get("do") != "code"):
            return self._show(found)
        try:
            if device_id is None:
                return self._code(found, found.occasion)
            show_at_device(
                actor=self.actor,
                at=self.at,
                dossier_id=found.dossier_id,
                occasion=found.occasion,
                device_id=device_id,
            )
        except NothingAsked as refusal:
            messages.info(request, str(REFUSALS[refusal.code]))
        else:
            messages.success(request, _("Câu hỏi đang hiện ở màn hình. Mời người dân đến đó."))
        return redirect("workspace:invite-to-rate", code=found.code)

    def _code(self, found: AtDesk, occasion: Occasion) -> HttpResponse:
        key = invite_at_desk(
            actor=self.actor, at=self.at, dossier_id=found.dossier_id, occasion=occasion
        )
        address = settings.PUBLIC_ADDRESS.rstrip("/") + reverse("portal:rate", args=[key])
        qr = segno.make(address, error="m").svg_data_uri(scale=QR_SCALE, border=2)
        more = {"key": in_groups(key), "qr": qr, "site": address.rsplit("/", 2)[0] + "/"}
        return self._show(found, **more)

    def _show(self, found: AtDesk, **more: Any) -> HttpResponse:
        context = {
            "found": found,
            "occasion": OCCASIONS[found.occasion] if found.occasion else "",
            "screens": devices_at_desk(self.actor),
            "key": "",
            "qr": "",
            "site": "",
            **more,
        }
        response = self.page("workspace/surveys/at_desk.html", context)
        response["Cache-Control"] = "no-store"
        return response
