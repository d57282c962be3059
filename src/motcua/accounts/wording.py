"""Every word shown for accounts: roles, kinds, facts and refusals. One file a lawyer can review."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.kernel.actor import Role
from motcua.kernel.refusal import Refusal

ROLES = {
    Role.RECEPTION: _("Tiếp nhận và trả kết quả"),
    Role.HANDLING: _("Thụ lý"),
    Role.UNIT_HEAD: _("Lãnh đạo phòng"),
    Role.SIGNATORY: _("Người ký"),
    Role.REGISTRY_CLERK: _("Văn thư"),
    Role.ADMINISTRATOR: _("Quản trị hệ thống"),
    Role.SUPERVISOR: _("Giám sát"),
    Role.ACCOUNTANT: _("Kế toán"),
}

ACCOUNT_KINDS = {
    "ADMIN": _("Tài khoản quản trị"),
    "OPERATION": _("Tài khoản tác nghiệp"),
    "TECHNICAL": _("Tài khoản kỹ thuật"),
    "SERVICE": _("Tài khoản dịch vụ"),
    "CITIZEN": _("Tài khoản của người dân"),
}

EMPLOYMENT_KINDS = {
    "CIVIL_SERVANT": _("Công chức"),
    "PUBLIC_EMPLOYEE": _("Viên chức"),
    "COMMUNE_OFFICIAL": _("Cán bộ xã"),
    "CONTRACT": _("Hợp đồng"),
}

DISABLED_REASONS = {
    "INACTIVE": _("Không đăng nhập trong 45 ngày"),
    "TRANSFERRED": _("Chuyển công tác"),
    "LEFT": _("Thôi việc"),
    "SUSPECTED_MISUSE": _("Nghi bị lợi dụng"),
}

FACTS = {
    "account.opened": _("Mở tài khoản %(username)s"),
    "account.password-changed": _("Đổi mật khẩu"),
    "account.password-reset": _("Đặt lại mật khẩu, phải đổi khi đăng nhập"),
    "account.second-factor-reset": _("Gỡ xác thực hai lớp để cài lại"),
    "account.disabled": _("Khóa tài khoản"),
    "account.enabled": _("Mở lại tài khoản"),
    "account.unlocked": _("Bỏ tạm khóa sau khi nhập sai mật khẩu"),
    "officer.registered": _("Ghi nhận cán bộ %(full_name)s"),
    "account.sessions-ended": _("Kết thúc %(count)s phiên đăng nhập"),
    "officer.renamed": _("Đổi họ tên từ “%(before)s” thành “%(after)s”"),
    "officer.contact-changed": _("Cập nhật thông tin liên hệ"),
    "officer.left": _("Thôi công tác tại cơ quan từ ngày %(from_date)s"),
    "officer.appointed": _("Giao vị trí “%(position)s” từ ngày %(from_date)s"),
    "officer.holding-ended": _("Thôi giữ vị trí “%(position)s” từ ngày %(from_date)s"),
    "officer.roles-changed": _("Thay đổi vai trò từ ngày %(from_date)s"),
    "stand-in.appointed": _("Giao %(stand_in)s làm thay, lý do: %(reason)s"),
    "stand-in.ended": _("Kết thúc việc làm thay"),
    "token.issued": _("Cấp mã truy cập API “%(name)s”"),
    "token.revoked": _("Thu hồi mã truy cập API “%(name)s”"),
}

REFUSALS = {
    "not-permitted": _("Không tìm thấy nội dung này."),
    "not-found": _("Không tìm thấy nội dung này."),
    "roles-not-together": _(
        "Người quản trị hệ thống không kiêm vai trò xử lý hồ sơ. Hãy tách thành hai vị trí."
    ),
    "role-needs-admin-account": _(
        "Vai trò quản trị chỉ dùng với tài khoản quản trị, và tài khoản quản trị chỉ giữ vai trò đó."
    ),
    "password-too-short": _("Mật khẩu cần ít nhất %(length_min)s ký tự."),
    "password-too-long": _("Mật khẩu dài nhất %(length_max)s ký tự."),
    "password-too-plain": _("Mật khẩu cần có chữ thường, chữ hoa, chữ số và ký tự đặc biệt."),
    "password-like-name": _("Mật khẩu không được chứa tên đăng nhập."),
    "password-used-before": _("Mật khẩu này đã dùng. Hãy chọn mật khẩu khác."),
    "username-taken": _("Tên đăng nhập “%(username)s” đã có. Hãy chọn tên khác."),
    "username-malformed": _(
        "Tên đăng nhập gồm chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, từ 3 đến 60 ký tự."
    ),
    "name-missing": _("Hãy nhập họ và tên."),
    "holds-already": _("Cán bộ đang giữ vị trí này trong thời gian đã chọn."),
    "already-ended": _("Việc này đã kết thúc trước đó."),
    "has-account-already": _("Cán bộ này đã có tài khoản."),
    "own-account": _("Không thể tự khóa tài khoản đang dùng."),
    "stand-in-period-wrong": _(
        "Thời gian làm thay phải kết thúc sau khi bắt đầu, chưa qua và không quá một năm."
    ),
    "stand-in-for-oneself": _("Không thể giao làm thay chính mình."),
    "stand-in-overlaps": _("Vị trí này đã có người làm thay trong thời gian đó."),
    "reason-missing": _("Hãy ghi lý do."),
    "roles-missing": _("Chọn ít nhất một vai trò cho vị trí này."),
    "day-outside-holding": _(
        "Ngày này nằm ngoài thời gian giữ vị trí (từ ngày %(from_day)s). Hãy chọn ngày khác."
    ),
    "own-holding": _("Không thể tự đổi vai trò hoặc tự thôi vị trí đang dùng."),
    "account-open-already": _("Tài khoản đang mở. Không cần mở lại."),
    "account-closed-already": _("Tài khoản đã khóa trước đó."),
    "account-missing": _("Cán bộ này chưa có tài khoản."),
    "successor-missing": _("Còn hồ sơ đang giải quyết. Hãy chọn người nhận bàn giao."),
    "leaving-too-early": _("Ngày thôi công tác là hôm nay hoặc sau hôm nay."),
    "successor-is-leaving": _("Người nhận bàn giao phải là người khác với người thôi công tác."),
    "token-life-wrong": _("Thời hạn của mã truy cập từ 1 đến %(days_max)s ngày."),
}

SIGN_IN = {
    "failed": _("Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra và nhập lại."),
    "locked": _(
        "Tài khoản đang tạm khóa vì nhập sai quá số lần cho phép. "
        "Hãy chờ %(hours)s giờ hoặc đề nghị người quản trị mở khóa."
    ),
    "idle": _(
        "Phiên làm việc đã hết hạn vì không thao tác trong %(minutes)s phút. Hãy đăng nhập lại."
    ),
    "displaced": _("Phiên làm việc này đã kết thúc vì tài khoản đăng nhập ở nơi khác."),
    "change-password": _("Hãy đặt mật khẩu mới trước khi làm việc."),
    "set-up-second-factor": _("Tài khoản quản trị phải cài xác thực hai lớp trước khi làm việc."),
    "password-help": _(
        "Ít nhất %(alone)s ký tự gồm chữ thường, chữ hoa, chữ số và ký tự đặc biệt; "
        "nếu đã cài xác thực hai lớp thì ít nhất %(beside)s ký tự."
    ),
}


def refusal_words(refusal: Refusal) -> str:
    """The sentence for a refusal of this app, in the language of the moment."""
    sentence: Any = REFUSALS.get(refusal.code, REFUSALS["not-permitted"])
    return str(sentence) % refusal.params
