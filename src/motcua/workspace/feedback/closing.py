"""Closing the figures of a period, and what was closed: each figure open to what stood behind it then."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.feedback.commands.closing import FiguresClosedAlready, FiguresNotOver, close_figures
from motcua.feedback.queries.closed import ClosedFiguresTold, closed_figures_told
from motcua.feedback.queries.figures import Figure
from motcua.feedback.refusal_words import sentence
from motcua.feedback.vocabulary import Kind
from motcua.feedback.wording import FIGURES, KINDS
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.refusal import Refusal
from motcua.workspace.feedback.figures import days_words
from motcua.workspace.staff import StaffView


class CloseFigures(StaffView):
    """GET: what closing means. POST `sure=on`: close it. `from`, `to`: ISO days."""

    permission = Permission.REPORT_CLOSE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(*self._days(request.GET))

    def post(self, request: HttpRequest) -> HttpResponse:
        first, last = self._days(request.POST)
        if request.POST.get("sure") != "on":
            return self._show(first, last, _("Đánh dấu vào ô xác nhận rồi bấm Chốt kỳ."))
        try:
            made = close_figures(actor=self.actor, at=self.at, from_day=first, to_day=last)
        except (FiguresNotOver, FiguresClosedAlready) as refusal:
            return self._show(first, last, self._told(refusal))
        messages.success(request, _("Đã chốt kỳ. Bản chốt không sửa được nữa."))
        return redirect("workspace:closed-feedback-figures", feedback_closed_id=made)

    def _told(self, refusal: Refusal) -> str:
        return sentence(refusal)

    def _days(self, given: Any) -> tuple[date, date]:
        """The year until today where the address says nothing that can be read."""
        today = local_day(self.at)
        found = []
        for name, usual in (("from", date(today.year, 1, 1)), ("to", today)):
            try:
                found.append(date.fromisoformat(given.get(name, "")))
            except ValueError:
                found.append(usual)
        return min(found), max(found)

    def _show(self, first: date, last: date, problem: str = "") -> HttpResponse:
        days = {"from": first.isoformat(), "to": last.isoformat()}
        context = {
            **days,
            "days": days_words(first, last),
            "problem": problem,
            "figures_url": f"{reverse('workspace:feedback-figures')}?{urlencode(days)}",
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
        return self.page("workspace/feedback/close_figures.html", context, status=status)


class ShowClosedFigures(StaffView):
    """`?kind=&figure=` opens one figure to what stood behind it."""

    permission = Permission.REPORT_VIEW

    def get(self, request: HttpRequest, feedback_closed_id: int) -> HttpResponse:
        found = closed_figures_told(self.actor, feedback_closed_id)
        row = found.row
        here = reverse("workspace:closed-feedback-figures", args=[row.id])
        agency = agency_on(row.agency_id, row.to_day)
        self.note("petition.figures", detail={"closed": row.id})
        context = {
            "agency": agency.name if agency else str(row.agency_id),
            "days": days_words(row.from_day, row.to_day),
            "closed_at": short_moment(row.closed_at),
            "by": f"{row.closer_name}, {row.closer_title}" if row.closer_title else row.closer_name,
            "digest": row.digest,
            "rows": [
                {"kind": KINDS[kind], "cells": [_cell(found, kind, one, here) for one in Figure]}
                for kind in Kind
                if (kind, Figure.RECEIVED) in found.behind
            ],
            "behind": self._behind(request, found),
        }
        return self.page("workspace/feedback/closed_figures.html", context)

    def _behind(self, request: HttpRequest, found: ClosedFiguresTold) -> dict[str, Any] | None:
        asked = (request.GET.get("kind"), request.GET.get("figure"))
        place = next((one for one in found.behind if (str(one[0]), str(one[1])) == asked), None)
        if place is None:
            return None
        codes = [code for code in found.behind[place] if code in found.readable]
        self.note("petition.behind", detail={"closed": found.row.id, "codes": codes})
        return {
            "title": f"{KINDS[place[0]]}: {FIGURES[place[1]]}",
            "total": len(found.behind[place]),
            "unread": len(found.behind[place]) - len(codes),
            "rows": [
                {"code": code, "url": reverse("workspace:petition", args=[code])} for code in codes
            ],
        }


def _cell(found: ClosedFiguresTold, kind: Kind, figure: Figure, here: str) -> dict[str, Any]:
    count, label = len(found.behind.get((kind, figure), ())), FIGURES[figure]
    if not count:
        return {"label": label, "value": 0}
    asked = urlencode({"kind": str(kind), "figure": str(figure)})
    url = f"{here}?{asked}#behind"
    return {"label": label, "value": count, "action_url": url, "action_text": _("Mở danh sách")}
