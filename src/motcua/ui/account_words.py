"""What the sign-in library says, in the office's words. For the adapters of the entrances."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

ACCOUNT_ERRORS = {
    "account_inactive": _("Tài khoản này đang bị khóa. Hãy báo người quản trị của cơ quan."),
    "enter_current_password": _("Mật khẩu hiện tại không đúng."),
    "incorrect_code": _("Mã không đúng."),
    "incorrect_password": _("Mật khẩu không đúng."),
    "invalid_login": _("Đăng nhập không thành công. Hãy thử lại."),
    "rate_limited": _("Thao tác quá nhanh. Hãy chờ một lát rồi làm lại."),
    "same_as_current": _("Giá trị mới phải khác giá trị hiện tại."),
    "too_many_login_attempts": _("Đăng nhập sai quá nhiều lần. Hãy thử lại sau."),
    "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu không đúng."),
}
"""By the keys of `DefaultAccountAdapter.error_messages`."""

MFA_ERRORS = {
    "cannot_delete_authenticator": _("Không tắt được xác thực hai lớp."),
    "cannot_generate_recovery_codes": _("Hãy bật xác thực hai lớp trước khi tạo mã dự phòng."),
    "incorrect_code": _("Mã không đúng hoặc đã hết hạn. Hãy dùng mã mới nhất trên ứng dụng."),
}
"""By the keys of `DefaultMFAAdapter.error_messages`."""
