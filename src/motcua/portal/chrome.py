"""What stands at the head of every page of the portal, public or one's own."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the ways at the top; nothing on pages of others.

    It depends on the address alone, so that kept pages stay the same for everybody.
    """
    match = request.resolver_match
    if match is None or "portal" not in match.namespaces:
        return {}
    return {"nav": _ways(request.path)}


def _ways(here: str) -> list[dict[str, Any]]:
    return [
        {"url": url, "label": label, "icon": icon, "current": here.startswith(url)}
        for url, label, icon in (
            (reverse("portal:procedures"), _("Thủ tục"), "book-open"),
            (reverse("portal:offices"), _("Nơi tiếp nhận"), "landmark"),
            (reverse("portal:find"), _("Tra cứu hồ sơ"), "search"),
            (reverse("portal:mine"), _("Hồ sơ của tôi"), "folder-open"),
        )
    ]
