"""Every Vietnamese word shown about refunds."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.settlements.vocabulary import RefundReason, RefundState, RefundWay

REASONS = {
    RefundReason.REFUSED_DOSSIER: _("Hồ sơ bị từ chối, không giải quyết"),
    RefundReason.PAID_TWICE: _("Nộp hai lần"),
    RefundReason.PAID_TOO_MUCH: _("Nộp thừa"),
    RefundReason.EXEMPTION_PROVEN_LATER: _("Được miễn, giảm nhưng chứng minh sau"),
    RefundReason.FEE_LOWERED: _("Mức thu đã giảm"),
    RefundReason.OTHER: _("Lý do khác"),
}

REFUND_STATES = {
    RefundState.REQUESTED: _("Chờ duyệt"),
    RefundState.APPROVED: _("Đã duyệt, chờ trả tiền"),
    RefundState.DENIED: _("Không duyệt"),
    RefundState.PAID: _("Đã hoàn tiền"),
}

WAYS = {
    RefundWay.CASH: _("Tiền mặt từ quỹ hôm nay"),
    RefundWay.TRANSFER: _("Chuyển khoản (có chứng từ)"),
}

FACTS = {
    "refund.requested": _("Đề nghị hoàn tiền"),
    "refund.approved": _("Duyệt hoàn tiền"),
    "refund.denied": _("Không duyệt hoàn tiền: %(decision_note)s"),
    "refund.paid": _("Hoàn tiền, phiếu chi số %(number)s năm %(year)s"),
}

REFUSALS = {
    "refund-faulty": _("Chưa gửi được đề nghị hoàn tiền. Xin xem từng mục bên dưới."),
    "refund-amount-faulty": _("Chưa có số tiền hoàn. Nhập số đồng nguyên, lớn hơn 0."),
    "refund-more-than-paid": _(
        "Nhiều hơn số còn hoàn được của biên lai này (%(left_vnd)s đồng). Sửa lại số tiền."
    ),
    "refund-reason-missing": _("Lý do khác thì ghi rõ là lý do gì."),
    "refund-text-too-long": _("Nhiều nhất %(length_max)s ký tự. Viết ngắn lại."),
    "refund-cancel-instead": _(
        "Quỹ ngày %(day)s chưa chốt: hủy biên lai rồi trả tiền tại quầy, không cần hoàn."
    ),
    "refund-of-void-receipt": _("Biên lai này đã hủy, tiền đã trả lúc hủy."),
    "refund-decided-already": _("Đề nghị này đã được xử lý rồi. Xem lại trạng thái."),
    "refund-own-request": _("Người đề nghị không tự duyệt. Việc này phải do người khác làm."),
    "refund-denial-unexplained": _("Không duyệt thì ghi lý do để báo lại người nộp."),
    "refund-slip-missing": _("Chưa có số chứng từ. Nhập số giao dịch chuyển khoản."),
    "refund-till-too-empty": _(
        "Quỹ hôm nay chỉ có %(held_vnd)s đồng, không đủ để hoàn. Chuyển khoản, hoặc nhờ quỹ khác."
    ),
}
