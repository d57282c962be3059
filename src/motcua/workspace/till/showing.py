"""Money as pages show it: words, amounts and addresses ready, so that templates only lay out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.kernel.clock import local
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import dong, figures
from motcua.payments.queries.receipts import ReceiptDetail, ReceiptRow
from motcua.payments.queries.tills import ProcedureTakings, Takings, TillDetail, TillRow
from motcua.payments.rules.book import number_text
from motcua.payments.vocabulary import Owed, PaymentMethod, ReceiptLineIn, ReceiptState
from motcua.payments.wording import KINDS, METHODS, STATES
from motcua.procedures.vocabulary import FeeKind
from motcua.workspace.showing import Shown

STATE_TONES = {ReceiptState.ISSUED: "success", ReceiptState.CANCELLED: "danger"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReceipt:
    """One receipt in a list."""

    url: str
    number: str
    symbol: str
    payer_name: str
    dossier_code: str
    dossier_url: str
    moment: str
    collected_by: str
    method: str
    amount: str
    state: Shown
    is_void: bool


def signed(amount: int) -> str:
    """`−1.000 đồng`, `0 đồng`, `+2.000 đồng`: a difference."""
    if amount < 0:
        return f"−{dong(-amount)}"
    return f"+{dong(amount)}" if amount else dong(0)


def state_shown(state: str) -> Shown:
    known = ReceiptState(state)
    return Shown(str(STATES[known]), STATE_TONES[known])


def receipt_rows(rows: Iterable[ReceiptRow]) -> list[ShownReceipt]:
    return [
        ShownReceipt(
            url=reverse("workspace:receipt", args=[row.id]),
            number=number_text(row.number),
            symbol=row.book_symbol,
            payer_name=row.payer_name,
            dossier_code=row.dossier_code,
            dossier_url=(
                reverse("workspace:dossier", args=[row.dossier_code]) if row.dossier_code else ""
            ),
            moment=short_moment(row.collected_at),
            collected_by=row.collected_by,
            method=str(METHODS[PaymentMethod(row.method)]),
            amount=figures(row.total_vnd),
            state=state_shown(row.state),
            is_void=row.state == ReceiptState.CANCELLED,
        )
        for row in rows
    ]


def line_rows(lines: Iterable[ReceiptLineIn]) -> list[dict[str, Any]]:
    return [
        {
            "kind": str(KINDS[line.kind]),
            "name": line.name,
            "note": _("Thu thêm") if line.is_additional else "",
            "amount": figures(line.amount_vnd),
        }
        for line in lines
    ]


def receipt_context(detail: ReceiptDetail) -> dict[str, Any]:
    change = detail.change_vnd
    return {
        "receipt": detail,
        "number": number_text(detail.number),
        "state": state_shown(detail.state),
        "method": str(METHODS[PaymentMethod(detail.method)]),
        "lines": line_rows(detail.lines),
        "card": _card_words(detail),
        "moment": short_moment(detail.collected_at),
        "change": dong(change) if change else "",
        "given": dong(detail.given_vnd) if detail.given_vnd else "",
        "cancelled": short_moment(detail.cancelled_at) if detail.cancelled_at else "",
    }


def _card_words(detail: ReceiptDetail) -> str:
    if detail.card is None:
        return ""
    told = _("máy %(terminal)s, thẻ ****%(last_four)s, lúc %(moment)s")
    return told % {
        "terminal": detail.card.terminal,
        "last_four": detail.card.last_four,
        "moment": short_moment(detail.card.paid_at),
    }


def owed_lines(owed: Owed) -> list[dict[str, str]]:
    """What is owed and paid, as `ui.money_total` draws it."""
    told = []
    for kind in FeeKind:
        one = owed.of(kind)
        if one.owed_vnd:
            told.append({"label": str(KINDS[kind]), "amount": dong(one.owed_vnd), "note": ""})
        if one.paid_vnd:
            label = _("Đã nộp: %(kind)s") % {"kind": KINDS[kind]}
            told.append({"label": label, "amount": signed(-one.paid_vnd), "note": ""})
    return told


def takings_figures(takings: Takings) -> list[dict[str, str]]:
    told = [
        {"value": figures(takings.total_vnd), "label": _("đồng đã thu")},
        {"value": figures(takings.fee_vnd), "label": _("đồng phí")},
        {"value": figures(takings.charge_vnd), "label": _("đồng lệ phí")},
        {"value": figures(takings.issued), "label": _("biên lai")},
    ]
    if takings.cancelled:
        told.append({"value": figures(takings.cancelled), "label": _("biên lai hủy")})
    return told


def till_rows(rows: Iterable[TillRow]) -> list[dict[str, Any]]:
    return [
        {
            "url": reverse("workspace:till-sheet", args=[row.id]),
            "day": short_day(row.day),
            "officer": row.officer,
            "issued": figures(row.takings.issued),
            "cash": figures(row.takings.cash_vnd),
            "slips": figures(row.takings.slips_vnd),
            "fee": figures(row.takings.fee_vnd),
            "charge": figures(row.takings.charge_vnd),
            "total": figures(row.takings.total_vnd),
            "state": till_state(row),
            "difference": signed(row.difference_vnd) if row.difference_vnd else "",
        }
        for row in rows
    ]


def till_state(row: TillRow) -> Shown:
    if row.closed_at is None:
        return Shown(_("Chưa chốt"), "warning")
    if row.difference_vnd:
        return Shown(_("Đã chốt, có chênh lệch"), "danger")
    return Shown(_("Đã chốt"), "success")


def procedure_rows(rows: Iterable[ProcedureTakings]) -> list[dict[str, str]]:
    return [
        {
            "name": row.name or _("Khoản thu không theo hồ sơ"),
            "code": row.code or "–",
            "receipts": figures(row.receipts),
            "fee": figures(row.fee_vnd),
            "charge": figures(row.charge_vnd),
            "total": figures(row.fee_vnd + row.charge_vnd),
        }
        for row in rows
    ]


def sheet_context(detail: TillDetail) -> dict[str, Any]:
    row = detail.row
    return {
        "till": row,
        "title": detail.title,
        "state": till_state(row),
        "figures": takings_figures(row.takings),
        "sums": _sums(row),
        "notes": [
            {"value": figures(value), "count": count, "sum": figures(value * count)}
            for value, count in detail.notes
        ],
        "receipts": receipt_rows(detail.receipts),
        "more_receipts": detail.more_receipts,
        "procedures": procedure_rows(detail.by_procedure),
        "may_close": detail.may_close,
    }


def _sums(row: TillRow) -> list[dict[str, str]]:
    """How the cash that should lie there comes about, and what was counted."""
    told = [
        (_("Tiền lẻ đầu ngày"), dong(row.opening_vnd)),
        (_("Thu tiền mặt"), dong(row.takings.cash_vnd)),
        *([(_("Hoàn tiền mặt"), signed(-row.refunded_vnd))] if row.refunded_vnd else ()),
        (_("Tiền mặt phải có"), dong(row.expected_vnd)),
        (_("Chứng từ chuyển khoản"), dong(row.takings.transfers_vnd)),
        (
            _("Biên nhận thẻ (%(count)s)") % {"count": figures(row.takings.cards)},
            dong(row.takings.cards_vnd),
        ),
    ]
    if row.counted_vnd is not None:
        told.append((_("Tiền mặt đếm được"), dong(row.counted_vnd)))
        told.append((_("Chênh lệch"), signed(row.difference_vnd or 0)))
    if row.closed_at is not None:
        told.append((_("Chốt lúc"), short_moment(local(row.closed_at))))
    if row.note:
        told.append((_("Ghi chú"), row.note))
    return [{"label": label, "value": value} for label, value in told]
