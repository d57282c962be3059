"""Communes found by a few letters of their name, for the address fields of every form. Open to all."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.kernel.places import PROVINCES_NOW, communes_like

FOUND_MAX = 8
TEXT_LENGTH_MAX = 60
KEPT_SECONDS = 24 * 3600


@require_GET
def suggest_communes(request: HttpRequest) -> HttpResponse:
    """A fragment for `combobox.js`: communes of the province `with` whose name is like `q`."""
    province = request.GET.get("with", "")
    found = communes_like(province, request.GET.get("q", "")[:TEXT_LENGTH_MAX], FOUND_MAX + 1)
    context = {
        "options": [{"value": code, "label": name} for code, name in found[:FOUND_MAX]],
        "empty_text": _empty(province),
        "more_text": _("Còn nữa, hãy gõ thêm chữ.") if len(found) > FOUND_MAX else "",
    }
    response = render(request, "ui/parts/communes.html", context)
    patch_cache_control(response, max_age=KEPT_SECONDS, private=True)
    return response


def _empty(province: str) -> str:
    if province in PROVINCES_NOW:
        return _("Không thấy xã, phường nào tên như vậy ở đây.")
    return _("Hãy chọn tỉnh, thành phố trước.")
