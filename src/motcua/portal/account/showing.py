"""What an account knows, as pairs of words for its pages."""

from __future__ import annotations

from typing import Any

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
