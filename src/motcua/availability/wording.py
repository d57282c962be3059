"""Vietnamese words for how the office is doing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.availability.vocabulary import AnnouncementKind, Part, PartState, Phase

KINDS = {
    AnnouncementKind.MAINTENANCE: _("Bảo trì"),
    AnnouncementKind.INCIDENT: _("Sự cố"),
}
PHASES = {
    Phase.PLANNED: _("Sắp tới"),
    Phase.UNDER_WAY: _("Đang diễn ra"),
    Phase.OVER: _("Đã xong"),
}
PARTS = {
    Part.DATABASE: _("Kho dữ liệu"),
    Part.NOTICES: _("Gửi tin báo"),
    Part.BACKGROUND: _("Việc chạy nền"),
    Part.SCANNING: _("Quét vi-rút tệp"),
    Part.BACKUP: _("Sao lưu dữ liệu"),
}
STATES = {
    PartState.WORKING: _("Bình thường"),
    PartState.SLOW: _("Đang chậm"),
    PartState.AWAY: _("Đang gián đoạn"),
    PartState.OFF: _("Chưa bật"),
    PartState.UNKNOWN: _("Chưa rõ"),
}

FACTS = {
    "announcement.made": _("Thông báo cho mọi người: %(words_vi)s"),
    "announcement.ended": _("Cho thôi một thông báo chung"),
}

REFUSALS = {
    "announcement-words-missing": _("Chưa có lời thông báo. Hãy nhập câu cho người dân đọc."),
    "announcement-words-too-long": _("Lời dài quá %(count_max)s ký tự. Hãy viết ngắn lại."),
    "announcement-needs-an-end": _("Bảo trì cần ghi rõ đến khi nào. Hãy nhập lúc xong."),
    "announcement-ends-before-it-starts": _("Lúc xong phải sau lúc bắt đầu. Hãy sửa lại."),
    "announcement-already-over": _("Lúc xong đã qua. Hãy nhập thời gian sắp tới."),
    "announcement-lasts-too-long": _(
        "Một lần bảo trì nhiều nhất %(days_max)s ngày. Hãy chia thành nhiều lần."
    ),
    "incident-not-yet-there": _("Sự cố là việc đã xảy ra. Hãy nhập lúc bắt đầu đã qua."),
    "announcement-over": _("Thông báo này đã xong hoặc đã bỏ. Hãy tải lại trang."),
}
