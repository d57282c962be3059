"""Words of these pages that no other door says."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.workflow.rules.sharing import Why
from motcua.workflow.vocabulary import TaskKind

WHY = {
    Why.ONLY_ONE: _("Nên giao: chỉ người này làm được"),
    Why.LEAST_EFFORT: _("Nên giao: đang giữ ít giờ việc nhất"),
    Why.FEWEST_TASKS: _("Nên giao: giờ việc bằng nhau, ít việc nhất"),
    Why.LONGEST_AGO: _("Nên giao: việc bằng nhau, lâu nhất chưa được giao"),
    Why.MORE_EFFORT: _("Đang giữ nhiều giờ việc hơn"),
    Why.AS_MUCH: _("Đang giữ giờ việc bằng người đầu"),
    Why.ABSENT: _("Đang vắng, có người làm thay"),
    Why.SAME_EYES: _("Đã làm bước trước, cần người khác kiểm tra"),
    Why.ASKER: _("Chính là người hỏi, người giao việc này"),
}
ASK_TITLES = {
    TaskKind.CONSULTATION: _("Xin ý kiến"),
    TaskKind.INSPECTION: _("Giao kiểm tra thực địa"),
    TaskKind.REVIEW: _("Nhờ người thứ hai kiểm tra"),
    TaskKind.DIRECTIVE: _("Giao nhiệm vụ"),
}
ASK_LEADS = {
    TaskKind.CONSULTATION: _(
        "Hỏi đơn vị hoặc cơ quan khác, có nội dung và hạn trả lời. Nơi được hỏi xem được hồ sơ này."
    ),
    TaskKind.INSPECTION: _(
        "Cử người đi kiểm tra tại chỗ. Người đi kiểm tra ghi biên bản: lúc nào, ở đâu, ai dự, thấy gì."
    ),
    TaskKind.REVIEW: _("Nhờ người khác xem lại trước khi trình. Người nhờ không tự xem lại được."),
    TaskKind.DIRECTIVE: _("Giao việc có hạn cho một người hoặc một đơn vị; họ trả lời khi xong."),
}
ASK_TEXTS = {
    TaskKind.CONSULTATION: _("Nội dung cần trả lời"),
    TaskKind.INSPECTION: _("Nội dung cần kiểm tra"),
    TaskKind.REVIEW: _("Điều cần xem lại"),
    TaskKind.DIRECTIVE: _("Nội dung nhiệm vụ"),
}
ANSWER_WORDS = {
    TaskKind.CONSULTATION: (_("Trả lời ý kiến"), _("Gửi trả lời"), _("Đã gửi trả lời.")),
    TaskKind.INSPECTION: (_("Biên bản kiểm tra"), _("Gửi biên bản"), _("Đã gửi biên bản.")),
    TaskKind.REVIEW: (_("Kết quả kiểm tra lại"), _("Gửi kết quả"), _("Đã gửi kết quả.")),
    TaskKind.DIRECTIVE: (_("Báo cáo kết quả"), _("Gửi báo cáo"), _("Đã gửi báo cáo.")),
}
"""What the answer to each kind is called, its button, and what is said once it is sent."""
