"""The ways that stand on every public page: to the help of this page, and at its foot."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.portal.help.reading import text_for_page

HELP_PAGES = frozenset({"help", "help-index"})


def ways_of_the_portal(request: HttpRequest) -> dict[str, Any]:
    """Context processor: nothing on pages that are not the portal's."""
    match = request.resolver_match
    if match is None or "portal" not in match.namespaces:
        return {}
    name = match.url_name or ""
    if name in HELP_PAGES:
        help_url = reverse("portal:help-index")
    else:
        help_url = reverse("portal:help", args=[text_for_page(name, request.path)])
        help_url += "?" + urlencode({"from": request.path})
    links = (
        ("portal:feedback", _("Phản ánh, kiến nghị, hỏi đáp")),
        ("portal:check", _("Kiểm tra giấy tờ")),
        ("portal:status", _("Tình trạng hệ thống")),
        ("portal:help-index", _("Trợ giúp")),
        ("account_login", _("Dành cho cán bộ: đăng nhập")),
    )
    return {
        "portal_help_url": help_url,
        "portal_links": [{"url": reverse(where), "label": label} for where, label in links],
    }
