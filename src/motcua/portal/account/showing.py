"""What an account knows, as pairs of words for its pages."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.citizens.queries import CitizenRow
from motcua.citizens.wording import LEVELS
from motcua.kernel.dates_vi import short_day

WAYS = (
    (
        "portal:account-details",
        "id-card",
        gettext_lazy("Thông tin của tôi"),
        gettext_lazy("Tên, ngày sinh, số định danh, ngôn ngữ"),
    ),
    (
        "portal:account-contacts",
        "phone",
        gettext_lazy("Số điện thoại và thư"),
        gettext_lazy("Thêm, đổi, bỏ"),
    ),
    (
        "portal:account-wishes",
        "bell",
        gettext_lazy("Nhận tin báo"),
        gettext_lazy("Ngay, gộp mỗi ngày hay không nhận"),
    ),
    (
        "portal:account-methods",
        "key-round",
        gettext_lazy("Cách đăng nhập"),
        gettext_lazy("Mật khẩu, ứng dụng xác thực, khóa trên máy"),
    ),
    (
        "portal:account-browsers",
        "monitor-smartphone",
        gettext_lazy("Nơi đang đăng nhập"),
        gettext_lazy("Xem và đăng xuất khỏi máy khác"),
    ),
    (
        "portal:organizations",
        "building-2",
        gettext_lazy("Tổ chức của tôi"),
        gettext_lazy("Làm hồ sơ thay doanh nghiệp, hộ kinh doanh"),
    ),
    (
        "portal:account-seen",
        "eye",
        gettext_lazy("Ai đã xem hồ sơ của tôi"),
        gettext_lazy("Người nào, khi nào, để làm gì"),
    ),
    (
        "portal:account-consents",
        "handshake",
        gettext_lazy("Điều tôi đã đồng ý"),
        gettext_lazy("Xem và rút lại"),
    ),
    (
        "portal:account-export",
        "download",
        gettext_lazy("Tải dữ liệu của tôi"),
        gettext_lazy("Tất cả những gì nơi này biết về bạn"),
    ),
    (
        "portal:account-closing",
        "user-round-x",
        gettext_lazy("Đóng tài khoản"),
        gettext_lazy("Xóa thông tin của tôi"),
    ),
)
"""The pages of the account, each with what it is for."""


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
    """Where everything of mine is."""
    return [
        {"url": reverse(name), "icon": icon, "title": str(title), "text": str(text)}
        for name, icon, title, text in WAYS
    ]
