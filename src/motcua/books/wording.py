"""Every Vietnamese word shown about the books."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.books.vocabulary import AccountCode

ACCOUNTS = {
    AccountCode.CASH: _("Tiền mặt trong quỹ"),
    AccountCode.SAFE: _("Tiền mặt đã nộp về két"),
    AccountCode.BANK: _("Tiền ở tài khoản ngân hàng"),
    AccountCode.CARD_CLEARING: _("Thanh toán thẻ chờ về tài khoản"),
    AccountCode.TRANSFER_CLEARING: _("Chuyển khoản chờ đối chiếu sao kê"),
    AccountCode.GATEWAY_CLEARING: _("Cổng thanh toán chờ về tài khoản"),
    AccountCode.TILL_SHORT: _("Thiếu quỹ"),
    AccountCode.OWED_FEE: _("Phí phải nộp cho cơ quan"),
    AccountCode.OWED_CHARGE: _("Lệ phí phải nộp cho cơ quan"),
    AccountCode.REFUNDS_DUE: _("Tiền phải hoàn"),
    AccountCode.UNIDENTIFIED: _("Tiền chưa rõ của ai"),
    AccountCode.FLOAT: _("Tiền lẻ ứng đầu ngày"),
    AccountCode.TILL_OVER: _("Thừa quỹ"),
    AccountCode.KEPT: _("Phí, lệ phí được để lại"),
}

SOURCES = {
    ("receipt", "issued"): _("Thu tiền, cấp biên lai"),
    ("receipt", "cancelled"): _("Hủy biên lai"),
    ("refund", "approved"): _("Duyệt hoàn tiền"),
    ("refund", "paid"): _("Trả tiền hoàn"),
    ("settlement", "paid"): _("Nộp tiền cho cơ quan theo bản quyết toán"),
    ("payment", "received"): _("Tiền về nhiều hơn số nợ"),
    ("statement-line", "read"): _("Tiền về tài khoản theo sao kê"),
    ("statement-line", "assigned"): _("Nhận tiền cho hồ sơ"),
    ("till", "opened"): _("Nhận tiền lẻ đầu ngày"),
    ("till", "closed"): _("Chốt quỹ, nộp tiền về két"),
}
"""What moved the money: the kind of its source and the purpose of the entry."""
