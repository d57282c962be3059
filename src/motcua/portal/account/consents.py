"""What I have agreed to; taken back by a button."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.citizens.commands.consents import give_consent, withdraw_consent
from motcua.citizens.queries.consents import consents_of
from motcua.citizens.vocabulary import ConsentPurpose
from motcua.citizens.wording import CONSENT_NOTES, CONSENTS
from motcua.portal.citizen_view import CitizenView


class Consents(CitizenView):
    """Each purpose, whether it is agreed to now, and all that was agreed to before."""

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = consents_of(self.actor)
        held = {row.purpose for row in rows if row.withdrawn_at is None}
        purposes = [
            {
                "code": str(purpose),
                "label": str(words),
                "note": str(CONSENT_NOTES[purpose]),
                "is_given": purpose in held,
            }
            for purpose, words in CONSENTS.items()
        ]
        context = {"purposes": purposes, "rows": rows, "names": CONSENTS}
        return self.page("portal/account/consents.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        asked = request.POST.get("purpose", "")
        if asked in set(ConsentPurpose):
            purpose = ConsentPurpose(asked)
            if request.POST.get("do") == "withdraw":
                withdraw_consent(actor=self.actor, at=self.at, purpose=purpose)
                messages.success(request, _("Đã rút lại sự đồng ý."))
            else:
                give_consent(actor=self.actor, at=self.at, purpose=purpose)
                messages.success(request, _("Đã ghi nhận sự đồng ý của bạn."))
        return HttpResponseRedirect(reverse("portal:account-consents"))
