"""The leader's page of satisfaction, and the same as a file for a spreadsheet."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.kernel.clock import local_day
from motcua.reports.composing import period_words
from motcua.surveys.policies import agencies_seen
from motcua.surveys.queries.satisfaction import Satisfaction, satisfaction
from motcua.workspace.staff import StaffView
from motcua.workspace.surveys.asking import Wanted, wanted_of
from motcua.workspace.surveys.lines import satisfaction_csv
from motcua.workspace.surveys.showing import (
    agency_names,
    figures,
    percent_words,
    procedure_names,
    rows_of,
    sector_names,
    silent_words,
)
from motcua.workspace.surveys.workbook import render_satisfaction_xlsx

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SatisfactionView(StaffView):
    """Of an agency over a named period, both in the address."""

    permission = Permission.SURVEY_VIEW

    def wanted(self) -> Wanted:
        seen = agencies_seen(self.actor)
        return wanted_of(self.request.GET.dict(), seen, local_day(self.at))

    def found(self, wanted: Wanted, act: str) -> Satisfaction:
        found = satisfaction(self.actor, wanted.asked)
        asked = wanted.asked
        self.note(act, detail={"first": asked.first, "last": asked.last, "of": asked.agency_id})
        return found


class ShowSatisfaction(SatisfactionView):
    """The score with its interval and response rate, and what speaks for and against it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = self.wanted()
        found = self.found(wanted, "satisfaction.read")
        day = local_day(self.at)
        context: dict[str, Any] = {
            **wanted.choices(_("Mọi cơ quan trong phạm vi của tôi")),
            "period_words": period_words(wanted.period),
            "figures": figures(found),
            "found": found,
            "without": percent_words(found.without_flagged.percent),
            "tables": tables(found, day),
            "silent": silent_words(found),
            "file_url": f"{reverse('workspace:fetch-satisfaction')}?{wanted.query()}",
            "csv_url": f"{reverse('workspace:satisfaction-csv')}?{wanted.query()}",
        }
        return self.page("workspace/surveys/satisfaction.html", context)


class FetchSatisfaction(SatisfactionView):
    """The same as XLSX."""

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = self.wanted()
        found = self.found(wanted, "satisfaction.exported")
        made = render_satisfaction_xlsx(found, period_words(wanted.period), self.at)
        response = HttpResponse(made, content_type=MEDIA)
        response["Content-Disposition"] = 'attachment; filename="hai-long.xlsx"'
        return response


class FetchSatisfactionCsv(SatisfactionView):
    """The same as CSV: one line for the whole, each agency, field and procedure."""

    def get(self, request: HttpRequest) -> HttpResponse:
        found = self.found(self.wanted(), "satisfaction.exported")
        body = satisfaction_csv(found, local_day(self.at))
        response = HttpResponse(body, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="hai-long.csv"'
        return response


def tables(found: Satisfaction, day: date) -> list[dict[str, Any]]:
    """By agency where there are several, by field, by procedure."""
    by_agency = {
        "title": _("Theo cơ quan"),
        "first": _("Cơ quan"),
        "rows": rows_of(agency_names(found, day), found.by_agency, found.agencies_compared),
    }
    by_sector = {
        "title": _("Theo lĩnh vực"),
        "first": _("Lĩnh vực"),
        "rows": rows_of(sector_names(found), found.by_sector, found.sectors_compared),
    }
    by_procedure = {
        "title": _("Theo thủ tục"),
        "first": _("Thủ tục"),
        "rows": rows_of(procedure_names(found), found.by_procedure, found.procedures_compared),
    }
    several = [by_agency] if len(found.by_agency) > 1 else []
    return [*several, *([by_sector] if len(found.by_sector) > 1 else []), by_procedure]
