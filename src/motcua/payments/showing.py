"""An order as people see it: amounts, the code for any bank's app, each part in words beside it."""

from __future__ import annotations

from typing import Any

import segno
from django.utils.translation import gettext as _

from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.payments.queries.paying.orders import OrderShown, came_for
from motcua.payments.rules.paying.life import PAID_STATES
from motcua.payments.rules.paying.number import spaced
from motcua.payments.vocabulary import Owed
from motcua.payments.wording import KINDS, ORDER_STATES
from motcua.procedures.vocabulary import FeeKind
from motcua.procedures.wording import ASKED_AT

QR_SCALE = 5
QR_PICTURE_SCALE = 12


def qr_svg(payload: str) -> str:
    """The code as SVG to stand in the page: no script, no request of its own, sharp in print."""
    label = _("Mã QR chuyển khoản")
    return str(
        segno.make_qr(payload, error="m").svg_inline(
            scale=QR_SCALE, border=4, dark="#000", light="#fff", title=label
        )
    )


def qr_picture(payload: str) -> str:
    """The same code as a picture in the address itself: kept on the very phone that is to pay, where nothing
    can scan the screen."""
    return str(segno.make_qr(payload, error="m").png_data_uri(scale=QR_PICTURE_SCALE, border=4))


def order_context(order: OrderShown | None, owed: Owed, to_give_back_vnd: int) -> dict[str, Any]:
    """What the pages of citizens and of the desk show of the last attempt, and of all that goes back to
    whoever paid. One query."""
    told: dict[str, Any] = {
        "remaining": dong(owed.due_vnd),
        "later": later_told(owed),
        "sums": _sums(owed),
        "order": None,
        "given_back": dong(to_give_back_vnd) if to_give_back_vnd else "",
    }
    if order is None:
        return told
    came = came_for(order_id=order.id)
    return told | {
        "order": order,
        "qr": qr_svg(order.payload),
        "qr_picture": qr_picture(order.payload),
        "amount": dong(order.amount_vnd),
        "state": ORDER_STATES[order.state],
        "is_paid": order.state in PAID_STATES,
        "until": short_moment(order.expires_at),
        "parts_told": _parts(order),
        "came": dong(sum(one.amount_vnd for one in came)),
    }


def later_told(owed: Owed) -> list[dict[str, str]]:
    """What is asked for later, and when."""
    return [
        {"label": str(ASKED_AT[moment]), "value": dong(amount)} for moment, amount in owed.later
    ]


def _sums(owed: Owed) -> list[dict[str, str]]:
    told = []
    for kind in FeeKind:
        one = owed.of(kind)
        if one.owed_vnd:
            told.append({"label": str(KINDS[kind]), "value": dong(one.owed_vnd)})
    if owed.paid_vnd:
        told.append({"label": _("Đã nộp"), "value": dong(owed.paid_vnd)})
    return told


def _parts(order: OrderShown) -> list[dict[str, Any]]:
    """What is typed by whoever scans nothing. `copied` is what goes into the bank's app as it is; `copies`:
    it is to be exact to the letter, so there is a button for it."""
    return [
        {"label": _("Ngân hàng"), "value": order.bank_name, "copied": order.bank_name},
        {
            "label": _("Số tài khoản"),
            "value": order.account,
            "copied": order.account,
            "copies": True,
        },
        {"label": _("Tên tài khoản"), "value": order.holder, "copied": order.holder},
        {
            "label": _("Số tiền"),
            "value": dong(order.amount_vnd),
            "copied": str(order.amount_vnd),
            "copies": True,
        },
        {
            "label": _("Nội dung"),
            "value": order.purpose,
            "copied": order.purpose,
            "copies": True,
            "note": _("Đọc là %(spaced)s. Không thêm chữ nào khác.")
            % {"spaced": spaced(order.number)},
        },
    ]
