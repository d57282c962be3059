"""Taking the money of a dossier: amounts filled in, Enter books it, the receipt is shown."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.kernel.clock import local_day
from motcua.kernel.money import dong
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.payments.commands.collect import collect_fee, names_of
from motcua.payments.queries.owed import owed
from motcua.payments.queries.receipts import receipts_of_dossier
from motcua.payments.queries.tills import my_tills
from motcua.payments.refusal_words import sentence
from motcua.payments.showing import later_told
from motcua.payments.vocabulary import Owed
from motcua.workspace.staff import StaffView
from motcua.workspace.till.forms import CollectForm
from motcua.workspace.till.showing import owed_lines, receipt_rows, till_rows

NOT_CONTENT = frozenset({"csrfmiddlewaretoken", "request_key", "do"})


class CollectFee(StaffView):
    """GET: what is owed, ready to be taken (`?extra=1` for further copies of a free procedure).
    POST: take it."""

    permission = Permission.FEE_COLLECT

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail, what = self._ask(code)
        if what.is_free and "extra" not in request.GET:
            messages.info(request, _("Hồ sơ này không có phí, lệ phí nên không phải thu tiền."))
            return redirect("workspace:dossier", code=code)
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id)
        payer = detail.submitter
        known = {
            "payer_name": payer.name,
            "payer_number": payer.personal_id or payer.tax_code or payer.old_id,
            "address": payer.address,
        }
        return self._show(detail, what, CollectForm(what, initial=known, day=local_day(self.at)))

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        detail, what = self._ask(code)
        form = CollectForm(what, request.POST, day=local_day(self.at))
        if not form.is_valid():
            return self._show(detail, what, form, status=422)
        try:
            made = collect_fee(
                actor=self.actor,
                at=self.at,
                given=form.to_input(code, names_of(detail)),
                request=self._request_key(form),
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            self._explain(form, refusal)
            return self._show(detail, what, form, status=422)
        done = _("Đã thu trước đó.") if made.repeated else _("Đã thu tiền và cấp biên lai.")
        messages.success(request, done)
        return redirect("workspace:receipt", receipt_id=made.id)

    def _ask(self, code: str) -> tuple[DossierDetail, Owed]:
        detail = dossier_detail(self.actor, code, permission=Permission.FEE_COLLECT)
        return detail, owed(detail)

    def _request_key(self, form: CollectForm) -> RequestKey:
        """The page's own key: a double click or a resent form takes the money once."""
        lists = self.request.POST.lists()
        content = {name: values for name, values in lists if name not in NOT_CONTENT}
        key = f"page:{self.actor.user_id}:{form.cleaned_data['request_key']}"
        return RequestKey(key=key, digest=content_digest(content))

    def _explain(self, form: CollectForm, refusal: Refusal) -> None:
        for problem in refusal.reasons:
            field: str | None = (problem.field or "").replace("card.", "card_")
            field = field if field in form.fields else None
            form.add_error(field, sentence(problem))

    def _show(
        self, detail: DossierDetail, what: Owed, form: CollectForm, *, status: int = 200
    ) -> HttpResponse:
        mine = my_tills(self.actor, self.at)
        is_shut = mine.today is not None and mine.today.closed_at is not None
        context: dict[str, Any] = {
            "dossier": detail,
            "owed": what,
            "owed_lines": owed_lines(what),
            "remaining": dong(what.due_vnd),
            "later": later_told(what),
            "over": dong(what.over_vnd),
            "form": form,
            "left_open": till_rows(mine.left_open),
            "is_shut": is_shut,
            "may_collect": not is_shut and not mine.left_open,
            "receipts": receipt_rows(receipts_of_dossier(self.actor, detail.id)),
        }
        return self.page("workspace/till/collect.html", context, status=status)
