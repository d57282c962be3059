"""The dossiers behind a number of a closed report: those of today, beside what was told."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.reports.composing import TOTAL_KEY
from motcua.reports.queries.closed_number import ClosedNumber, closed_number
from motcua.reports.vocabulary import RowKind
from motcua.reports.wording import INDICATORS, SHORT
from motcua.workspace.figures.behind import BehindView
from motcua.workspace.figures.tables import Opening


class ClosedBehind(BehindView):
    """`?row=&column=` of one closed report; without a column, the first that opens."""

    def get(self, request: HttpRequest, closed_id: int) -> HttpResponse:
        found = closed_number(
            self.actor,
            closed_id,
            row_key=request.GET.get("row", TOTAL_KEY),
            column_code=request.GET.get("column", ""),
            at=self.at,
        )
        told, code = found.report, found.column.code
        page_of_it = reverse("workspace:closed-report", args=[closed_id])
        shown = {
            "title": str(INDICATORS[code].name),
            "caption": _row_words(found),
            "lead": f"{told.agency.name}. {told.period_words}.",
            "formula": str(INDICATORS[code].formula),
            "back_url": page_of_it,
            "back_text": _("Bản chốt: %(report)s") % {"report": SHORT[told.name]},
            "differences_url": f"{page_of_it}?now=1#changed",
        }
        here = closed_opening(closed_id)(found.row.key, code)
        return self.listed(found.which, here, shown, closed=found.count)


def closed_opening(closed_id: int) -> Opening:
    """The addresses of the dossiers behind the numbers of a closed report."""
    base = reverse("workspace:closed-behind", args=[closed_id])

    def address(row_key: str, column_code: str) -> str:
        return f"{base}?{urlencode({'row': row_key, 'column': column_code})}"

    return address


def _row_words(found: ClosedNumber) -> str:
    """As it was called when the period was closed."""
    row = found.row
    if row.key == TOTAL_KEY:
        return found.report.agency.name
    return f"{row.code} {row.label}" if row.kind is RowKind.PROCEDURE else row.label
