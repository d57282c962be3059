"""How much came in and what became of it: on screen, each figure open to its rows, and as a sheet."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.feedback.queries.closed import closed_figures
from motcua.feedback.queries.figures import Figure, FigureRow, Period, end_of, figures, rows_of
from motcua.feedback.vocabulary import Kind
from motcua.feedback.wording import FIGURES, KINDS
from motcua.feedback.workbook import SheetLine, render_figures_xlsx
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.workspace.days import typed_day
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_MAX = 500


class FiguresView(StaffView):
    """What every page of the figures reads from its address."""

    permission = Permission.FEEDBACK_VIEW

    def period(self, request: HttpRequest) -> Period:
        """`?from=&to=&asof=`; the year until today unless the address says otherwise, as known now or at the end
        of the day `asof`."""
        today = local_day(self.at)
        first = typed_day(request.GET.get("from", ""))[0] or date(today.year, 1, 1)
        last = typed_day(request.GET.get("to", ""))[0] or today
        known = typed_day(request.GET.get("asof", ""))[0]
        as_of = end_of(known) if known and known < today else self.at
        return Period(from_day=min(first, last), to_day=max(first, last), as_of=as_of)

    def lines(self, period: Period) -> list[SheetLine]:
        return [
            SheetLine(
                agency=self._name(row),
                kind=str(KINDS[row.kind]),
                counts=tuple(getattr(row, str(one)) for one in Figure),
            )
            for row in figures(self.actor, period)
        ]

    def _name(self, row: FigureRow) -> str:
        agency = agency_on(row.agency_id, local_day(self.at))
        return agency.name if agency else str(row.agency_id)


def asked_of(period: Period, at: datetime) -> dict[str, str]:
    """As an address says it; `asof` only where an earlier day was asked for."""
    asked = {"from": period.from_day.isoformat(), "to": period.to_day.isoformat()}
    if period.as_of < at:
        asked["asof"] = local_day(period.as_of - timedelta(seconds=1)).isoformat()
    return asked


def days_words(from_day: date, to_day: date) -> str:
    return f"{short_day(from_day)} – {short_day(to_day)}"


def _days_shown(request: HttpRequest, asked: dict[str, str]) -> dict[str, dict[str, str]]:
    """Each box of the filter: the day as one writes it, or what was typed and what is wrong with it."""
    shown = {}
    for name in ("from", "to", "asof"):
        typed = request.GET.get(name, "")
        _found, wrong = typed_day(typed)
        day = date.fromisoformat(asked[name]) if name in asked else None
        shown[name] = {"value": typed if wrong else short_day(day) if day else "", "error": wrong}
    return shown


class ShowFigures(FiguresView):
    """`?figure=&kind=&agency=` opens one figure to its rows."""

    def get(self, request: HttpRequest) -> HttpResponse:
        period = self.period(request)
        asked = asked_of(period, self.at)
        here = reverse("workspace:feedback-figures")
        found = figures(self.actor, period)
        behind = self._behind(request, period)
        self.note("petition.figures", detail=asked)
        context: dict[str, Any] = {
            "days": _days_shown(request, asked),
            **self._closing(period, asked),
            "period": f"{short_day(period.from_day)} – {short_day(period.to_day)}",
            "as_of": short_moment(period.as_of),
            "labels": [FIGURES[one] for one in Figure],
            "rows": [
                {
                    "agency": self._name(row),
                    "kind": KINDS[row.kind],
                    "cells": [_cell(row, one, here, asked) for one in Figure],
                }
                for row in found
            ],
            "behind": behind,
            "sheet_url": f"{reverse('workspace:feedback-figures-xlsx')}?{urlencode(asked)}",
        }
        return self.page("workspace/feedback/figures.html", context)

    def _closing(self, period: Period, asked: dict[str, str]) -> dict[str, Any]:
        """What is closed, and whether this period may be."""
        closed = closed_figures(self.actor) if may(self.actor, Permission.REPORT_VIEW) else ()
        mine = [one for one in closed if one.agency_id == self.actor.agency_id]
        is_closed = (period.from_day, period.to_day) in {(one.from_day, one.to_day) for one in mine}
        may_close = bool(may(self.actor, Permission.REPORT_CLOSE)) and not is_closed
        is_over = period.to_day < local_day(self.at)
        days = {name: asked[name] for name in ("from", "to")}
        return {
            "closed": [
                {
                    "url": reverse("workspace:closed-feedback-figures", args=[one.id]),
                    "days": days_words(one.from_day, one.to_day),
                    "by": one.closer_name,
                    "moment": short_moment(one.closed_at),
                }
                for one in closed
            ],
            "close_url": f"{reverse('workspace:close-feedback-figures')}?{urlencode(days)}"
            if may_close and is_over
            else "",
        }

    def _behind(self, request: HttpRequest, period: Period) -> dict[str, Any] | None:
        figure = next((one for one in Figure if str(one) == request.GET.get("figure")), None)
        if figure is None:
            return None
        kind = next((one for one in Kind if str(one) == request.GET.get("kind")), None)
        agency_id = whole_number(request.GET.get("agency", ""))
        rows = rows_of(self.actor, period, figure, kind=kind, agency_id=agency_id)
        self.note("petition.behind", detail={"found": [row.petition_id for row in rows[:ROWS_MAX]]})
        return {
            "title": FIGURES[figure],
            "total": len(rows),
            "rows": [
                {
                    "url": reverse("workspace:petition", args=[row.code]),
                    "code": row.code,
                    "title": row.title,
                    "received": short_moment(row.received_at),
                }
                for row in rows[:ROWS_MAX]
            ],
        }


def _cell(row: FigureRow, figure: Figure, here: str, asked: dict[str, str]) -> dict[str, Any]:
    count, label = getattr(row, str(figure)), FIGURES[figure]
    if not count:
        return {"label": label, "value": 0}
    url = f"{here}?{urlencode(_behind_of(row, figure, asked))}#behind"
    return {"label": label, "value": count, "action_url": url, "action_text": _("Mở danh sách")}


def _behind_of(row: FigureRow, figure: Figure, asked: dict[str, str]) -> dict[str, Any]:
    return {**asked, "figure": str(figure), "kind": str(row.kind), "agency": row.agency_id}


class DownloadFigures(FiguresView):
    """The same as a spreadsheet."""

    def get(self, request: HttpRequest) -> HttpResponse:
        period = self.period(request)
        self.note("petition.figures", detail={"xlsx": True})
        content = render_figures_xlsx(
            title=_("Tổng hợp phản ánh, kiến nghị"),
            period=f"{short_day(period.from_day)} – {short_day(period.to_day)}",
            labels=[str(FIGURES[one]) for one in Figure],
            lines=self.lines(period),
            made_at=self.at,
        )
        response = HttpResponse(content, content_type=XLSX)
        response["Content-Disposition"] = 'attachment; filename="phan-anh-kien-nghi.xlsx"'
        return response
