"""Every Vietnamese word shown about refunds and settlements."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.settlements.vocabulary import (
    Part,
    RefundReason,
    RefundState,
    RefundWay,
    RemittanceWay,
    SettlementState,
    Span,
)

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

SPANS = {
    Span.DAY: _("Theo ngày"),
    Span.WEEK: _("Theo tuần"),
    Span.MONTH: _("Theo tháng"),
    Span.QUARTER: _("Theo quý"),
}

SETTLEMENT_STATES = {
    SettlementState.DRAFT: _("Đang lập"),
    SettlementState.SENT: _("Đã gửi, chờ xác nhận"),
    SettlementState.DISPUTED: _("Có ý kiến khác"),
    SettlementState.ACCEPTED: _("Đã xác nhận, chờ nộp tiền"),
    SettlementState.PAID: _("Đã nộp tiền"),
}

PARTS = {
    Part.COLLECTED: _("Thu trong kỳ"),
    Part.CANCELLED: _("Biên lai hủy"),
    Part.REFUNDED: _("Hoàn cho người nộp"),
}

REMITTANCE_WAYS = {
    RemittanceWay.TRANSFER: _("Chuyển khoản"),
    RemittanceWay.CASH: _("Nộp tiền mặt từ két"),
}

FACTS = {
    "settlement-terms.set": _("Đặt kỳ quyết toán và phần được để lại"),
    "settlement.drafted": _("Lập bản quyết toán từ %(first_day)s đến %(last_day)s"),
    "settlement.sent": _("Gửi bản quyết toán"),
    "settlement.answered": _("Trả lời ý kiến và gửi lại bản quyết toán: %(sent_note)s"),
    "settlement.accepted": _("Xác nhận bản quyết toán"),
    "settlement.disputed": _("Có ý kiến khác về bản quyết toán: %(answer_note)s"),
    "settlement.paid": _("Nộp tiền theo bản quyết toán"),
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
    "settlement-nothing": _("Không có khoản nào chưa quyết toán với cơ quan này."),
    "settlement-period-not-over": _(
        "Ngày %(last_day)s chưa qua. Kỳ chỉ quyết toán khi đã hết ngày cuối."
    ),
    "settlement-period-faulty": _("Ngày cuối phải từ ngày %(first_day)s trở đi."),
    "settlement-step-not-now": _("Bản quyết toán đã sang bước khác. Xem lại tình trạng."),
    "settlement-note-missing": _("Chưa ghi lý do. Viết một câu để bên kia hiểu."),
    "settlement-text-too-long": _("Nhiều nhất %(length_max)s ký tự. Viết ngắn lại."),
    "settlement-own": _("Người gửi không tự xác nhận. Việc này phải do người khác làm."),
    "settlement-slip-missing": _("Chưa có số chứng từ. Nhập số giao dịch hoặc số giấy nộp tiền."),
    "settlement-paid-on-faulty": _(
        "Ngày nộp phải từ %(first_day)s đến %(last_day)s: sau khi xác nhận, không sau hôm nay."
    ),
    "settlement-terms-faulty": _(
        "Phần để lại từ 0 đến 100 phần trăm, có căn cứ, từ một ngày sau lần đặt trước."
    ),
}
