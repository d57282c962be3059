"""The receipt of return as PDF: of one dossier, or of all that one person was just given."""

from __future__ import annotations

from io import BytesIO

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from pypdf import PdfWriter

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.return_receipt import return_receipt
from motcua.dossiers.queries.returns import TOGETHER_MAX, chosen_for_return
from motcua.kernel.clock import local_day
from motcua.kernel.money import dong
from motcua.kernel.verdict import NotFound
from motcua.papers.data.handing import ReturnReceipt
from motcua.papers.queries import words_for
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from motcua.payments.queries.debts import debts_of
from motcua.payments.vocabulary import Owed
from motcua.workspace.staff import StaffView

KIND = PaperKind.RETURN_RECEIPT


class PrintReturnReceipts(StaffView):
    """`?code=…&code=…`: each hand-over on papers of its own, in one file."""

    permission = Permission.DOSSIER_RETURN_RESULT

    def get(self, request: HttpRequest) -> HttpResponse:
        codes = [code for code in request.GET.getlist("code") if code][:TOGETHER_MAX]
        found = [one for one in chosen_for_return(self.actor, codes) if one.hand_over]
        if not found:
            raise NotFound(kind="hand-over")
        debts = debts_of({one.id: one.fees for one in found})
        papers = [
            return_receipt(
                self.actor,
                one.code,
                address=settings.PUBLIC_ADDRESS,
                fee_words=_fee_words(debts[one.id]),
            )
            for one in found
        ]
        self.note("return-receipt.printed", detail={"codes": [one.code for one in found]})
        pdf = _together([self._pdf(paper) for paper in papers])
        response = HttpResponse(pdf, content_type="application/pdf")
        name = f"bien-nhan-{found[0].code}.pdf"
        response["Content-Disposition"] = f'inline; filename="{name}"'
        return response

    def _pdf(self, paper: ReturnReceipt) -> bytes:
        day = local_day(paper.head.at)
        agency_id = self.actor.agency_id
        words = words_for(KIND, agency_id, day) if agency_id is not None else {}
        return render(KIND, paper, words=words)


def _fee_words(owed: Owed) -> str:
    """What the receipt says of the money; official Vietnamese, so no translation."""
    if owed.is_free:
        return ""
    if owed.remaining_vnd:
        return f"Còn phải nộp {dong(owed.remaining_vnd)}"
    return f"Đã nộp đủ {dong(owed.paid_vnd)}"


def _together(files: list[bytes]) -> bytes:
    """One file of all; a single paper stays as it was printed."""
    if len(files) == 1:
        return files[0]
    writer = PdfWriter()
    for file in files:
        writer.append(BytesIO(file))
    writer.add_metadata({"/Title": _("Giấy biên nhận trả kết quả")})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
