"""Vietnamese words for notices: kinds, carriers, states, why one failed, facts and refusals."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.notices.vocabulary import Carrier, Failure, Language, NoticeKind, NoticeState

KINDS = {
    NoticeKind.REGISTERED: _("Đã nhận, đang kiểm tra"),
    NoticeKind.RECEIVED: _("Đã tiếp nhận, có ngày hẹn"),
    NoticeKind.IN_TRANSIT: _("Đang chuyển cơ quan có thẩm quyền"),
    NoticeKind.NOT_RECEIVED: _("Không được tiếp nhận"),
    NoticeKind.STARTED: _("Bắt đầu giải quyết"),
    NoticeKind.SUPPLEMENT_ASKED: _("Cần bổ sung giấy tờ"),
    NoticeKind.SUPPLEMENTED: _("Đã nhận giấy tờ bổ sung"),
    NoticeKind.OBLIGATION_DUE: _("Chờ nghĩa vụ tài chính"),
    NoticeKind.RESUMED: _("Được giải quyết tiếp"),
    NoticeKind.DATE_MOVED: _("Ngày hẹn đổi theo lịch làm việc"),
    NoticeKind.EXTENDED: _("Xin lỗi và gia hạn"),
    NoticeKind.APOLOGY: _("Xin lỗi và hẹn lại"),
    NoticeKind.WITHDRAWN: _("Đã rút hồ sơ"),
    NoticeKind.STOPPED: _("Dừng giải quyết"),
    NoticeKind.RESULT_READY: _("Đã có kết quả"),
    NoticeKind.RETURNED: _("Đã trả kết quả"),
    NoticeKind.CORRECTED: _("Kết quả được sửa"),
    NoticeKind.REOPENED: _("Hồ sơ được mở lại"),
    NoticeKind.ANSWERED: _("Cơ quan nhắn cho bạn"),
    NoticeKind.PAYMENT_RECEIVED: _("Đã nhận tiền, đã cấp biên lai"),
    NoticeKind.PAYMENT_REST: _("Đã nhận tiền, có phần phải trả lại"),
    NoticeKind.PAYMENT_EXPIRED: _("Lần thanh toán hết hạn, chưa thấy tiền"),
    NoticeKind.FEE_CHANGED: _("Phí, lệ phí được tính lại"),
    NoticeKind.PETITION_TAKEN: _("Phản ánh được tiếp nhận"),
    NoticeKind.PETITION_REFUSED: _("Phản ánh không được tiếp nhận"),
    NoticeKind.PETITION_UNCLEAR: _("Phản ánh cần làm rõ"),
    NoticeKind.PETITION_FORWARDED: _("Phản ánh được chuyển cơ quan khác"),
    NoticeKind.PETITION_ANSWERED: _("Phản ánh đã có trả lời"),
    NoticeKind.PETITION_REOPENED: _("Phản ánh được xem xét lại"),
}
CARRIERS = {
    Carrier.EMAIL: _("Thư điện tử"),
    Carrier.SMS: _("Tin nhắn SMS"),
    Carrier.ZALO: _("Zalo"),
}
LANGUAGES = {Language.VI: _("Tiếng Việt"), Language.EN: _("Tiếng Anh")}
STATES = {
    NoticeState.WAITING: _("Chờ đến giờ gửi"),
    NoticeState.QUEUED: _("Đang gửi"),
    NoticeState.SENT: _("Đã gửi, chưa biết đã đến"),
    NoticeState.DELIVERED: _("Đã đến"),
    NoticeState.FAILED: _("Không gửi được"),
}
FAILURES = {
    Failure.ADDRESS_REFUSED: _("Nơi chuyển không nhận số hoặc hộp thư này"),
    Failure.MESSAGE_REFUSED: _("Nơi chuyển không nhận nội dung này"),
    Failure.NOT_ALLOWED: _("Nơi chuyển không cho cơ quan gửi; xem lại mật khẩu, hợp đồng"),
    Failure.GATEWAY_BUSY: _("Nơi chuyển đang bận"),
    Failure.GATEWAY_FAULT: _("Nơi chuyển báo lỗi"),
    Failure.NOT_REACHED: _("Không nối được với nơi chuyển"),
    Failure.NOT_DELIVERED: _("Đã gửi nhưng không đến người nhận"),
}
SUBJECT_OF_MANY = _("%(count)s tin về hồ sơ của bạn")
SUBJECT_OF_MANY_KINDS = _("%(count)s tin mới từ cơ quan")
"""Where feedback is among them."""

FACTS = {
    "notice-wording.set": _("Ghi lời tin báo, áp dụng từ %(valid_from)s"),
    "delivery.retried": _("Cho gửi lại một tin báo"),
    "address-wish.set": _("Ghi ý muốn nhận tin báo tại một số hoặc hộp thư"),
}

REFUSALS = {
    "notice-text-refused": _("Lời tin báo chưa ghi được. Hãy sửa các ô báo lỗi rồi ghi lại."),
    "notice-text-empty": _("Ô này không được để trống. Hãy nhập lời tin báo."),
    "notice-text-too-long": _(
        "Lời dài %(count)s ký tự, nhiều nhất %(count_max)s. Hãy viết ngắn lại."
    ),
    "notice-letter-not-sendable": _("Ký tự %(letter)s không hiện được trên điện thoại. Hãy bỏ đi."),
    "notice-placeholder-not-allowed": _(
        "Tin báo không được nêu {%(placeholder)s}. Chỉ dùng: %(known)s."
    ),
    "notice-dossier-code-missing": _(
        "Thiếu {dossier_code}: người nhận không biết là hồ sơ nào. Hãy thêm vào."
    ),
    "notice-wording-begins-in-the-past": _(
        "Ngày áp dụng phải từ %(earliest)s trở đi. Hãy chọn ngày khác."
    ),
    "delivery-not-failed": _(
        "Tin này không ở trạng thái Không gửi được, nên không gửi lại. Hãy tải lại trang."
    ),
    "address-forgotten": _(
        "Số hoặc hộp thư của tin này đã được xóa theo thời hạn lưu, nên không gửi lại được."
    ),
    "quiet-hours-half-said": _(
        "Giờ không làm phiền cần đủ lúc bắt đầu và lúc hết. Hãy nhập cả hai hoặc để trống."
    ),
    "address-not-known-form": _(
        "Đây không phải số di động Việt Nam hay hộp thư điện tử. Hãy kiểm tra lại."
    ),
}
