"""Closing the account: what is erased, what stays and why, said before the button."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.citizens.commands.closing import ask_closing, cancel_closing
from motcua.citizens.queries import citizen_of
from motcua.citizens.rules.closing import GRACE
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.portal.account.door_view import FAULTY, errors_of
from motcua.portal.citizen_view import CitizenView


class Closing(CitizenView):
    """Asked for, or kept after all."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form({})

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            if request.POST.get("do") == "keep":
                cancel_closing(actor=self.actor, at=self.at)
                messages.success(request, _("Tài khoản của bạn được giữ lại."))
            else:
                when = ask_closing(actor=self.actor, at=self.at)
                told = {"day": short_day(when)}
                messages.success(request, _("Tài khoản sẽ được xóa ngày %(day)s.") % told)
        except Refusal as refusal:
            return self._form(errors_of(refusal, "closing"))
        return HttpResponseRedirect(reverse("portal:account"))

    def _form(self, errors: dict[str, str]) -> HttpResponse:
        context = {"citizen": citizen_of(self.actor), "days": GRACE.days, "errors": errors}
        status = FAULTY if errors else 200
        return self.page("portal/account/closing.html", context, status=status)
