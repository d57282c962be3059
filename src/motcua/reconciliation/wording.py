"""Every Vietnamese word shown about reconciliation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.reconciliation.vocabulary import Kind, Likely, State

KINDS = {
    Kind.TILL_COUNT: _("Quỹ đếm khác số phải có"),
    Kind.TILL_OPEN: _("Quỹ ngày trước chưa chốt"),
    Kind.TILL_RECEIPTS: _("Quỹ khác biên lai"),
    Kind.BOOKS: _("Sổ kế toán khác chứng từ"),
    Kind.LINE_WAITING: _("Tiền trên sao kê chưa rõ của ai"),
    Kind.LINE_WITHOUT_RECEIPT: _("Tiền trên sao kê chưa được ghi"),
    Kind.RECEIPT_WITHOUT_MONEY: _("Có biên lai, sao kê không có tiền"),
    Kind.REST: _("Tiền về không ai nợ, chưa hoàn"),
    Kind.PAID_LESS: _("Trả thiếu"),
    Kind.BANK_FEE: _("Sao kê ít hơn tin báo của cổng"),
    Kind.ORDER_STUCK: _("Lần thanh toán quá hạn chưa kết thúc"),
    Kind.MESSAGE_REFUSED: _("Tin của cổng thanh toán bị từ chối"),
    Kind.REFUND_STUCK: _("Hoàn tiền để quá lâu"),
    Kind.STATEMENT_MISSING: _("Chưa đọc sao kê của tài khoản"),
}

LIKELY = {
    Likely.MISCOUNTED: _("Có thể đếm nhầm, trả nhầm tiền thừa"),
    Likely.FORGOTTEN: _("Có thể quên chốt quỹ"),
    Likely.TAMPERED: _("Dữ liệu không khớp: có thể đã bị sửa ngoài chương trình"),
    Likely.SLIP_AT_COUNTER: _("Có thể là khoản đã thu tại quầy bằng chứng từ này"),
    Likely.WRONG_REFERENCE: _("Có thể ghi sai nội dung: có lần thanh toán cùng số tiền chưa trả"),
    Likely.UNKNOWN: _("Chưa rõ"),
    Likely.PAID_TWICE: _("Có thể trả hai lần"),
    Likely.PAID_LATE: _("Có thể trả sau khi hết hạn"),
    Likely.PAID_TOO_MUCH: _("Có thể trả thừa"),
    Likely.PAID_TOO_LITTLE: _("Có thể gõ thiếu số tiền"),
    Likely.FEE_BY_BANK: _("Có thể ngân hàng đã trừ phí"),
    Likely.NEVER_CAME: _("Tiền có thể chưa về, hoặc về với nội dung khác"),
    Likely.NOT_READ: _("Có thể chưa ai đưa sao kê vào"),
    Likely.JOB_STOPPED: _("Có thể việc nền đã dừng"),
    Likely.FORGED: _("Có thể có người giả cổng thanh toán"),
    Likely.GATEWAY_FAULT: _("Có thể cổng thanh toán báo sai"),
    Likely.UNDECIDED: _("Chưa ai duyệt"),
    Likely.UNPAID: _("Đã duyệt nhưng chưa ai trả"),
}

NEXT_STEPS = {
    Kind.TILL_COUNT: _("Hỏi người giữ quỹ, xem lại biên lai của ngày, rồi ghi lý do."),
    Kind.TILL_OPEN: _("Nhắc người giữ quỹ đếm và chốt quỹ ngày ấy."),
    Kind.TILL_RECEIPTS: _("Báo người quản trị hệ thống kiểm tra sổ cái."),
    Kind.BOOKS: _("Báo người quản trị hệ thống kiểm tra sổ cái."),
    Kind.LINE_WAITING: _("Mở trang Sao kê ngân hàng, nhận tiền cho hồ sơ hoặc ghi không phải."),
    Kind.LINE_WITHOUT_RECEIPT: _("Báo người quản trị hệ thống kiểm tra sổ cái."),
    Kind.RECEIPT_WITHOUT_MONEY: _("Hỏi ngân hàng hoặc cổng thanh toán theo số giao dịch."),
    Kind.REST: _("Mở khoản tiền, đề nghị hoàn cho người nộp."),
    Kind.PAID_LESS: _("Báo người nộp trả nốt phần còn thiếu."),
    Kind.BANK_FEE: _("Đối chiếu biểu phí với ngân hàng, rồi ghi lý do."),
    Kind.ORDER_STUCK: _("Báo người quản trị hệ thống xem việc nền."),
    Kind.MESSAGE_REFUSED: _("Xem tin, hỏi cổng thanh toán; nếu giả mạo thì báo an toàn thông tin."),
    Kind.REFUND_STUCK: _("Mở lần hoàn: người ký duyệt, hoặc kế toán trả tiền."),
    Kind.STATEMENT_MISSING: _("Tải sao kê từ ngân hàng rồi đưa vào trang Sao kê ngân hàng."),
}

STATES = {
    State.OPEN: _("Chưa rõ"),
    State.EXPLAINED: _("Đã giải trình"),
    State.GONE: _("Đã hết chênh lệch"),
}

FACTS = {
    "difference.found": _("Tìm thấy chênh lệch"),
    "difference.explained": _("Giải trình chênh lệch: %(reason)s"),
    "difference.gone": _("Hết chênh lệch"),
    "money.compared": _("Đối soát: %(found)s mới, %(gone)s hết, %(standing)s chưa rõ"),
}

REFUSALS = {
    "difference-reason-faulty": _(
        "Chưa giải trình được: viết lý do, nhiều nhất %(length_max)s ký tự."
    ),
    "difference-gone": _("Chênh lệch này đã hết, không cần giải trình nữa."),
}
