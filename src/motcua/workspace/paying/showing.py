"""Orders, messages and money that came, as pages show them: words, amounts and addresses ready."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong, figures
from motcua.payments.queries.paying.listing import MessageRow, OrderRow
from motcua.payments.queries.paying.orders import CameRow, OrderShown
from motcua.payments.rules.paying.number import spaced
from motcua.payments.vocabulary import TAKEN, MessageVerdict, OrderState, PaymentCause
from motcua.payments.vocabulary import PaymentMethod as Method
from motcua.payments.wording import CAUSES, KINDS, METHODS, ORDER_STATES, VERDICT_REASONS, VERDICTS
from motcua.workspace.showing import Shown

ORDER_TONES = {
    OrderState.OPEN: "info",
    OrderState.PAID: "success",
    OrderState.PAID_LATE: "warning",
    OrderState.PAID_WRONG_AMOUNT: "warning",
    OrderState.EXPIRED: "neutral",
    OrderState.WITHDRAWN: "neutral",
}
ALARMING = frozenset(
    {MessageVerdict.FORGED, MessageVerdict.CONTRADICTED, MessageVerdict.WRONG_CURRENCY}
)
QUIET = frozenset({MessageVerdict.REPEATED, MessageVerdict.NOT_PAID})


def order_state(state: str) -> Shown:
    known = OrderState(state)
    return Shown(str(ORDER_STATES[known]), ORDER_TONES[known])


def verdict_shown(verdict: str) -> Shown:
    known = MessageVerdict(verdict)
    if known in TAKEN:
        tone = "success" if known is MessageVerdict.ACCEPTED else "warning"
    elif known in QUIET:
        tone = "neutral"
    else:
        tone = "danger" if known in ALARMING else "warning"
    return Shown(str(VERDICTS[known]), tone)


def order_rows(rows: Iterable[OrderRow], names: dict[int, str]) -> list[dict[str, Any]]:
    """`names`: of the agencies, where the reader sees several."""
    return [
        {
            "url": reverse("workspace:payment-order", args=[row.number]),
            "number": row.number,
            "agency": names.get(row.agency_id, "") if len(names) > 1 else "",
            "dossier_code": row.dossier_code,
            "amount": figures(row.amount_vnd),
            "opened": short_moment(row.opened_at),
            "ended": short_moment(row.ended_at) if row.ended_at else "",
            "until": short_moment(row.expires_at),
            "state": order_state(row.state),
        }
        for row in rows
    ]


def message_rows(rows: Iterable[MessageRow]) -> list[dict[str, Any]]:
    return [
        {
            "moment": short_moment(row.received_at),
            "gateway": row.gateway,
            "how": _("cơ quan hỏi, cổng trả lời") if row.was_asked else _("cổng tự báo"),
            "transaction": row.transaction or "–",
            "amount": figures(row.amount_vnd) if row.amount_vnd is not None else "–",
            "order": row.order_number or "–",
            "order_url": (
                reverse("workspace:payment-order", args=[row.order_number])
                if row.order_number
                else ""
            ),
            "dossier_code": row.dossier_code,
            "verdict": verdict_shown(row.verdict),
            "why": str(VERDICT_REASONS[MessageVerdict(row.verdict)]),
        }
        for row in rows
    ]


def order_summary(order: OrderShown) -> list[dict[str, str]]:
    """What was asked for, by which account."""
    told = [
        {"label": _("Số thanh toán"), "value": spaced(order.number)},
        {"label": _("Số tiền"), "value": dong(order.amount_vnd)},
        *(
            {"label": str(KINDS[line.kind]), "value": dong(line.amount_vnd), "note": line.name}
            for line in order.lines
        ),
        {
            "label": _("Tài khoản nhận"),
            "value": f"{order.account}, {order.bank_name}",
            "note": order.holder,
        },
        {"label": _("Tạo lúc"), "value": short_moment(order.opened_at)},
        {"label": _("Dùng được đến"), "value": short_moment(order.expires_at)},
    ]
    if order.gateway:
        told.insert(-2, {"label": _("Cổng thanh toán"), "value": order.gateway})
    if order.ended_at:
        told.append({"label": _("Kết thúc lúc"), "value": short_moment(order.ended_at)})
    return told


def came_rows(rows: Iterable[CameRow]) -> list[dict[str, Any]]:
    return [
        {
            "moment": short_moment(row.came_at),
            "reference": row.reference,
            "method": str(METHODS[Method(row.method)]),
            "amount": figures(row.amount_vnd),
            "rest": figures(row.rest_vnd),
            "cause": str(CAUSES[PaymentCause(row.cause)]),
            "seen": "; ".join(_seen_by(row)),
            "receipt_url": (
                reverse("workspace:receipt", args=[row.receipt_id]) if row.receipt_id else ""
            ),
        }
        for row in rows
    ]


def _seen_by(row: CameRow) -> Iterable[str]:
    if row.by_message:
        yield _("tin có chữ ký của cổng")
    if row.on_statement:
        yield _("sao kê của ngân hàng")
    if row.told_by:
        yield _("%(name)s xác nhận: %(reason)s") % {"name": row.told_by, "reason": row.reason}
