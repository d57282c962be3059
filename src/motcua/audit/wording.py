"""Words for the acts in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

ACTS = {
    "dossier.read": _("Xem hồ sơ"),
    "dossier.search": _("Tìm hồ sơ"),
    "dossier.received-list": _("Xem danh sách tiếp nhận"),
    "register.export": _("Xuất sổ theo dõi"),
    "slip.print": _("In giấy tiếp nhận"),
    "person.search": _("Tìm người đã nộp hồ sơ"),
    "denied": _("Bị từ chối truy cập"),
    "sign-in.succeeded": _("Đăng nhập"),
    "sign-in.failed": _("Đăng nhập không đúng"),
    "sign-in.second-factor-failed": _("Sai mã xác thực hai lớp"),
    "sign-in.locked": _("Đăng nhập khi tài khoản đang tạm khóa"),
    "sign-out": _("Đăng xuất"),
    "session.idle-ended": _("Phiên làm việc hết hạn do không thao tác"),
    "session.displaced": _("Phiên làm việc kết thúc do đăng nhập nơi khác"),
    "token.refused": _("Mã truy cập API không dùng được"),
}

OUTCOMES = {"ALLOWED": _("Được phép"), "DENIED": _("Bị từ chối")}
