"""Any two versions of a procedure side by side, on screen and on paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.kernel.dates_vi import short_day
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.catalogue import version_row
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.versions import VersionRow, versions_of
from motcua.procedures.wording import SCOPES
from motcua.procedures.wording_differences import compared_fields
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView


class CompareVersions(StaffView):
    """`?before=&after=`: two versions of one code; `all=1` shows what they say alike too."""

    permission = Permission.PROCEDURE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        after = version_row(whole_number(request.GET.get("after", "")) or 0)
        if after is None:
            raise NotFound(kind="procedure-version")
        versions = {row.version_id: row for row in versions_of(after.code)}
        before = versions.get(whole_number(request.GET.get("before", "")) or 0)
        if before is None:
            before = _one_before(list(versions.values()), after.version_id)
        with_same = request.GET.get("all") == "1"
        details = [procedure_detail(one) for one in (before.version_id, after.version_id)]
        context = {
            "code": after.code,
            "name": after.name,
            "before": before,
            "after": versions[after.version_id],
            "with_same": with_same,
            "choices_before": choices(versions.values(), before.version_id),
            "choices_after": choices(versions.values(), after.version_id),
            "fields": compared_fields(*details, with_same=with_same),
        }
        return self.page("workspace/procedures/compare.html", context)


def _one_before(versions: list[VersionRow], shown_id: int) -> VersionRow:
    """The version that the shown one has followed; itself where it is the first."""
    places = [row.version_id for row in versions]
    return versions[min(places.index(shown_id) + 1, len(versions) - 1)]


def choices(versions: Any, chosen_id: int) -> list[dict[str, Any]]:
    """Versions to choose from, newest first, by period, place and decision."""
    return [
        {
            "value": row.version_id,
            "label": " · ".join(part for part in (period_words(row), *_about(row)) if part),
            "chosen": row.version_id == chosen_id,
        }
        for row in versions
    ]


def _about(row: VersionRow) -> tuple[str, ...]:
    return (row.place or str(SCOPES[row.scope]), row.decision_number)


def period_words(row: VersionRow) -> str:
    """`từ 01/07/2025 đến trước 01/05/2026`; withdrawn ones say so."""
    if row.is_withdrawn:
        return _("đã rút, định từ %(day)s") % {"day": short_day(row.valid_from)}
    if row.valid_until is None:
        return _("từ %(from_date)s") % {"from_date": short_day(row.valid_from)}
    told = {"from_date": short_day(row.valid_from), "until_date": short_day(row.valid_until)}
    return _("từ %(from_date)s đến trước %(until_date)s") % told
