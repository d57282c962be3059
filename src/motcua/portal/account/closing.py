"""Closing the account: what is erased, what stays and why, said before the button."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.citizens.commands.closing import ask_closing, cancel_closing
from motcua.citizens.queries import citizen_of
from motcua.citizens.queries.organizations import own_organizations
from motcua.citizens.rules.closing import GRACE
from motcua.citizens.vocabulary import MemberRole
from motcua.dossiers.queries.own.listing import OwnDossier, own_dossiers
from motcua.dossiers.vocabulary import ReturnMethod, Stage
from motcua.dossiers.wording import RETURN_METHODS
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.portal.account.door_view import FAULTY, errors_of
from motcua.portal.citizen_view import CitizenView

OPEN_MAX = 50
OVER = frozenset({Stage.RETURNED, Stage.WITHDRAWN, Stage.TERMINATED, Stage.NOT_RECEIVED})


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
        mine = own_dossiers(self.actor, size=OPEN_MAX).rows
        if mine:
            self.note("dossier.own-list", detail={"found": [row.code for row in mine]})
        held = own_organizations(self.actor, self.at)
        context = {
            "citizen": citizen_of(self.actor),
            "days": GRACE.days,
            "errors": errors,
            "still_open": [_open(row) for row in mine if row.stage not in OVER],
            "managed": [one.name for one in held if one.role is MemberRole.MANAGER],
        }
        status = FAULTY if errors else 200
        return self.page("portal/account/closing.html", context, status=status)


def _open(row: OwnDossier) -> dict[str, object]:
    """A dossier that is not over, how its result is to come, and whether that needs the account."""
    return {
        "code": row.code,
        "name": row.procedure_name,
        "way": str(RETURN_METHODS[row.return_method]),
        "needs_account": row.return_method is ReturnMethod.ONLINE,
    }
