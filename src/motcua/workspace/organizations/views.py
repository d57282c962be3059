"""Organizations that opened an account: confirmed once the registration paper was seen, or taken away."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.citizens.commands.holding import confirm_organization, take_organization_away
from motcua.citizens.queries.checking import (
    TO_CHECK_MAX,
    OrganizationToCheck,
    organizations_to_check,
)
from motcua.citizens.wording import REFUSALS, refusal_words
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

CODE_LENGTH_MAX = 20


class CheckOrganizations(StaffView):
    """Those not confirmed, the oldest first; `?tax-code=`: all that stand under it. `?take=` asks once more
    before an account is taken away. POST `confirm=<id>` or `take=<id>`."""

    permission = Permission.ORGANIZATION_CHECK

    def get(self, request: HttpRequest) -> HttpResponse:
        tax_code = _code(request.GET.get("tax-code", ""))
        rows = organizations_to_check(self.actor, self.at, tax_code)
        self.note("organization.list", detail={"found": [row.id for row in rows]})
        asked = whole_number(request.GET.get("take", ""))
        context = {
            "rows": [_shown(row, tax_code) for row in rows],
            "tax_code": tax_code,
            "here": _here(tax_code),
            "to_take": next((row for row in rows if row.id == asked), None),
            "rows_max": TO_CHECK_MAX if len(rows) == TO_CHECK_MAX else 0,
        }
        return self.page("workspace/organizations/list.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        confirmed, taken = (
            whole_number(request.POST.get(name, "")) for name in ("confirm", "take")
        )
        try:
            if confirmed is not None:
                confirm_organization(actor=self.actor, at=self.at, organization_id=confirmed)
                messages.success(request, _("Đã xác minh tổ chức."))
            elif taken is not None:
                take_organization_away(actor=self.actor, at=self.at, organization_id=taken)
                messages.success(
                    request, _("Đã thu hồi. Người có quyền mở lại được tài khoản cho tổ chức.")
                )
        except NotFound:
            messages.warning(request, _("Tài khoản tổ chức này không còn, có người vừa thu hồi."))
        except Refusal as refusal:
            if refusal.code not in REFUSALS:
                raise
            messages.error(request, refusal_words(refusal))
        return redirect(_here(_code(request.POST.get("tax-code", ""))))


def _code(typed: str) -> str:
    return typed.strip()[:CODE_LENGTH_MAX]


def _here(tax_code: str, **more: Any) -> str:
    asked = urlencode({**({"tax-code": tax_code} if tax_code else {}), **more})
    return reverse("workspace:organizations") + (f"?{asked}" if asked else "")


def _shown(row: OrganizationToCheck, tax_code: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "tax_code": row.tax_code,
        "opened": short_day(local_day(row.opened_at)),
        "managers": ", ".join(row.managers) or _("Không còn ai quản lý"),
        "is_confirmed": row.is_confirmed,
        "take_url": _here(tax_code, take=row.id),
    }
