"""The frame of every staff page: office, navigation by right, the search box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext_lazy as _

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.agencies.queries import agency_on, desk_of
from motcua.dossiers.queries.custody.lists import count_to_accept
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.workspace.changes.watching import watch_agency
from motcua.workspace.keys import GO_KEYS


@dataclass(frozen=True, slots=True)
class NavItem:
    """One way to go."""

    url: str
    label: Any
    icon: str
    current: bool
    key: str = ""
    count: int | str = ""


NAV = (
    ("workspace:desk", _("Bàn tiếp nhận"), "layout-dashboard", Permission.DOSSIER_VIEW),
    ("workspace:receive", _("Tiếp nhận hồ sơ"), "file-plus", Permission.DOSSIER_RECEIVE),
    (
        "workspace:interlinked-groups",
        _("Nhóm liên thông"),
        "link",
        Permission.DOSSIER_RECEIVE,
    ),
    ("workspace:work", _("Việc của tôi"), "list-checks", Permission.DOSSIER_VIEW),
    ("workspace:inbox", _("Hộp việc"), "clipboard-check", Permission.TASK_VIEW),
    ("workspace:unit", _("Khối lượng việc"), "chart-column", Permission.DOSSIER_ASSIGN),
    ("workspace:where-time-goes", _("Thời gian đi đâu"), "hourglass", Permission.REPORT_VIEW),
    ("workspace:overview", _("Tổng quan"), "gauge", Permission.REPORT_VIEW),
    ("workspace:reports", _("Báo cáo"), "chart-pie", Permission.REPORT_VIEW),
    ("workspace:follow-ups", _("Phiếu chưa hài lòng"), "frown", Permission.SURVEY_FOLLOW_UP),
    ("workspace:satisfaction", _("Mức độ hài lòng"), "message-square", Permission.SURVEY_VIEW),
    ("workspace:waiting", _("Chờ tiếp nhận"), "inbox", Permission.DOSSIER_RECEIVE),
    ("workspace:messages", _("Tin nhắn"), "message-circle", Permission.MESSAGE_WRITE),
    ("workspace:feedback", _("Phản ánh, kiến nghị"), "message-circle", Permission.FEEDBACK_VIEW),
    ("workspace:dossiers", _("Tra cứu hồ sơ"), "search", Permission.DOSSIER_SEARCH),
    ("workspace:returns", _("Trả kết quả"), "package-check", Permission.DOSSIER_RETURN_RESULT),
    ("workspace:certification", _("Chứng thực"), "stamp", Permission.CERTIFICATION_ENTER),
    (
        "workspace:certification-waiting",
        _("Chứng thực chờ ký"),
        "pen-line",
        Permission.CERTIFICATION_VIEW,
    ),
    ("workspace:hand-overs", _("Giao, nhận hồ sơ"), "arrow-left-right", Permission.DOSSIER_OFFER),
    ("workspace:hand-over-lists", _("Danh sách bàn giao"), "clipboard-list", Permission.SLIP_PRINT),
    ("workspace:registers", _("Sổ theo dõi hồ sơ"), "notebook-text", Permission.DOSSIER_SEARCH),
    ("workspace:till", _("Quỹ thu phí"), "wallet", Permission.TILL_VIEW),
    ("workspace:payment-orders", _("Lần thanh toán"), "qr-code", Permission.PAYMENT_VIEW),
    ("workspace:books", _("Sổ kế toán"), "scale", Permission.BOOKS_VIEW),
    ("workspace:reliefs", _("Miễn, giảm phí"), "percent", Permission.RELIEF_VIEW),
    ("workspace:refunds", _("Hoàn tiền"), "undo-2", Permission.REFUND_VIEW),
    ("workspace:settlements", _("Quyết toán"), "landmark", Permission.SETTLEMENT_VIEW),
    ("workspace:reconciliation", _("Đối soát"), "scale", Permission.RECONCILIATION_VIEW),
    ("workspace:statements", _("Sao kê ngân hàng"), "file-up", Permission.STATEMENT_READ),
    ("workspace:procedures", _("Thủ tục"), "book-open", Permission.PROCEDURE_VIEW),
    ("workspace:calendar", _("Lịch làm việc"), "calendar-days", Permission.CALENDAR_VIEW),
    ("workspace:paper-forms", _("Biểu mẫu"), "file-text", Permission.PAPER_FORM_VIEW),
    ("workspace:notices", _("Tin báo"), "bell", Permission.NOTICE_VIEW),
    ("workspace:feedback-terms", _("Quy định phản ánh"), "scale", Permission.FEEDBACK_CHANGE),
    ("workspace:questionnaires", _("Bộ câu hỏi đánh giá"), "list-checks", Permission.SURVEY_CHANGE),
    ("workspace:survey-devices", _("Màn hình đánh giá"), "tablet", Permission.SURVEY_CHANGE),
    (
        "workspace:announcements",
        _("Thông báo chung"),
        "message-square",
        Permission.ANNOUNCEMENT_CHANGE,
    ),
    (
        "workspace:organizations",
        _("Tổ chức có tài khoản"),
        "building-2",
        Permission.ORGANIZATION_CHECK,
    ),
    ("workspace:partners", _("Nơi liên thông"), "link", Permission.EXCHANGE_VIEW),
    (
        "workspace:collecting-accounts",
        _("Tài khoản nhận tiền"),
        "landmark",
        Permission.COLLECTING_ACCOUNT_CHANGE,
    ),
    ("workspace:agencies", _("Cơ quan"), "landmark", Permission.AGENCY_VIEW),
    ("workspace:officers", _("Cán bộ"), "users", Permission.OFFICER_VIEW),
    ("workspace:access-log", _("Nhật ký truy cập"), "eye", Permission.ACCESS_LOG_VIEW),
)


LISTS = frozenset(
    {"desk", "work", "dossiers", "returns", "due", "unit", "groups", "till", "hand-overs"}
)
"""Pages (by URL name) that others change while one looks at them: they tell when that happens."""
WHERE_WORK_WAITS = frozenset({"desk", "work", "inbox", "hand-overs"})
"""Pages on which the way to the hand-overs tells how many wait for an answer."""


def chrome(actor: Actor, at: datetime, path: str) -> dict[str, Any]:
    """What `ui/staff.html` wants: nav, office and desk names, where the search box sends to."""
    key = _key(path)
    items = [
        (reverse(name), _label(actor, name, label), icon, GO_KEYS.get(name, ""))
        for name, label, icon, _right in nav_of(actor.roles)
    ]
    to_accept = count_to_accept(actor, at=at) if key in WHERE_WORK_WAITS else 0
    counts = {reverse("workspace:hand-overs"): to_accept or ""}
    nearest = max((url for url, *_rest in items if path.startswith(url)), key=len, default="")
    context: dict[str, Any] = {
        "nav": [
            NavItem(url, label, icon, url == nearest, key, counts.get(url, ""))
            for url, label, icon, key in items
        ],
        "to_accept": to_accept,
        "search_url": (
            reverse("workspace:dossiers") if may(actor, Permission.DOSSIER_SEARCH) else ""
        ),
        "switch_url": reverse("workspace:positions"),
        "help_url": _help_url(key, path),
    }
    if actor.agency_id is not None:
        if key in LISTS:
            context["changes"] = watch_agency(actor.agency_id)
        day = local_day(at)
        desk = desk_of(actor.agency_id, day)
        agency = agency_on(actor.agency_id, day)
        context["office_name"] = agency.name if agency else ""
        context["desk_name"] = desk.name if desk else ""
    return context


def _key(path: str) -> str:
    """The URL name of the page at this path; empty where there is no such page."""
    try:
        return resolve(path).url_name or ""
    except Resolver404:
        return ""


def _help_url(key: str, path: str) -> str:
    """The help of this page, which knows the way back; the list of help texts elsewhere."""
    if key in {"", "help", "help-index"}:
        return reverse("workspace:help-index")
    return f"{reverse('workspace:help', args=[key])}?{urlencode({'from': path})}"


def _label(actor: Actor, name: str, label: Any) -> Any:
    """The first page is a desk only to those who receive; to others it is what they may see."""
    is_desk = name != "workspace:desk" or may(actor, Permission.DOSSIER_RECEIVE)
    return label if is_desk else _("Hồ sơ trong phạm vi của tôi")


def home_of(roles: Iterable[Role]) -> str:
    """The first page that these roles open; without any, the page of one's positions."""
    names = [name for name, _label, _icon, _right in nav_of(roles)]
    return reverse(names[0] if names else "workspace:positions")


def nav_of(roles: Iterable[Role]) -> list[tuple[str, Any, str, Permission]]:
    """The pages that these roles open, in their order: whoever handles dossiers and does not receive
    them begins with his work, everybody else with the desk."""
    rights = frozenset[Permission]().union(*(PERMISSIONS_OF[role] for role in roles))
    items = [item for item in NAV if item[3] in rights]
    if Permission.DOSSIER_NOTE in rights and Permission.DOSSIER_RECEIVE not in rights:
        items.sort(key=lambda item: item[0] != "workspace:work")
    return items
