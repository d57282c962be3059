"""Taking a dossier back, with the reason."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.ending import withdraw_dossier
from motcua.dossiers.inputs import Withdraw as WithdrawInput
from motcua.dossiers.policies import available_acts
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import Act
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.portal.citizen_view import CitizenView


class Withdraw(CitizenView):
    """One page that says what it means, and asks why. What cannot be taken back any more is not found."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._shown(code, "", "")

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        reason = request.POST.get("reason", "")
        seen = request.POST.get("seen", "")
        version = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 9 else None
        asked = Asked(actor=self.actor, at=self.at, code=code, seen_version=version)
        try:
            withdraw_dossier(asked, WithdrawInput(reason=reason))
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            return self._shown(code, reason, sentence(refusal), status=422)
        return HttpResponseRedirect(reverse("portal:my-dossier", kwargs={"code": code}))

    def _shown(self, code: str, reason: str, error: str, *, status: int = 200) -> HttpResponse:
        detail = dossier_detail(self.actor, code, permission=Permission.DOSSIER_WITHDRAW)
        if Act.WITHDRAW not in available_acts(self.actor, detail.stage, detail):
            raise NotFound(kind="dossier")
        context = {"detail": detail, "reason": reason, "error": error, "version": detail.version}
        return self.page("portal/mine/withdraw.html", context, status=status)
