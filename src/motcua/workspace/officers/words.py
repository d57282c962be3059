"""What the pages of officers say again and again: what each role does, and what an act brings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.accounts.queries import Working
from motcua.accounts.wording import DISABLED_REASONS, EMPLOYMENT_KINDS, ROLES
from motcua.kernel.actor import Role

ROLE_NOTES = {
    Role.RECEPTION: _("nhận hồ sơ, thu phí, trả kết quả tại quầy"),
    Role.HANDLING: _("thụ lý, yêu cầu bổ sung, trình kết quả"),
    Role.UNIT_HEAD: _("phân công, gia hạn, theo dõi cả phòng"),
    Role.SIGNATORY: _("quyết định, ký kết quả"),
    Role.REGISTRY_CLERK: _("phát hành kết quả, khóa sổ"),
    Role.ADMINISTRATOR: _("quản lý danh mục, cán bộ, tài khoản; không xử lý hồ sơ"),
    Role.SUPERVISOR: _("chỉ xem, không thay đổi gì"),
    Role.ACCOUNTANT: _("sổ kế toán, hoàn tiền; không xử lý hồ sơ"),
}

SEPARATION = _(
    "Người quản trị hệ thống không kiêm vai trò xử lý hồ sơ. Tài khoản quản trị chỉ giữ vai trò "
    "quản trị, và vai trò quản trị chỉ dùng với tài khoản quản trị."
)


def role_choices() -> list[tuple[str, str]]:
    """Every role with what it does, in the language of the reader."""
    told = _("%(role)s: %(note)s")
    return [
        (str(role), str(told) % {"role": words, "note": ROLE_NOTES[role]})
        for role, words in ROLES.items()
    ]


EMPLOYMENT_CHOICES = list(EMPLOYMENT_KINDS.items())

CLOSING_REASONS = [(code, words) for code, words in DISABLED_REASONS.items() if code != "INACTIVE"]


def working_choices(chosen: Working) -> list[dict[str, object]]:
    """Whom to list."""
    words = {
        Working.NOW: _("Đang công tác"),
        Working.CLOSED: _("Tài khoản đã khóa"),
        Working.LEFT: _("Đã thôi công tác"),
    }
    return [
        {"value": str(one), "label": str(told), "chosen": one is chosen}
        for one, told in words.items()
    ]
