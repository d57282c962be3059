"""Closing a report of a period: what it means, then the act."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.refusal_words import sentence_of
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.reports.commands.close_period import close_period
from motcua.reports.composing import worded
from motcua.reports.queries.building import report
from motcua.reports.queries.closed import closed_of
from motcua.reports.vocabulary import ReportName
from motcua.reports.wording import REFUSALS, SHORT
from motcua.workspace.figures.asking import Wanted, wanted_of
from motcua.workspace.figures.drawing import shares_of
from motcua.workspace.figures.tables import not_opening
from motcua.workspace.figures.views import FiguresView, closed_shown, name_of, report_url
from motcua.workspace.figures.words import check_lines


class CloseReport(FiguresView):
    """GET: what closing means, and what would be told. POST `do=close`, `sure=on`: close it."""

    permission = Permission.REPORT_CLOSE

    def get(self, request: HttpRequest, report_name: str) -> HttpResponse:
        return self._show(name_of(report_name), self.wanted())

    def post(self, request: HttpRequest, report_name: str) -> HttpResponse:
        name = name_of(report_name)
        wanted = wanted_of(self.actor, request.POST.dict(), self.at)
        if request.POST.get("do") != "close" or not wanted.form.is_valid():
            return self._show(name, wanted)
        if request.POST.get("sure") != "on":
            return self._show(name, wanted, _("Đánh dấu vào ô xác nhận rồi bấm Chốt kỳ."))
        try:
            made = close_period(actor=self.actor, at=self.at, asked=wanted.asked(name))
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            return self._show(name, wanted, sentence_of(REFUSALS, refusal))
        messages.success(request, _("Đã chốt kỳ. Bản chốt không sửa được nữa."))
        return redirect("workspace:closed-report", closed_id=made.id)

    def _show(self, name: ReportName, wanted: Wanted, problem: str = "") -> HttpResponse:
        if wanted.agency.id != self.actor.agency_id:
            raise NotFound(kind="agency")
        asked = wanted.asked(name)
        made = worded(report(self.actor, asked, at=self.at))
        context = {
            "wanted": wanted,
            "report": made,
            "short": SHORT[name],
            "report_url": report_url(name, wanted),
            "shares": shares_of(made, not_opening),
            "checks": check_lines(made),
            "closed": closed_shown(closed_of(self.actor, asked)),
            "is_over": wanted.period.until_day < local_day(self.at),
            "is_whole": made.unit is None,
            "problem": problem,
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
        return self.page("workspace/figures/closing.html", context, status=status)
