"""Days named in an address: `?on=2020-06-01`, and days typed into a filter: `?day=01/06/2020`."""

from __future__ import annotations

from datetime import date

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from motcua.kernel.identifiers.card_dates import parse_day
from motcua.kernel.refusal import Refusal


def day_asked(text: str, default: date) -> date:
    """The day that the address names; the default where it names none that exists."""
    try:
        return parse_date(text.strip()) or default
    except ValueError:
        return default


def typed_day(text: str) -> tuple[date | None, str]:
    """A day typed as `05/11/2026` or `2026-11-05`, and what is wrong with it in words; nothing typed is none."""
    if not text.strip():
        return None, ""
    try:
        return parse_day(text, "day"), ""
    except Refusal:
        return None, _("Ngày không đúng. Nhập ngày/tháng/năm, ví dụ 05/11/2026.")
