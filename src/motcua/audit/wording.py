"""Words for the acts in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

ACTS = {
    "dossier.read": _("Xem hồ sơ"),
    "declaration.read": _("Xem tờ khai"),
    "declaration.printed": _("In tờ khai"),
    "dossier.search": _("Tìm hồ sơ"),
    "task.read": _("Xem việc trên hồ sơ"),
    "dossier.list": _("Xem danh sách hồ sơ"),
    "dossier.own-list": _("Xem danh sách hồ sơ của mình"),
    "message.read": _("Xem tin nhắn về hồ sơ"),
    "dossier.act-asked": _("Yêu cầu thực hiện việc trên hồ sơ"),
    "dossier.bulk-asked": _("Yêu cầu làm một việc cho nhiều hồ sơ"),
    "dossier.bulk-read": _("Xem kết quả làm cho nhiều hồ sơ"),
    "file.read": _("Mở tệp của hồ sơ"),
    "certification.read": _("Xem một lần chứng thực"),
    "certification.list": _("Xem sổ chứng thực"),
    "certification.printed": _("In sổ chứng thực"),
    "returns.list": _("Xem danh sách kết quả chờ trả"),
    "returns.search": _("Tìm kết quả chờ trả của một người"),
    "posting.read": _("Xem danh sách bưu chính"),
    "posting.printed": _("In danh sách bưu chính"),
    "hand-over-list.asked": _("Lập phiếu bàn giao"),
    "hand-over-list.printed": _("In phiếu bàn giao"),
    "register.read": _("Xem sổ theo dõi hồ sơ"),
    "dossier.export-asked": _("Yêu cầu xuất danh sách hồ sơ"),
    "dossier.exported": _("Tải tệp danh sách hồ sơ"),
    "register.exported": _("Xuất sổ theo dõi hồ sơ"),
    "person.search": _("Tìm người đã nộp hồ sơ"),
    "register.export": _("Xuất sổ theo dõi"),
    "overview.read": _("Xem trang tổng quan của lãnh đạo"),
    "report.read": _("Xem báo cáo"),
    "report.opened": _("Xem các hồ sơ của một con số báo cáo"),
    "report.differences": _("Xem số đã khác của kỳ đã chốt"),
    "report.exported": _("Tải tệp báo cáo"),
    "office.exported": _("Xuất toàn bộ dữ liệu của cơ quan"),
    "slip.printed": _("In giấy tiếp nhận"),
    "paper.printed": _("In giấy tờ của hồ sơ"),
    "paper.list": _("Xem các giấy in của hồ sơ"),
    "receipt.read": _("Xem biên lai"),
    "receipt.list": _("Tìm biên lai"),
    "till.read": _("Xem quỹ thu phí"),
    "till.list": _("Xem danh sách quỹ thu phí"),
    "organization.list": _("Xem danh sách tổ chức có tài khoản"),
    "notice.list": _("Xem danh sách tin báo"),
    "exchange.list": _("Xem danh sách tin liên thông"),
    "exchange.paper": _("Mở trang ghi trả lời bằng văn bản"),
    "denied": _("Bị từ chối truy cập"),
    "sign-in.succeeded": _("Đăng nhập"),
    "sign-in.failed": _("Đăng nhập không đúng"),
    "sign-in.second-factor-failed": _("Sai mã xác thực hai lớp"),
    "sign-in.locked": _("Đăng nhập khi tài khoản đang tạm khóa"),
    "session.others-ended": _("Đăng xuất khỏi các máy khác"),
    "account.exported": _("Tải dữ liệu của tài khoản"),
    "sign-out": _("Đăng xuất"),
    "session.idle-ended": _("Phiên làm việc hết hạn do không thao tác"),
    "session.displaced": _("Phiên làm việc kết thúc do đăng nhập nơi khác"),
}

OUTCOMES = {"ALLOWED": _("Được phép"), "DENIED": _("Bị từ chối")}

FACTS = {
    "access-log.sealed": _("Niêm phong %(notes)s dòng nhật ký truy cập"),
}
