"""Where to go and when it is open: an office as a citizen needs it. All of it is public."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from motcua.agencies.queries import agency_on, desk_of, successors_of
from motcua.agencies.rows import AgencyRow
from motcua.kernel.clock import local_day
from motcua.portal.hours import hours_today, state_note, turns_at

SUCCESSIONS_MAX = 5


def office_context(agency_id: int, at: datetime) -> dict[str, Any] | None:
    """Name, address, phone, the hours of today and whether it is open now, which holds until `turns_at`; None when nobody came after an office that is gone.

    Five queries at most besides what is kept while the catalogue stands.
    """
    today = local_day(at)
    agency = _present(agency_id, today)
    if agency is None:
        return None
    desk = desk_of(agency.id, today)
    rows = [
        (_("Nơi nộp và nhận kết quả"), desk.name if desk else agency.name),
        (pgettext("một", "Cơ quan"), agency.name if desk else ""),
        (_("Địa chỉ"), agency.address),
        (_("Điện thoại"), agency.phone),
        (_("Giờ mở cửa hôm nay"), hours_today(agency.id, at)),
        (_("Lúc này"), state_note(agency.id, at)),
    ]
    told = [{"label": label, "value": value} for label, value in rows if value]
    return {"rows": told, "turns_at": turns_at(agency.id, at)}


def _present(agency_id: int, today: date) -> AgencyRow | None:
    """The agency, or the one that has come after it: reforms end agencies, not their dossiers."""
    for _step in range(SUCCESSIONS_MAX):
        agency = agency_on(agency_id, today)
        if agency is not None:
            return agency
        heirs = sorted(successors_of(agency_id), key=lambda heir: not heir.is_default)
        if not heirs:
            return None
        agency_id = heirs[0].agency_id
    return None
