"""The list of reports, a report with its picture and table, and the files of it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.verdict import NotFound
from motcua.reports.composing import period_words, worded
from motcua.reports.formats import MEDIA, document, file_name
from motcua.reports.queries.building import report
from motcua.reports.queries.closed import ClosedRow, closed_of
from motcua.reports.vocabulary import Report, ReportFormat, ReportName, Row, RowKind
from motcua.reports.wording import FORMATS, REPORTS, SHORT
from motcua.workspace.figures.asking import Wanted, wanted_of
from motcua.workspace.figures.drawing import charts_of, shares_of
from motcua.workspace.figures.periods import quick_periods
from motcua.workspace.figures.tables import opening, table_of
from motcua.workspace.figures.words import ICONS, WHAT_FOR, check_lines, source_words
from motcua.workspace.staff import StaffView

FORMAT_ICONS = {
    ReportFormat.XLSX: "sheet",
    ReportFormat.PDF: "file-down",
    ReportFormat.JSON: "braces",
}
IN_ORDER = (ReportFormat.XLSX, ReportFormat.PDF, ReportFormat.JSON)


class FiguresView(StaffView):
    """A page about the figures of an agency over a period, both named in the address."""

    permission = Permission.REPORT_VIEW

    def wanted(self) -> Wanted:
        return wanted_of(self.actor, self.request.GET.dict(), self.at)

    def frame(self, wanted: Wanted, here: str) -> dict[str, Any]:
        """What the choice of agency and period needs on every such page."""
        today = local_day(self.at)
        return {
            "wanted": wanted,
            "form": wanted.form,
            "here": here,
            "periods": quick_periods(wanted, today, lambda query: f"{here}?{query}"),
            "period_words": period_words(wanted.period),
            "is_running": wanted.period.until_day >= today,
        }


class ListReports(FiguresView):
    """What there is to ask for, and of whom and when."""

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = self.wanted()
        context = {
            **self.frame(wanted, reverse("workspace:reports")),
            "reports": [
                {
                    "url": report_url(name, wanted),
                    "title": SHORT[name],
                    "name": REPORTS[name],
                    "text": WHAT_FOR[name],
                    "icon": ICONS[name],
                }
                for name in ReportName
            ],
        }
        return self.page("workspace/figures/list.html", context, status=status_of(wanted))


class ShowReport(FiguresView):
    """A report counted now; that its period is closed is said, the closed one is a page of its own."""

    def get(self, request: HttpRequest, report_name: str) -> HttpResponse:
        name, wanted = name_of(report_name), self.wanted()
        asked = wanted.asked(name)
        made = worded(report(self.actor, asked, at=self.at))
        self.note("report.read", detail=told_of(made))
        here = reverse("workspace:report", args=[name])
        opens = opening(wanted, name)
        context = {
            **self.frame(wanted, here),
            "report": made,
            "short": SHORT[name],
            "source": source_words(made.source),
            "counted": short_moment(made.counted_at),
            "ways": _ways(name, wanted),
            "files": _files(name, wanted),
            "shares": shares_of(made, opens),
            "charts": charts_of(made),
            "table": table_of(made, opens, self._label_url(wanted, here)),
            "checks": check_lines(made),
            "closed": closed_shown(closed_of(self.actor, asked)),
            "closing_url": self._closing_url(name, wanted),
        }
        return self.page("workspace/figures/report.html", context, status=status_of(wanted))

    def _label_url(self, wanted: Wanted, here: str) -> Any:
        """A subordinate agency opens its own report."""

        def url(row: Row) -> str:
            slug = row.key.removeprefix("agency/")
            if row.kind is not RowKind.AGENCY or slug == wanted.agency.slug:
                return ""
            return f"{here}?{wanted.query(agency=slug, below='on')}"

        return url

    def _closing_url(self, name: ReportName, wanted: Wanted) -> str:
        """Only one's own agency, once the period is over."""
        may_close = wanted.places.may_close and wanted.agency.id == self.actor.agency_id
        is_over = wanted.period.until_day < local_day(self.at)
        if not (may_close and is_over and wanted.unit_id is None):
            return ""
        return f"{reverse('workspace:report-closing', args=[name])}?{wanted.query()}"


class FetchReport(FiguresView):
    """The same as a file."""

    def get(self, request: HttpRequest, report_name: str, ending: str) -> HttpResponse:
        form = format_of(ending)
        wanted = self.wanted()
        made = report(self.actor, wanted.asked(name_of(report_name)), at=self.at)
        self.note("report.exported", detail={**told_of(made), "form": str(form)})
        return file_response(made, form)


def name_of(text: str) -> ReportName:
    """Refusals: NotFound."""
    if text not in list(ReportName):
        raise NotFound(kind="report")
    return ReportName(text)


def format_of(text: str) -> ReportFormat:
    """Refusals: NotFound."""
    if text not in list(ReportFormat):
        raise NotFound(kind="file")
    return ReportFormat(text)


def status_of(wanted: Wanted) -> HTTPStatus:
    return HTTPStatus.OK if wanted.form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY


def told_of(made: Report) -> dict[str, Any]:
    """What the access log keeps of a report that was read."""
    return {
        "report": str(made.name),
        "agency": made.agency.slug,
        "first": made.period.from_day.isoformat(),
        "last": made.period.until_day.isoformat(),
    }


def report_url(name: ReportName, wanted: Wanted) -> str:
    return f"{reverse('workspace:report', args=[name])}?{wanted.query()}"


def file_response(made: Report, form: ReportFormat) -> HttpResponse:
    response = HttpResponse(document(made, form), content_type=MEDIA[form])
    response["Content-Disposition"] = f'attachment; filename="{file_name(made, form)}"'
    return response


def files_at(url: Any) -> list[dict[str, Any]]:
    """A button for each form; `url` makes the address of one."""
    return [
        {"url": url(form), "label": FORMATS[form], "icon": FORMAT_ICONS[form]} for form in IN_ORDER
    ]


def closed_shown(row: ClosedRow | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "url": reverse("workspace:closed-report", args=[row.id]),
        "moment": short_moment(row.closed_at),
        "by": ", ".join(part for part in (row.closer_name, row.closer_title) if part),
    }


def _ways(name: ReportName, wanted: Wanted) -> list[dict[str, Any]]:
    return [
        {
            "url": report_url(one, wanted),
            "label": SHORT[one],
            "current": one is name,
        }
        for one in ReportName
    ]


def _files(name: ReportName, wanted: Wanted) -> list[dict[str, Any]]:
    def url(form: ReportFormat) -> str:
        return f"{reverse('workspace:fetch-report', args=[name, form])}?{wanted.query()}"

    return files_at(url)
