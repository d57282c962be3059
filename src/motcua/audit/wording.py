"""Words for the acts in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

ACTS = {
    "dossier.read": _("Xem hồ sơ"),
    "dossier.search": _("Tìm hồ sơ"),
    "dossier.list": _("Xem danh sách hồ sơ"),
    "dossier.act-asked": _("Yêu cầu thực hiện việc trên hồ sơ"),
    "person.search": _("Tìm người đã nộp hồ sơ"),
    "register.export": _("Xuất sổ theo dõi"),
    "office.exported": _("Xuất toàn bộ dữ liệu của cơ quan"),
    "slip.printed": _("In giấy tiếp nhận"),
    "paper.printed": _("In giấy tờ của hồ sơ"),
    "paper.list": _("Xem các giấy in của hồ sơ"),
    "receipt.read": _("Xem biên lai"),
    "receipt.list": _("Tìm biên lai"),
    "till.read": _("Xem quỹ thu phí"),
    "till.list": _("Xem danh sách quỹ thu phí"),
    "denied": _("Bị từ chối truy cập"),
    "sign-in.succeeded": _("Đăng nhập"),
    "sign-in.failed": _("Đăng nhập không đúng"),
    "sign-in.second-factor-failed": _("Sai mã xác thực hai lớp"),
    "sign-in.locked": _("Đăng nhập khi tài khoản đang tạm khóa"),
    "sign-out": _("Đăng xuất"),
    "session.idle-ended": _("Phiên làm việc hết hạn do không thao tác"),
    "session.displaced": _("Phiên làm việc kết thúc do đăng nhập nơi khác"),
}

OUTCOMES = {"ALLOWED": _("Được phép"), "DENIED": _("Bị từ chối")}

FACTS = {
    "access-log.sealed": _("Niêm phong %(notes)s dòng nhật ký truy cập"),
}
