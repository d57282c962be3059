"""Every Vietnamese word shown about feedback."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from motcua.feedback.vocabulary import (
    Act,
    Channel,
    Checker,
    Duty,
    Kind,
    Publication,
    RefusalReason,
    Satisfaction,
    State,
)

KINDS = {
    Kind.CONDUCT: _("Phản ánh về hành vi"),
    Kind.REGULATION: _("Kiến nghị về quy định"),
    Kind.QUESTION: _("Câu hỏi"),
}

KIND_HINTS = {
    Kind.CONDUCT: _("Chậm trễ, gây phiền hà, làm không đúng quy định của cán bộ, cơ quan."),
    Kind.REGULATION: _("Thủ tục, giấy tờ, điều kiện không hợp lý, không hợp pháp, khó thực hiện."),
    Kind.QUESTION: _("Hỏi cách làm, giấy tờ, thời hạn của một thủ tục."),
}

CHANNELS = {
    Channel.PORTAL: _("Trang công dân"),
    Channel.COUNTER: _("Trực tiếp tại quầy"),
    Channel.LETTER: _("Thư, văn bản"),
    Channel.PHONE_NOTE: _("Điện thoại"),
    Channel.EMAIL: _("Thư điện tử"),
}

STATES = {
    State.SENT: _("Mới gửi đến"),
    State.REGISTERED: _("Đã tiếp nhận"),
    State.CLARIFYING: _("Chờ người gửi làm rõ"),
    State.HANDLING: _("Đang xử lý"),
    State.PROPOSED: _("Chờ lãnh đạo duyệt trả lời"),
    State.OFFERED: _("Chờ cơ quan khác nhận"),
    State.ANSWERED: _("Đã trả lời"),
    State.CLOSED: _("Đã kết thúc"),
    State.REFUSED: _("Không tiếp nhận"),
    State.FORWARDED: _("Đã chuyển cơ quan có thẩm quyền"),
}

ACTS = {
    Act.SEND: _("Gửi đến"),
    Act.REGISTER: pgettext_lazy("phản ánh", "Tiếp nhận"),
    Act.REFUSE: pgettext_lazy("phản ánh", "Không tiếp nhận"),
    Act.ASK_CLARITY: _("Yêu cầu làm rõ"),
    Act.CLARIFY: _("Ghi nội dung làm rõ"),
    Act.ROUTE: _("Giao xử lý"),
    Act.OFFER: _("Chuyển cơ quan khác"),
    Act.ACCEPT_OFFER: _("Nhận về xử lý"),
    Act.REFUSE_OFFER: _("Không nhận"),
    Act.TAKE_BACK_OFFER: _("Rút lại việc chuyển"),
    Act.FORWARD_OUTSIDE: _("Chuyển bằng văn bản"),
    Act.PROPOSE: _("Trình dự thảo trả lời"),
    Act.SEND_BACK: _("Trả lại dự thảo"),
    Act.ANSWER: _("Duyệt và trả lời"),
    Act.PUBLISH: _("Công khai"),
    Act.WITHHOLD: _("Không công khai"),
    Act.WITHDRAW: _("Gỡ nội dung công khai"),
    Act.RATE: _("Đánh giá câu trả lời"),
    Act.CLOSE: _("Kết thúc"),
    Act.REOPEN: _("Xem xét lại"),
}

DONE = {
    Act.SEND: _("Gửi đến, đã vào sổ"),
    Act.REGISTER: _("Đã tiếp nhận"),
    Act.REFUSE: _("Không tiếp nhận"),
    Act.ASK_CLARITY: _("Đã yêu cầu làm rõ"),
    Act.CLARIFY: _("Người gửi đã làm rõ"),
    Act.ROUTE: _("Đã giao xử lý"),
    Act.OFFER: _("Đã đề nghị cơ quan khác nhận"),
    Act.ACCEPT_OFFER: _("Cơ quan khác đã nhận"),
    Act.REFUSE_OFFER: _("Cơ quan khác không nhận"),
    Act.TAKE_BACK_OFFER: _("Đã rút lại việc chuyển"),
    Act.FORWARD_OUTSIDE: _("Đã chuyển bằng văn bản"),
    Act.PROPOSE: _("Đã trình dự thảo trả lời"),
    Act.SEND_BACK: _("Lãnh đạo trả lại dự thảo"),
    Act.ANSWER: _("Đã trả lời"),
    Act.PUBLISH: _("Đã công khai"),
    Act.WITHHOLD: _("Quyết định không công khai"),
    Act.WITHDRAW: _("Đã gỡ nội dung công khai"),
    Act.RATE: _("Người gửi đã đánh giá"),
    Act.CLOSE: _("Đã kết thúc"),
    Act.REOPEN: _("Được xem xét lại"),
}
"""What has happened, in the story of one."""

_SENDER_READS = _("Người gửi đọc được.")
_STAFF_READS = _("Chỉ cán bộ đọc; người gửi không đọc.")
_BOTH_OFFICES_READ = _("Cán bộ cơ quan này và cơ quan kia đọc; người gửi không đọc.")
WHO_READS = {
    Act.REFUSE: _SENDER_READS,
    Act.ASK_CLARITY: _SENDER_READS,
    Act.CLARIFY: _SENDER_READS,
    Act.FORWARD_OUTSIDE: _SENDER_READS,
    Act.ANSWER: _SENDER_READS,
    Act.REOPEN: _SENDER_READS,
    Act.ROUTE: _STAFF_READS,
    Act.OFFER: _BOTH_OFFICES_READ,
    Act.REFUSE_OFFER: _BOTH_OFFICES_READ,
    Act.PROPOSE: _("Người gửi chưa đọc. Lãnh đạo duyệt thì thành câu trả lời gửi người gửi."),
    Act.SEND_BACK: _STAFF_READS,
    Act.WITHHOLD: _STAFF_READS,
    Act.WITHDRAW: _STAFF_READS,
}
"""Who reads the words of an act: said at the field. `rules.acting.TOLD_TO_SENDER` decides it."""

DUTIES = {
    Duty.CLASSIFY: _("Hạn phân loại"),
    Duty.CLARITY: _("Hạn yêu cầu làm rõ"),
    Duty.FORWARD: _("Hạn chuyển cơ quan có thẩm quyền"),
    Duty.ANSWER: _("Hạn trả lời"),
    Duty.PUBLISH: _("Hạn công khai"),
}

REASONS = {
    RefusalReason.COMPLAINT: _("Là khiếu nại hoặc tố cáo, giải quyết theo luật khác"),
    RefusalReason.NOT_WHOLE: _("Không nêu rõ người gửi hoặc nội dung"),
    RefusalReason.NOT_ADMINISTRATIVE: _("Không phải về quy định hành chính, thủ tục hành chính"),
    RefusalReason.ANSWERED_BEFORE: _("Đã được trả lời, không có tình tiết mới"),
    RefusalReason.AGAINST_LAW: _("Nội dung trái pháp luật, xúc phạm người khác"),
}

PUBLICATIONS = {
    Publication.NONE: _("Chưa công khai"),
    Publication.PUBLISHED: _("Đang công khai"),
    Publication.WITHHELD: _("Không công khai"),
    Publication.WITHDRAWN: _("Đã gỡ"),
}

SATISFACTIONS = {
    Satisfaction.SATISFIED: _("Hài lòng"),
    Satisfaction.PARTLY: _("Hài lòng một phần"),
    Satisfaction.NOT_SATISFIED: _("Không hài lòng"),
}

CHECKERS = {
    Checker.ANYBODY: _("Ai có quyền công khai"),
    Checker.ANOTHER: _("Người khác người soạn, người duyệt trả lời"),
    Checker.LEADER: _("Chỉ lãnh đạo"),
}

FIGURES = {
    "received": _("Đã nhận"),
    "refused": _("Không tiếp nhận"),
    "forwarded": _("Đã chuyển cơ quan khác"),
    "on_time": _("Trả lời đúng hạn"),
    "late": _("Trả lời quá hạn"),
    "open": _("Đang xử lý, trong hạn"),
    "open_late": _("Đang xử lý, quá hạn"),
    "information": _("Không nêu tên, đã ghi nhận"),
    "published": _("Đang công khai"),
}
"""What is counted, in the order of the sheet (biểu II.05)."""

FACTS = {
    "petition-figures.closed": _("Chốt số liệu phản ánh, kiến nghị từ %(from_day)s đến %(to_day)s"),
    "petition.sent": _("Phản ánh, kiến nghị vào sổ số %(number)s năm %(year)s"),
    "petition.registered": _("Tiếp nhận phản ánh, kiến nghị"),
    "petition.refused": _("Không tiếp nhận phản ánh, kiến nghị"),
    "petition.clarity-asked": _("Yêu cầu làm rõ phản ánh, kiến nghị"),
    "petition.clarified": _("Phản ánh, kiến nghị được làm rõ"),
    "petition.routed": _("Giao xử lý phản ánh, kiến nghị"),
    "petition.offered": _("Đề nghị cơ quan khác nhận phản ánh, kiến nghị"),
    "petition.offer-accepted": _("Cơ quan khác nhận phản ánh, kiến nghị"),
    "petition.offer-refused": _("Cơ quan khác không nhận phản ánh, kiến nghị"),
    "petition.offer-taken-back": _("Rút lại việc chuyển phản ánh, kiến nghị"),
    "petition.forwarded": _("Chuyển phản ánh, kiến nghị bằng văn bản"),
    "petition.answer-proposed": _("Trình dự thảo trả lời phản ánh, kiến nghị"),
    "petition.answer-sent-back": _("Trả lại dự thảo trả lời phản ánh, kiến nghị"),
    "petition.answered": _("Trả lời phản ánh, kiến nghị"),
    "petition.published": _("Công khai phản ánh, kiến nghị"),
    "petition.publication-withheld": _("Không công khai phản ánh, kiến nghị"),
    "petition.publication-withdrawn": _("Gỡ phản ánh, kiến nghị đã công khai"),
    "petition.rated": _("Người gửi đánh giá việc xử lý"),
    "petition.closed": _("Kết thúc phản ánh, kiến nghị"),
    "petition.reopened": _("Xem xét lại phản ánh, kiến nghị"),
    "petition-terms.set": _("Ghi quy định về phản ánh, áp dụng từ %(valid_from)s"),
}

REFUSALS = {
    "petition-no-terms": _("Chưa có quy định về phản ánh, kiến nghị cho ngày %(day)s."),
    "petition-act-not-now": _(
        "Phản ánh, kiến nghị không còn ở bước này. Tải lại trang để xem mới."
    ),
    "petition-faulty": _("Chưa ghi được. Xem từng mục bên dưới."),
    "petition-text-missing": _("Mục này còn trống. Xin ghi rõ."),
    "petition-text-too-long": _("Nhiều nhất %(length_max)s ký tự. Viết ngắn lại."),
    "petition-phone-faulty": _("Số điện thoại có từ 8 đến 15 chữ số, ví dụ 0912345678."),
    "petition-email-faulty": _("Địa chỉ thư điện tử không đúng, ví dụ ten@example.vn."),
    "petition-reach-missing": _("Ghi số điện thoại hoặc thư điện tử để cơ quan liên hệ được."),
    "petition-anonymous-not-taken": _("Loại này phải có tên và địa chỉ người gửi. %(basis)s."),
    "petition-kind-not-taken": _("Cơ quan này không nhận loại này ở đây. Chọn loại khác."),
    "petition-stamp-not-of-letter": _("Chỉ thư gửi qua bưu chính mới có dấu bưu điện. Để trống."),
    "petition-stamp-in-future": _("Ngày dấu bưu điện ở sau hôm nay. Xem lại dấu trên phong bì."),
    "petition-publisher-another": _(
        "Người soạn hoặc duyệt câu trả lời không tự công khai. Nhờ người khác có quyền công khai."
    ),
    "petition-publisher-leader": _("Ở cơ quan này chỉ lãnh đạo được công khai."),
    "petition-terms-faulty": _("Chưa ghi được. Sửa các ô báo lỗi rồi ghi lại."),
    "petition-terms-out-of-range": _("Chọn từ %(least)s đến %(most)s."),
    "petition-terms-basis-missing": _("Ghi căn cứ: văn bản, điều, hoặc quyết định của cơ quan."),
    "petition-terms-basis-too-long": _("Nhiều nhất %(length_max)s ký tự. Viết ngắn lại."),
    "petition-terms-take-nothing": _("Chọn ít nhất một loại để nhận."),
    "petition-terms-out-of-order": _("Phải không dài hơn hạn trả lời."),
    "petition-terms-begin-in-the-past": _(
        "Ngày áp dụng phải từ %(earliest)s trở đi: việc đã nhận giữ quy định của ngày nhận."
    ),
    "petition-figures-not-over": _("Kỳ chưa hết: ngày cuối là %(last)s. Chốt từ ngày hôm sau."),
    "petition-figures-closed-already": _("Kỳ này đã chốt. Bản chốt không sửa được nữa."),
    "petition-complaint-elsewhere": _(
        "Khiếu nại, tố cáo được tiếp nhận theo Luật Khiếu nại, Luật Tố cáo. Xem hướng dẫn bên dưới."
    ),
    "petition-files-too-many": _("Nhiều nhất %(files_max)s tệp. Bỏ bớt tệp."),
    "petition-reason-unknown": _("Chọn một lý do."),
    "petition-nobody-chosen": _(
        "Chọn người có quyền xử lý phản ánh của cơ quan này, hoặc phòng có người như thế."
    ),
    "petition-somebody-concerned": _(
        "Người hoặc phòng bị phản ánh không được xử lý chính việc ấy. Chọn nơi khác."
    ),
    "petition-agency-faulty": _("Chọn một cơ quan khác."),
    "petition-rating-missing": _("Chọn một mức."),
    "petition-still-reveals": _(
        "Nội dung công khai còn: %(found)s. Xóa đi, hoặc xác nhận đây không phải thông tin cá nhân."
    ),
    "petition-overtaken": _(
        "Người khác vừa xử lý việc này. Xem lại rồi gửi lại; chữ đã ghi còn nguyên."
    ),
    "request-key-reused": _("Biểu mẫu này đã gửi với nội dung khác. Hãy gửi lại."),
}
