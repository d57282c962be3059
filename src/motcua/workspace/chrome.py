"""The frame of every staff page: office, navigation by right, the search box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.agencies.queries import agency_on, desk_of
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day


@dataclass(frozen=True, slots=True)
class NavItem:
    """One way to go."""

    url: str
    label: Any
    icon: str
    current: bool


NAV = (
    ("workspace:desk", _("Bàn tiếp nhận"), "layout-dashboard", Permission.DOSSIER_VIEW),
    ("workspace:receive", _("Tiếp nhận hồ sơ"), "file-plus", Permission.DOSSIER_RECEIVE),
    ("workspace:dossiers", _("Tra cứu hồ sơ"), "search", Permission.DOSSIER_SEARCH),
    ("workspace:procedures", _("Thủ tục"), "book-open", Permission.PROCEDURE_VIEW),
    ("workspace:calendar", _("Lịch làm việc"), "calendar-days", Permission.CALENDAR_VIEW),
    ("workspace:agencies", _("Cơ quan"), "landmark", Permission.AGENCY_VIEW),
    ("workspace:officers", _("Cán bộ"), "users", Permission.OFFICER_VIEW),
    ("workspace:access-log", _("Nhật ký truy cập"), "eye", Permission.ACCESS_LOG_VIEW),
)


def chrome(actor: Actor, at: datetime, path: str) -> dict[str, Any]:
    """What `ui/staff.html` wants: nav, office and desk names, where the search box sends to."""
    items = [
        (reverse(name), _label(actor, name, label), icon)
        for name, label, icon, right in NAV
        if may(actor, right)
    ]
    nearest = max(
        (url for url, _label, _icon in items if path.startswith(url)), key=len, default=""
    )
    context: dict[str, Any] = {
        "nav": [NavItem(url, label, icon, url == nearest) for url, label, icon in items],
        "search_url": (
            reverse("workspace:dossiers") if may(actor, Permission.DOSSIER_SEARCH) else ""
        ),
        "switch_url": reverse("workspace:positions"),
    }
    if actor.agency_id is not None:
        day = local_day(at)
        desk = desk_of(actor.agency_id, day)
        agency = agency_on(actor.agency_id, day)
        context["office_name"] = agency.name if agency else ""
        context["desk_name"] = desk.name if desk else ""
    return context


def _label(actor: Actor, name: str, label: Any) -> Any:
    """The first page is a desk only to those who receive; to others it is what they may see."""
    is_desk = name != "workspace:desk" or may(actor, Permission.DOSSIER_RECEIVE)
    return label if is_desk else _("Hồ sơ trong phạm vi của tôi")


def home_of(roles: Iterable[Role]) -> str:
    """The first page that these roles open; without any, the page of one's positions."""
    rights = frozenset[Permission]().union(*(PERMISSIONS_OF[role] for role in roles))
    names = [name for name, _label, _icon, right in NAV if right in rights]
    return reverse(names[0] if names else "workspace:positions")
