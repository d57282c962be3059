"""The official receipt (biên lai) as data of a paper: three copies, the amount in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from motcua.agencies.queries import agency_on
from motcua.dossiers.papers_filled.words import relief_notes
from motcua.dossiers.queries.fees.history import fee_history, fee_then
from motcua.kernel.actor import Actor
from motcua.papers.data.heads import PaperHead, Signer
from motcua.papers.data.receipts import FeeReceipt, ReceiptLine
from motcua.payments.queries.receipts import ReceiptDetail, receipt_detail
from motcua.payments.rules.book import number_text
from motcua.payments.vocabulary import PaymentMethod
from motcua.payments.wording import METHODS
from motcua.procedures.vocabulary import FeeKind


def receipt_paper(actor: Actor, receipt_id: int) -> FeeReceipt:
    """What `papers.rendering.render(PaperKind.FEE_RECEIPT, …)` prints. Three queries besides the tree.

    Refusals: NotFound, also when the actor may not see it.
    """
    detail = receipt_detail(actor, receipt_id)
    agency = agency_on(detail.agency_id, detail.day)
    reliefs = _reliefs(detail)
    assert agency is not None
    return FeeReceipt(
        head=PaperHead(
            superior_agency=agency.superior_name,
            agency=agency.name,
            place_name=agency.place_name,
            at=detail.collected_at,
            dossier_code=detail.dossier_code,
        ),
        collecting_unit=agency.name,
        unit_address=agency.address,
        symbol=detail.book_symbol,
        receipt_number=number_text(detail.number),
        payer_name=detail.payer_name,
        payer_address=detail.address,
        payer_tax_code=detail.payer_number,
        procedure_name=detail.procedure_name,
        lines=tuple(
            ReceiptLine(
                name=line.name,
                amount_vnd=line.amount_vnd,
                is_charge=line.kind is FeeKind.CHARGE,
                note="" if line.is_additional else reliefs.get(line.kind, ""),
            )
            for line in detail.lines
        ),
        payment_method=_paid_by(detail),
        collector=Signer(name=detail.collected_by, title=detail.collected_by_title),
    )


def _reliefs(detail: ReceiptDetail) -> dict[FeeKind, str]:
    """Why less was asked for than the fee says, as it stood when the money was taken. One query."""
    if detail.dossier_id is None:
        return {}
    history = fee_history([detail.dossier_id])[detail.dossier_id]
    then = fee_then(history, detail.collected_at)
    lines = then.lines if then else ()
    return {
        kind: "; ".join(relief_notes(line for line in lines if line.kind is kind))
        for kind in FeeKind
    }


def _paid_by(detail: ReceiptDetail) -> str:
    """The way of paying; of a card its slip and last four digits."""
    told = str(METHODS[PaymentMethod(detail.method)])
    if detail.card is None:
        return told
    card = _("số chuẩn chi %(number)s, máy %(terminal)s, thẻ ****%(last_four)s")
    shown = {
        "number": detail.slip_number,
        "terminal": detail.card.terminal,
        "last_four": detail.card.last_four,
    }
    return f"{told}, {card % shown}"
