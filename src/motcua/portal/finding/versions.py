"""The versions of a procedure, and what differs between any two of them, in words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.portal.finding.detail import procedure_of
from motcua.portal.public import public, public_page
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.queries.versions import VersionRow, versions_of
from motcua.procedures.wording_differences import ComparedField, Piece, compared_fields

BEFORE, AFTER = "tu", "den"


@public
def show_versions(request: HttpRequest, code: str) -> HttpResponse:
    """`?tu=&den=`: two of them; at first the newest and the one before it."""
    detail = procedure_of(code, local_day(clock.now()))
    rows = _shown(versions_of(detail.code), detail)
    after = _asked(request.GET.get(AFTER, ""), rows) or rows[0]
    before = _asked(request.GET.get(BEFORE, ""), rows) or _one_before(rows, after)
    fields = (
        compared_fields(
            procedure_detail(before.version_id), procedure_detail(after.version_id), with_same=False
        )
        if before.version_id != after.version_id
        else []
    )
    context = {
        "detail": detail,
        "versions": [{"label": period_words(row), "decision": row.decision_number} for row in rows],
        "before": period_words(before),
        "after": period_words(after),
        "before_choices": _choices(rows, before),
        "after_choices": _choices(rows, after),
        "is_same": before.version_id == after.version_id,
        "differences": [_told(field) for field in fields],
    }
    return public_page(request, "portal/finding/versions.html", context)


def _shown(rows: list[VersionRow], detail: ProcedureDetail) -> list[VersionRow]:
    """Those that held or will hold here, newest first."""
    return [
        row
        for row in rows
        if row.place == detail.place and row.scope == detail.scope and not row.is_withdrawn
    ]


def _asked(text: str, rows: list[VersionRow]) -> VersionRow | None:
    return next((row for row in rows if str(row.version_id) == text), None)


def _one_before(rows: list[VersionRow], after: VersionRow) -> VersionRow:
    """The version that this one has followed; itself where it is the first."""
    return rows[min(rows.index(after) + 1, len(rows) - 1)]


def _choices(rows: list[VersionRow], chosen: VersionRow) -> list[dict[str, Any]]:
    return [
        {
            "value": str(row.version_id),
            "label": period_words(row),
            "chosen": row.version_id == chosen.version_id,
        }
        for row in rows
    ]


def period_words(row: VersionRow) -> str:
    """`Từ 01/07/2025 đến hết 30/04/2026`; open ones have no end."""
    if row.valid_until is None:
        return _("Từ %(first)s đến nay") % {"first": short_day(row.valid_from)}
    last = row.valid_until - timedelta(days=1)
    told = {"first": short_day(row.valid_from), "last": short_day(last)}
    return _("Từ %(first)s đến hết %(last)s") % told


def _told(field: ComparedField) -> dict[str, Any]:
    """What one field no longer says, and what it says now."""
    gone, come = _lines(field.before, "gone"), _lines(field.after, "come")
    return {"label": field.label, "gone": gone, "come": come}


def _lines(lines: tuple[tuple[Piece, ...], ...], mark: str) -> list[str]:
    """The lines in which anything bears the mark, whole."""
    return [
        " ".join(piece.text for piece in line)
        for line in lines
        if any(piece.mark == mark for piece in line)
    ]
