"""What an account knows, as pairs of words for its pages."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.citizens.queries import CitizenRow
from motcua.citizens.wording import LEVELS
from motcua.kernel.dates_vi import short_day


def details_rows(citizen: CitizenRow) -> list[dict[str, Any]]:
    """Name, birth, number, contacts and how well they are known."""
    unknown = _("Chưa có")
    pairs = [
        (_("Họ và tên"), citizen.full_name),
        (_("Ngày sinh"), short_day(citizen.birth_date) if citizen.birth_date else unknown),
        (_("Số định danh cá nhân"), citizen.personal_id or unknown),
        (_("Số điện thoại"), citizen.phone or unknown),
        (_("Thư điện tử"), citizen.email or unknown),
        (_("Mức xác thực"), LEVELS[citizen.level]),
    ]
    return [{"label": label, "value": str(value)} for label, value in pairs]


def ways() -> list[dict[str, str]]:
    """Where everything of mine is: the pages of the account, each with what it is for."""
    known = (
        (
            "portal:account-details",
            "id-card",
            _("Thông tin của tôi"),
            _("Tên, ngày sinh, số định danh, ngôn ngữ"),
        ),
        ("portal:account-contacts", "phone", _("Số điện thoại và thư"), _("Thêm, đổi, bỏ")),
        (
            "portal:account-methods",
            "key-round",
            _("Cách đăng nhập"),
            _("Mật khẩu, ứng dụng xác thực, khóa trên máy"),
        ),
        (
            "portal:account-browsers",
            "monitor-smartphone",
            _("Nơi đang đăng nhập"),
            _("Xem và đăng xuất khỏi máy khác"),
        ),
        (
            "portal:organizations",
            "building-2",
            _("Tổ chức của tôi"),
            _("Làm hồ sơ thay doanh nghiệp, hộ kinh doanh"),
        ),
        (
            "portal:account-seen",
            "eye",
            _("Ai đã xem hồ sơ của tôi"),
            _("Người nào, khi nào, để làm gì"),
        ),
        ("portal:account-consents", "handshake", _("Điều tôi đã đồng ý"), _("Xem và rút lại")),
        (
            "portal:account-export",
            "download",
            _("Tải dữ liệu của tôi"),
            _("Tất cả những gì nơi này biết về bạn"),
        ),
        ("portal:account-closing", "user-round-x", _("Đóng tài khoản"), _("Xóa thông tin của tôi")),
    )
    return [
        {"url": reverse(name), "icon": icon, "title": label, "text": note}
        for name, icon, label, note in known
    ]
