"""Reports that were closed: the list, each as it was told, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.agencies.successions import name_of as agency_name
from motcua.dossiers.wording import FACTS
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import figures
from motcua.kernel.paging import CursorFaulty
from motcua.reports.composing import period_words
from motcua.reports.queries.causes import Cause
from motcua.reports.queries.closed import ClosedRow, closed_asked, closed_report, closed_reports
from motcua.reports.queries.differences import Difference, Differences, differences
from motcua.reports.rules.periods import period_of
from motcua.reports.vocabulary import Cell, ReportAsked, ReportFormat
from motcua.reports.wording import INDICATORS, SHORT
from motcua.workspace.figures.behind_closed import closed_opening
from motcua.workspace.figures.drawing import charts_of, shares_of
from motcua.workspace.figures.tables import table_of
from motcua.workspace.figures.views import file_response, files_at, format_of, told_of
from motcua.workspace.figures.words import cell_words, check_lines, source_words
from motcua.workspace.staff import StaffView

DIFFERENCES_MAX = 200


class ListClosed(StaffView):
    """The newest first."""

    permission = Permission.REPORT_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        cursor, here = request.GET.get("cursor", ""), reverse("workspace:closed-reports")
        try:
            page = closed_reports(self.actor, cursor=cursor)
        except CursorFaulty:
            return redirect(here)
        context = {
            "rows": closed_rows(page.rows),
            "newer_url": here if cursor else "",
            "older_url": f"{here}?cursor={page.next_cursor}" if page.next_cursor else "",
        }
        return self.page("workspace/figures/closed_list.html", context)


class ShowClosed(StaffView):
    """As it was told. `?now=1`: what a count of today tells otherwise, and why."""

    permission = Permission.REPORT_VIEW

    def get(self, request: HttpRequest, closed_id: int) -> HttpResponse:
        asked, told = closed_asked(self.actor, closed_id)
        self.note("report.read", detail={**told_of(told), "closed": closed_id})
        is_compared = request.GET.get("now") == "1"
        found = differences(self.actor, closed_id, at=self.at) if is_compared else Differences()
        opens = closed_opening(closed_id)
        here = reverse("workspace:closed-report", args=[closed_id])
        context = {
            "report": told,
            "short": SHORT[told.name],
            "source": source_words(told.source),
            "here": here,
            "fresh_url": _fresh_url(asked, told.agency.slug),
            "files": files_at(lambda form: file_url(closed_id, form)),
            "shares": shares_of(told, opens),
            "charts": charts_of(told),
            "table": table_of(told, opens, lambda _row: ""),
            "checks": check_lines(told),
            "is_compared": is_compared,
            "differences": [difference_shown(one) for one in found.rows[:DIFFERENCES_MAX]],
            "more": max(len(found.rows) - DIFFERENCES_MAX, 0),
            "looked_at": figures(found.looked_at),
            "is_complete": found.is_complete,
        }
        return self.page("workspace/figures/closed.html", context)


class FetchClosed(StaffView):
    """The closed report as a file: the same bytes whenever it is asked for."""

    permission = Permission.REPORT_VIEW

    def get(self, request: HttpRequest, closed_id: int, ending: str) -> HttpResponse:
        form = format_of(ending)
        told = closed_report(self.actor, closed_id)
        detail = {**told_of(told), "closed": closed_id, "form": str(form)}
        self.note("report.exported", detail=detail)
        return file_response(told, form)


def file_url(closed_id: int, form: ReportFormat) -> str:
    return reverse("workspace:fetch-closed-report", args=[closed_id, form])


def _fresh_url(asked: ReportAsked, slug: str) -> str:
    """The same report counted now."""
    days = f"first={asked.from_day.isoformat()}&last={asked.until_day.isoformat()}"
    below = "&below=on" if asked.with_subordinates else ""
    return f"{reverse('workspace:report', args=[asked.name])}?agency={slug}{below}&{days}"


def closed_rows(rows: Iterable[ClosedRow]) -> list[dict[str, Any]]:
    rows = tuple(rows)
    names = {key: agency_name(*key) for key in {(row.agency_id, row.until_day) for row in rows}}
    return [
        {
            "url": reverse("workspace:closed-report", args=[row.id]),
            "short": SHORT[row.name],
            "agency": names[row.agency_id, row.until_day],
            "below": row.with_subordinates,
            "period": period_words(period_of(row.from_day, row.until_day)),
            "moment": short_moment(row.closed_at),
            "by": ", ".join(part for part in (row.closer_name, row.closer_title) if part),
        }
        for row in rows
    ]


def difference_shown(one: Difference) -> dict[str, Any]:
    return {
        "row": one.row_label,
        "column": INDICATORS[one.column_code].name,
        "closed": _words(one.closed),
        "now": _words(one.now),
        "causes": [_cause(cause) for cause in one.causes],
        "causes_left": one.causes_left,
    }


def _words(cell: Cell | None) -> str:
    """A row that there was not, or is not, counts nothing."""
    return "0" if cell is None else cell_words(cell)


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        "url": reverse("workspace:dossier", args=[cause.dossier_code]),
        "code": cause.dossier_code,
        "words": str(FACTS[cause.fact_code]) % cause.payload,
        "moment": short_moment(cause.recorded_at),
        "by": cause.by,
    }
