"""Vietnamese words of the exchange: messages, why one is stuck and what to do, facts and refusals."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.exchange.vocabulary import Failure, InState, MessageKind, OnPaper, OutState

KINDS = {
    MessageKind.OFFER: _("Chuyển hồ sơ"),
    MessageKind.ACCEPTED: _("Đã nhận hồ sơ"),
    MessageKind.REFUSED: _("Không nhận hồ sơ"),
    MessageKind.TAKEN_BACK: _("Lấy lại hồ sơ"),
    MessageKind.RETURNED: _("Gửi lại kết quả"),
    MessageKind.STATUS: _("Báo tình hình"),
}
OUT_STATES = {
    OutState.WAITING: _("Chờ gửi"),
    OutState.RECEIVED: _("Nơi kia đã nhận"),
}
IN_STATES = {
    InState.WAITING: _("Chờ làm"),
    InState.DONE: _("Đã làm"),
    InState.STUCK: _("Chưa làm được"),
}
FAILURES = {
    Failure.NOT_REACHED: _("Không nối được với nơi kia"),
    Failure.NOT_KNOWN_THERE: _("Nơi kia chưa biết chìa khóa của nơi này"),
    Failure.SIGNATURE_REFUSED: _("Nơi kia không nhận chữ ký của nơi này"),
    Failure.CLOCKS_DIFFER: _("Đồng hồ hai nơi lệch nhau quá 10 phút"),
    Failure.ANSWER_NOT_SIGNED: _("Câu trả lời không phải của nơi kia"),
    Failure.NUMBER_TAKEN: _("Nơi kia đã có tin khác mang số này"),
    Failure.FILE_MISSING: _("Thiếu tệp ở nơi này"),
    Failure.FILE_REFUSED: _("Nơi kia không nhận một tệp"),
    Failure.FAULT_THERE: _("Máy chủ nơi kia báo lỗi"),
    Failure.FAULT_HERE: _("Máy chủ nơi này gặp lỗi khi gửi"),
}
WHAT_TO_DO = {
    Failure.NOT_REACHED: _(
        "Kiểm tra đường mạng và địa chỉ của nơi kia. Tin được gửi lại tự động, không mất."
    ),
    Failure.NOT_KNOWN_THERE: _(
        "Gửi thẻ của nơi này cho quản trị nơi kia và nhờ họ thêm vào, hoặc bật lại nếu đang tạm dừng."
    ),
    Failure.SIGNATURE_REFUSED: _(
        "Chìa khóa nơi kia giữ không còn đúng. Gửi lại thẻ của nơi này cho quản trị nơi kia."
    ),
    Failure.CLOCKS_DIFFER: _("Chỉnh lại đồng hồ của máy chủ bị sai (nên dùng NTP)."),
    Failure.ANSWER_NOT_SIGNED: _(
        "Địa chỉ có thể dẫn đến máy khác, hoặc nơi kia đã đổi chìa khóa. Hỏi lại quản trị nơi kia."
    ),
    Failure.NUMBER_TAKEN: _(
        "Nơi này có thể vừa khôi phục từ bản sao lưu. Đối chiếu hồ sơ với nơi kia, rồi bấm Đánh số lại và gửi."
    ),
    Failure.FILE_MISSING: _("Khôi phục tệp từ bản sao lưu; tin sẽ được gửi tiếp."),
    Failure.FILE_REFUSED: _(
        "Xem tệp được nêu tên có mở được không; nếu hỏng, đính kèm bản khác vào hồ sơ."
    ),
    Failure.FAULT_THERE: _("Báo quản trị nơi kia. Tin được gửi lại tự động, không mất."),
    Failure.FAULT_HERE: _("Xem nhật ký của máy chủ, hoặc báo người vận hành."),
}

ON_PAPER = {
    OnPaper.ACCEPTED: _("Đã nhận đủ hồ sơ"),
    OnPaper.REFUSED: _("Không nhận"),
    OnPaper.RETURNED: _("Gửi lại hồ sơ kèm kết quả hoặc ý kiến"),
}

FACTS = {
    "partner.added": _("Thêm nơi liên thông %(name)s"),
    "partner.changed": _("Sửa nơi liên thông %(name)s"),
    "partner.agency-hosted": _("Ghi một cơ quan làm việc ở nơi liên thông"),
    "partner.agency-released": _("Bỏ một cơ quan khỏi nơi liên thông"),
    "partner.messages-resent": _("Cho gửi ngay %(count)s tin đang chờ"),
    "partner.messages-renumbered": _("Đánh số lại %(count)s tin đang chờ"),
    "partner.messages-tried-again": _("Cho làm lại %(count)s tin chưa làm được"),
}

REFUSALS = {
    "partner-refused": _("Chưa ghi được nơi liên thông. Hãy sửa các ô báo lỗi rồi ghi lại."),
    "partner-name-faulty": _("Tên dài từ 1 đến %(count_max)s ký tự. Hãy nhập lại."),
    "partner-address-faulty": _(
        "Địa chỉ phải bắt đầu bằng https:// và chỉ gồm tên máy chủ, ví dụ https://motcua.xa.gov.vn."
    ),
    "partner-key-faulty": _("Chìa khóa gồm 64 chữ số và chữ a–f. Hãy chép lại từ thẻ của nơi kia."),
    "partner-is-ourselves": _("Đây là chìa khóa của chính nơi này. Hãy dùng thẻ của nơi kia."),
    "partner-known": _("Nơi liên thông có chìa khóa này đã có trong danh sách."),
    "partner-card-unreadable": _("Không đọc được thẻ. Hãy chép nguyên cả thẻ mà nơi kia gửi."),
    "agency-hosted-already": _(
        "Cơ quan này đã ghi là làm việc ở một nơi liên thông. Hãy bỏ ở nơi ấy trước."
    ),
    "no-paper-awaited": _(
        "Hồ sơ này không chờ trả lời bằng văn bản của nơi nào mà cơ quan đã giao. Hãy tải lại trang hồ sơ."
    ),
    "paper-answer-refused": _("Chưa ghi được. Hãy sửa các ô báo lỗi rồi ghi lại."),
    "paper-by-missing": _("Nhập họ tên người ký nhận, nhiều nhất %(count_max)s ký tự."),
    "paper-number-missing": _("Nhập số của văn bản, nhiều nhất %(count_max)s ký tự."),
    "paper-day-ahead": _("Ngày trên văn bản chưa đến. Hãy xem lại ngày."),
    "paper-words-missing": _(
        "Ghi lý do không nhận, hoặc kết quả nơi ấy gửi lại, nhiều nhất %(count_max)s ký tự."
    ),
    "nothing-waits": _("Không còn tin nào đang chờ. Hãy tải lại trang."),
    "numbers-not-taken": _("Các tin đang chờ không trùng số, không cần đánh số lại."),
    "dossier-elsewhere": _(
        "Hồ sơ này do %(partner)s giải quyết trên hệ thống của họ. Việc này làm ở nơi ấy; tình hình tự báo về đây."
    ),
    "returned-elsewhere": _("Hồ sơ này nhận ở %(partner)s: kết quả được trả tại nơi ấy."),
    "carried-procedure-unknown": _(
        "Danh mục ở đây chưa có thủ tục %(procedure)s. Hãy nạp thủ tục rồi bấm Làm lại tin chưa làm được."
    ),
    "carried-file-missing": _("Tệp %(name)s chưa đến. Tin sẽ được làm khi tệp đến đủ."),
    "carried-code-taken": _("Ở đây đã có hồ sơ khác mang mã %(code)s."),
    "agency-not-of-partner": _(
        "Cơ quan %(agency)s chưa được ghi là làm việc ở nơi liên thông này. Hãy thêm cơ quan rồi bấm Làm lại tin chưa làm được."
    ),
    "agency-not-here": _(
        "Ở đây không có cơ quan mang mã %(agency)s. Hãy nạp cơ quan rồi bấm Làm lại tin chưa làm được."
    ),
    "dossier-not-shared": _("Nơi kia báo về hồ sơ %(code)s mà trước đó chưa chuyển đến đây."),
    "message-not-for-here": _(
        "Tin không đọc được ở đây (%(act)s). Hai nơi có thể dùng hai phiên bản phần mềm khác nhau."
    ),
    "message-unreadable": _("Nội dung gửi đến không đúng dạng của trao đổi liên thông."),
    "number-taken": _("Đã có tin khác mang số %(seq)s."),
    "partner-not-known": _("Nơi gửi không có trong danh sách nơi liên thông."),
    "signature-refused": _("Chữ ký không đúng của nơi gửi, hoặc tin không gửi cho nơi này."),
    "clocks-differ": _("Giờ của tin lệch quá 10 phút so với giờ ở đây. Hãy chỉnh đồng hồ."),
}
