"""Vietnamese words for satisfaction."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.surveys.vocabulary import AnswerWay, FollowUpState, Occasion, Sign

OCCASIONS = {
    Occasion.RECEPTION: _("Sau khi tiếp nhận hoặc từ chối"),
    Occasion.SUPPLEMENT: _("Sau khi yêu cầu bổ sung, bổ sung"),
    Occasion.RETURN: _("Sau khi trả kết quả"),
}
WAYS = {
    AnswerWay.LINK: _("Đường dẫn"),
    AnswerWay.PAPER: _("Mã trên giấy"),
    AnswerWay.TABLET: _("Màn hình tại quầy"),
}
SIGNS = {
    Sign.TOO_FAST: _("Trả lời nhanh hơn một người kịp đọc"),
    Sign.BURST: _("Nhiều phiếu liền nhau tại một màn hình"),
    Sign.SAME_RUN: _("Dãy phiếu giống hệt nhau dài khác thường"),
    Sign.UNINVITED: _("Không ai được mời lúc đó"),
    Sign.CLOSED_HOURS: _("Ngoài giờ làm việc"),
    Sign.OFFICE_ADDRESS: _("Gửi từ mạng mà cán bộ vừa dùng"),
}
FOLLOW_UP_STATES = {
    FollowUpState.OPEN: _("Đang theo dõi"),
    FollowUpState.CLOSED: _("Đã xong"),
}

FACTS = {
    "questionnaire.set": _("Đặt bộ câu hỏi đánh giá, áp dụng từ %(valid_from)s"),
    "survey-answers.sealed": _("Niêm phong %(answers)s phiếu đánh giá"),
    "survey-device.enrolled": _("Thêm màn hình đánh giá %(name)s"),
    "survey-device.retired": _("Cho thôi một màn hình đánh giá"),
    "follow-up.given": _("Giao người theo dõi một phiếu không hài lòng"),
    "follow-up.closed": _("Xong việc theo dõi một phiếu không hài lòng"),
}

REFUSALS = {
    "survey-invitation-unknown": _(
        "Không có lời mời nào với mã này. Hãy xem lại từng chữ in trên giấy hoặc trong tin nhắn."
    ),
    "survey-invitation-expired": _(
        "Lời mời đã hết hạn. Nếu còn điều muốn nói, hãy gửi phản ánh, kiến nghị cho cơ quan."
    ),
    "survey-invitation-used": _("Mã này đã dùng một lần rồi. Mỗi lời mời chỉ tính một phiếu."),
    "survey-staff-may-not-rate": _(
        "Cán bộ đang đăng nhập không đánh giá thay người dân được. Hãy để người dân tự làm trên máy của họ hoặc màn hình tại quầy."
    ),
    "survey-nothing-asked": _("Cơ quan không hỏi ý kiến về việc này."),
    "survey-question-unanswered": _("Chưa chọn câu trả lời. Hãy chọn một mức."),
    "survey-reason-missing": _("Bạn chưa hài lòng. Hãy chọn ít nhất một lý do để cơ quan sửa."),
    "survey-comment-too-long": _("Lời viết dài quá %(count_max)s ký tự. Hãy viết ngắn lại."),
    "survey-contact-too-long": _("Chỗ liên lạc dài quá %(count_max)s ký tự. Hãy viết ngắn lại."),
    "survey-form-faulty": _("Bộ câu hỏi có chỗ sai ở %(place)s: %(fault)s. Hãy sửa rồi gửi lại."),
    "survey-device-name-faulty": _(
        "Màn hình cần có tên, nhiều nhất %(length_max)s ký tự. Hãy đặt tên theo quầy."
    ),
    "survey-pairing-unknown": _(
        "Không có màn hình nào chờ mã này. Mã dùng một lần, trong 15 phút. Hãy xin mã mới."
    ),
    "survey-device-unknown": _("Màn hình này chưa được ghép với cơ quan nào."),
    "survey-turn-over": _("Đã hết lượt. Nếu muốn đánh giá, hãy nhờ cán bộ mời lại."),
    "follow-up-closed": _("Việc theo dõi này đã xong. Hãy tải lại trang."),
    "follow-up-outcome-faulty": _(
        "Hãy ghi đã làm gì cho người dân, nhiều nhất %(length_max)s ký tự."
    ),
    "follow-up-owner-unknown": _("Người này không làm việc ở cơ quan. Hãy chọn người khác."),
    "questionnaire-begins-in-the-past": _(
        "Bộ câu hỏi mới áp dụng sớm nhất từ ngày mai, vì hôm nay đã có người được mời. Hãy chọn ngày khác."
    ),
}
