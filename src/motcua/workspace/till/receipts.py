"""Finding receipts, showing and printing one, canceling it with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.kernel.money import dong, dong_words
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.papers.queries import words_for
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.queries.paper import receipt_paper
from motcua.payments.queries.receipts import (
    ReceiptDetail,
    ReceiptFilter,
    receipt_detail,
    receipts_of,
)
from motcua.payments.refusal_words import sentence
from motcua.workspace.staff import StaffView
from motcua.workspace.till.forms import CancelForm
from motcua.workspace.till.showing import receipt_context, receipt_rows

QUERY_LENGTH_MAX = 200
ID_MAX = 2**63 - 1


class FindReceipts(StaffView):
    """By number, payer (accents optional) or code of the dossier, newest first."""

    permission = Permission.TILL_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        text = request.GET.get("q", "").strip()[:QUERY_LENGTH_MAX]
        try:
            page = receipts_of(
                self.actor, ReceiptFilter(text=text), cursor=request.GET.get("cursor", "")
            )
        except NotFound:
            raise
        except Refusal:
            return redirect("workspace:receipts")
        found = [f"{row.book_symbol}/{row.number}" for row in page.rows]
        self.note("receipt.list", detail={"q": text, "found": found})
        context = {
            "q": text,
            "rows": receipt_rows(page.rows),
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
        }
        return self.page("workspace/till/find.html", context)


class ShowReceipt(StaffView):
    """GET: the receipt, ready to be printed. POST `do=cancel`: make it void."""

    permission = Permission.TILL_VIEW

    def get(self, request: HttpRequest, receipt_id: int) -> HttpResponse:
        return self._show(self._find(receipt_id), CancelForm())

    def post(self, request: HttpRequest, receipt_id: int) -> HttpResponse:
        detail = self._find(receipt_id)
        form = CancelForm(request.POST)
        if request.POST.get("do") != "cancel":
            return self._show(detail, form)
        try:
            form.is_valid()
            reason = form.cleaned_data.get("reason") or request.POST.get("reason", "")
            cancel_receipt(actor=self.actor, at=self.at, receipt_id=detail.id, reason=reason)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            form.errors.clear()
            form.add_error("reason", sentence(refusal))
            return self._show(detail, form, status=422)
        words = _("Đã hủy biên lai. Trả lại cho người nộp %(amount)s.")
        messages.success(request, words % {"amount": dong(detail.total_vnd)})
        return redirect("workspace:receipt", receipt_id=detail.id)

    def _find(self, receipt_id: int) -> ReceiptDetail:
        if receipt_id > ID_MAX:
            raise NotFound(kind="receipt")
        return receipt_detail(self.actor, receipt_id)

    def _show(self, detail: ReceiptDetail, form: CancelForm, *, status: int = 200) -> HttpResponse:
        self.note("receipt.read", subject_kind="receipt", subject_id=detail.id)
        context = receipt_context(detail) | {
            "agency": agency_on(detail.agency_id, detail.day),
            "total": dong(detail.total_vnd),
            "in_words": dong_words(detail.total_vnd),
            "form": form,
            "may_collect": bool(may(self.actor, Permission.FEE_COLLECT)),
            "may_refund": detail.is_final
            and detail.cancelled_at is None
            and bool(may(self.actor, Permission.REFUND_REQUEST)),
            "may_see_dossier": bool(may(self.actor, Permission.DOSSIER_VIEW)),
        }
        return self.page("workspace/till/receipt.html", context, status=status)


class PrintReceipt(StaffView):
    """The official receipt as PDF. A void one is not printed anew."""

    permission = Permission.TILL_VIEW

    def get(self, request: HttpRequest, receipt_id: int) -> HttpResponse:
        if receipt_id > ID_MAX:
            raise NotFound(kind="receipt")
        detail = receipt_detail(self.actor, receipt_id)
        if detail.cancelled_at is not None:
            messages.info(request, _("Biên lai đã hủy không in lại được."))
            return redirect("workspace:receipt", receipt_id=receipt_id)
        data = receipt_paper(self.actor, receipt_id)
        words = words_for(PaperKind.FEE_RECEIPT, detail.agency_id, detail.day)
        self.note("receipt.read", subject_kind="receipt", subject_id=receipt_id)
        pdf = render(PaperKind.FEE_RECEIPT, data, words=words)
        response = HttpResponse(pdf, content_type="application/pdf")
        name = f"bien-lai-{detail.book_symbol}-{data.receipt_number}.pdf"
        response["Content-Disposition"] = f'inline; filename="{name}"'
        return response
