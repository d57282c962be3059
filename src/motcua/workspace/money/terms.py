"""How often the agency settles and what it keeps back, from a day on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.settlements.commands.terms import set_terms
from motcua.settlements.queries.counting import terms_on
from motcua.settlements.wording import SPANS
from motcua.workspace.money.refunds import explain
from motcua.workspace.money.settling_forms import TermsForm
from motcua.workspace.money.showing_settlements import agency_name, percent
from motcua.workspace.staff import StaffView


class SetTerms(StaffView):
    """GET: those in force. POST: others from a day on."""

    permission = Permission.SETTLEMENT_TERMS

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(TermsForm(initial={"valid_from": short_day(local_day(self.at))}))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = TermsForm(request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        try:
            set_terms(actor=self.actor, at=self.at, given=form.to_input(self._agency_id()))
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            explain(form, refusal)
            return self._show(form, status=422)
        messages.success(request, _("Đã đặt kỳ quyết toán."))
        return redirect("workspace:settlements")

    def _agency_id(self) -> int:
        if self.actor.agency_id is None:
            raise NotFound(kind="agency")
        return self.actor.agency_id

    def _show(self, form: TermsForm, *, status: int = 200) -> HttpResponse:
        today = local_day(self.at)
        terms = terms_on(self._agency_id(), today)
        context = {
            "form": form,
            "agency": agency_name(self._agency_id(), today),
            "rows": [
                {"label": _("Kỳ quyết toán"), "value": SPANS[terms.span]},
                {"label": _("Phí được để lại"), "value": percent(terms.kept_fee_bp)},
                {"label": _("Lệ phí được để lại"), "value": percent(terms.kept_charge_bp)},
                {"label": _("Căn cứ"), "value": terms.basis or _("Mặc định: theo quý")},
            ],
        }
        return self.page("workspace/money/terms.html", context, status=status)
