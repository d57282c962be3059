"""Every Vietnamese word shown about the work."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.workflow.vocabulary import OpinionKind, TaskKind, TaskState

KINDS = {
    TaskKind.STEP: _("Bước của quy trình"),
    TaskKind.REVIEW: _("Người thứ hai kiểm tra"),
    TaskKind.CONSULTATION: _("Xin ý kiến"),
    TaskKind.INSPECTION: _("Kiểm tra thực địa"),
    TaskKind.DIRECTIVE: _("Việc lãnh đạo giao"),
}

STATES = {
    TaskState.OPEN: _("Đang làm"),
    TaskState.DONE: _("Đã xong"),
    TaskState.HANDED_BACK: _("Đã trả lại bước trước"),
    TaskState.SKIPPED: _("Đã bỏ qua"),
    TaskState.WAIVED: _("Không chờ nữa"),
    TaskState.CANCELLED: _("Không cần nữa"),
}

OPINIONS = {
    OpinionKind.AGREED: _("Đồng ý"),
    OpinionKind.AGREED_WITH_CONDITIONS: _("Đồng ý, kèm điều kiện"),
    OpinionKind.DISAGREED: _("Không đồng ý"),
    OpinionKind.NOT_COMPETENT: _("Không thuộc thẩm quyền"),
}

REFUSALS = {
    "step-not-open": _("Bước này không còn đang làm. Tải lại trang để xem hồ sơ đang ở bước nào."),
    "no-such-way": _("Chọn một trong các bước tiếp theo đang hiện ở đây."),
    "not-handed-back-there": _(
        "Quy trình không cho trả lại bước này. Chọn bước khác trong danh sách."
    ),
    "answer-outstanding": _(
        "Còn chờ trả lời: %(names)s. Chờ có trả lời, hoặc mở việc ấy và ghi lý do không chờ nữa. "
        "Không trả lời không có nghĩa là đồng ý."
    ),
    "step-needs-opinion": _(
        "Bước “%(step)s” cần có ý kiến trả lời. Mở mục Quy trình và việc của hồ sơ để xin ý kiến; nếu "
        "không chờ được, mở việc đã hỏi và ghi lý do."
    ),
    "step-needs-minutes": _(
        "Bước “%(step)s” cần có biên bản kiểm tra. Mở mục Quy trình và việc của hồ sơ để giao kiểm tra "
        "và ghi biên bản; nếu không kiểm tra được, mở việc đã giao và ghi lý do."
    ),
    "step-needs-file": _("Bước “%(step)s” cần có tệp đính kèm. Đính kèm tệp vào hồ sơ trước."),
    "opinion-against": _(
        "Có nơi trả lời không đồng ý: %(names)s. Vẫn đồng ý giải quyết thì ghi rõ căn cứ."
    ),
    "step-ahead": _(
        "Quy trình còn bước chưa làm: %(names)s. Mở mục Quy trình và việc của hồ sơ, làm lần "
        "lượt các bước; nếu không làm bước ấy, người phụ trách mở bước và ghi lý do bỏ qua."
    ),
    "step-need-missing": _("Bước “%(step)s” còn thiếu điều cần có."),
    "same-eyes": _(
        "Việc “%(step)s” phải do người khác làm: người này đã làm bước trước đó, hoặc chính là người nhờ "
        "kiểm tra. Phải có hai người cùng xem."
    ),
    "task-closed": _("Việc “%(name)s” đã kết thúc. Tải lại trang để xem kết quả."),
    "not-your-task": _(
        "Việc “%(name)s” đang do người khác làm, hoặc không phải việc của vị trí này."
    ),
    "minutes-settled": _(
        "Biên bản “%(name)s” không sửa được nữa: hồ sơ đã được quyết định, hoặc biên bản do người khác lập."
    ),
    "task-text-missing": _("Chưa ghi nội dung. Ghi ngắn gọn vài câu."),
    "task-text-too-long": _("Nhiều nhất %(length_max)s ký tự. Viết ngắn lại."),
    "task-already-his": _("Việc này đã giao cho người ấy rồi. Chọn người khác."),
    "nobody-fits": _(
        "Không có ai nhận được việc “%(name)s”: mọi người đều vắng, đã làm bước phải có người khác kiểm "
        "tra, hoặc chính là người hỏi. Giao cho người khác, hoặc cử người làm thay."
    ),
    "step-ended-by-act": _(
        "Bước “%(step)s” xong khi làm việc tương ứng trên hồ sơ. Mở hồ sơ và làm việc ấy."
    ),
    "asked-nobody": _("Chọn cơ quan, đơn vị hoặc người đang làm việc trong danh sách."),
    "not-asked-for": _("Không hỏi việc này được ở đây. Chọn loại việc trong danh sách."),
    "asked-after-end": _("Hồ sơ %(code)s đã kết thúc nên không hỏi thêm nữa."),
    "answer-day-over": _("Thời điểm trả lời đã qua. Chọn ngày, giờ sau lúc này."),
    "answer-day-past": _("Ngày %(day)s đã qua. Chọn từ ngày %(next_day)s trở đi."),
    "answer-day-off": _(
        "Ngày %(day)s nơi được hỏi nghỉ%(why)s. Ngày làm việc gần nhất sau đó là %(next_day)s."
    ),
    "answer-hour-off": _(
        "Giờ này nơi được hỏi không làm việc. Chọn giờ khác, hoặc để trống ô giờ."
    ),
    "answer-not-for-this": _("Cách trả lời này không dùng cho việc này. Tải lại trang."),
    "inspection-ahead": _(
        "Biên bản ghi sau khi kiểm tra: ngày giờ kiểm tra không thể sau lúc này."
    ),
    "inspection-too-early": _(
        "Hồ sơ được tiếp nhận lúc %(moment)s: ngày giờ kiểm tra không thể trước lúc ấy."
    ),
    "question-refused": _("Chưa gửi được. Xem từng mục bên dưới."),
}

FACTS = {
    "task.taken": _("Nhận việc: %(name)s"),
    "task.put-back": _("Trả lại việc cho đơn vị: %(name)s. Lý do: %(reason)s"),
    "task.assigned": _("Giao việc: %(name)s cho %(assignee_name)s"),
    "task.step-finished": _("Xong bước: %(name)s"),
    "task.step-passed-over": _("Bỏ qua bước: %(name)s. Lý do: %(reason)s"),
    "task.step-handed-back": _("Trả lại bước trước: %(name)s. Lý do: %(reason)s"),
    "task.asked": _("Hỏi hoặc giao: %(name)s"),
    "task.answered": _("Trả lời: %(name)s"),
    "task.minutes-corrected": _("Sửa biên bản: %(name)s. Lý do: %(reason)s"),
    "task.waived": _("Không chờ trả lời: %(name)s. Lý do: %(reason)s"),
}
