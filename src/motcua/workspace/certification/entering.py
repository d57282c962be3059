"""Entering at the counter: one screen, one form, Enter enters. Works the same without a script."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.certifications.commands.enter import CertificationRef, enter_certification
from motcua.certifications.queries.entries import entries_of_dossier
from motcua.dossiers.queries.detail import dossier_detail
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.payments.commands.collect import collect_fee
from motcua.payments.queries.owed import owed
from motcua.payments.queries.receipts import receipts_of_dossier
from motcua.payments.refusal_words import sentence as sentence_of_money
from motcua.payments.vocabulary import FeeInput
from motcua.workspace.certification.page import EnterPage
from motcua.workspace.certification.showing import done_context, enter_context
from motcua.workspace.reception.reading import Problem
from motcua.workspace.staff import StaffView
from motcua.workspace.till.forms import AmountField

NOT_CONTENT = frozenset({"csrfmiddlewaretoken", "request_key", "do"})


class EnterCertification(StaffView):
    """GET: an empty page, with what was entered last (`?done=` its dossier). POST: fill, look again,
    or enter; the cash may be taken in the same breath."""

    permission = Permission.CERTIFICATION_ENTER

    def get(self, request: HttpRequest) -> HttpResponse:
        page = EnterPage.fresh(self.actor, self.at, request.GET)
        return self._show(page, done=self._done(request.GET.get("done", "")))

    def post(self, request: HttpRequest) -> HttpResponse:
        page = EnterPage.sent(self.actor, self.at, request.POST)
        if page.found_codes:
            self.note("person.search", detail={"found": page.found_codes})
        if request.POST.get("do") == "more":
            page.more_rows()
            return self._show(page)
        if page.has_card or request.POST.get("do") != "enter":
            return self._show(page, status=422 if page.problems else 200)
        return self._enter(page)

    def _enter(self, page: EnterPage) -> HttpResponse:
        given, given_vnd = page.given, self._cash(page)
        if given is None:
            page.problems.append(Problem(_("Chưa có thủ tục chứng thực nào trong danh mục.")))
        if given is None or not self._is_readable(page) or page.problems:
            return self._show(page, status=422)
        try:
            made = enter_certification(
                actor=self.actor, at=self.at, given=given, request=self._request_key(page)
            )
        except NotPermitted:
            raise
        except Refusal as refusal:
            page.refuse(refusal)
            return self._show(page, status=422)
        if page.data.get("collect") and made.fee_vnd:
            self._collect(made, page, given_vnd)
        return self._next(made, page)

    def _is_readable(self, page: EnterPage) -> bool:
        """Shape of the person's fields: a date that is none, a card's piece in a field."""
        if page.owner.is_valid():
            return True
        for name, told in page.owner.errors.items():
            page.problems.append(Problem(str(told[0]), page.owner.add_prefix(name)))
        return False

    def _cash(self, page: EnterPage) -> int | None:
        """What was handed over, where the cash is taken at once."""
        if not page.data.get("collect"):
            return None
        amount = AmountField()
        try:
            value: int | None = amount.clean(page.data.get("given_vnd", ""))
        except ValidationError as fault:
            page.problems.append(Problem(" ".join(fault.messages), "given_vnd"))
            return None
        return value

    def _collect(self, made: CertificationRef, page: EnterPage, given_vnd: int | None) -> None:
        """The entry stands whatever becomes of the money; why it was not taken is told."""
        key = self._request_key(page)
        fee = FeeInput(dossier_code=made.dossier_code, given_vnd=given_vnd)
        try:
            collect_fee(
                actor=self.actor,
                at=self.at,
                given=fee,
                request=RequestKey(key=f"{key.key}:fee", digest=key.digest),
            )
        except NotPermitted:
            raise
        except Refusal as refusal:
            told = " ".join(sentence_of_money(one) for one in refusal.reasons)
            messages.warning(
                self.request, _("Đã vào sổ, chưa thu được tiền. %(why)s") % {"why": told}
            )

    def _next(self, made: CertificationRef, page: EnterPage) -> HttpResponse:
        kept = {name: page.data.get(name, "") for name in ("matter", "signer", "collect")}
        asked = urlencode({"done": made.dossier_code, **{k: v for k, v in kept.items() if v}})
        return redirect(f"{reverse('workspace:certification')}?{asked}")

    def _request_key(self, page: EnterPage) -> RequestKey:
        """The page's own key: a double click or a resent form enters once."""
        content = {name: values for name, values in page.data.lists() if name not in NOT_CONTENT}
        key = f"certify:{self.actor.user_id}:{page.data.get('request_key', '')[:60]}"
        return RequestKey(key=key, digest=content_digest(content))

    def _done(self, code: str) -> dict[str, Any] | None:
        """What was entered with this dossier, as far as the officer may see it."""
        entries = entries_of_dossier(self.actor, code[:60]) if code else ()
        if not entries:
            return None
        try:
            detail = dossier_detail(self.actor, code)
        except NotFound:
            return None
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id)
        receipts = receipts_of_dossier(self.actor, detail.id)
        return done_context(entries, owed_vnd=owed(detail).due_vnd, receipts=receipts)

    def _show(
        self, page: EnterPage, *, done: dict[str, Any] | None = None, status: int = 200
    ) -> HttpResponse:
        context = {**enter_context(page), "done": done}
        return self.page("workspace/certification/enter.html", context, status=status)
