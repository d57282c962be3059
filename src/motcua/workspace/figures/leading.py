"""The leader's page: what is late, what will be, where it is stuck, who has how much."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose, WorkFilter
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import figures
from motcua.reports.leading import LeadersView
from motcua.reports.queries.leader import DAYS_LOOKED_BACK, durations, leaders_view
from motcua.reports.queries.open_work import OpenAsked
from motcua.reports.vocabulary import ReportName
from motcua.workspace.figures.asking import Wanted
from motcua.workspace.figures.behind import open_url
from motcua.workspace.figures.changing import month_rows, share_changes, trend_chart
from motcua.workspace.figures.spread import (
    LATE_SHOWN,
    OFFICERS_SHOWN,
    STUCK_SHOWN,
    Opens,
    burden_rows,
    late_rows,
    part_words,
    spread_chart,
    stuck_rows,
    unit_rows,
)
from motcua.workspace.figures.views import FiguresView, report_url
from motcua.workspace.work.asking import work_url
from motcua.workspace.work.late import late_url

DURATIONS_SHOWN = 50


class Overview(FiguresView):
    """Each number opens the dossiers behind it."""

    permission = Permission.REPORT_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = self.wanted()
        view = leaders_view(
            self.actor, at=self.at, agency_id=wanted.agency.id, with_subordinates=wanted.below
        )
        self.note("overview.read", detail={"found": [one.code for one in view.late[:LATE_SHOWN]]})
        base = OpenAsked(agency_id=wanted.agency.id, with_subordinates=wanted.below)
        today = local_day(self.at)

        def opens(asked: OpenAsked) -> str:
            return open_url(asked, wanted.agency.slug)

        context = {
            "wanted": wanted,
            "form": wanted.form,
            "here": reverse("workspace:overview"),
            "place": view.unit_name or view.agency_name,
            "counted": short_moment(self.at),
            "figures": counts_shown(view, base, opens),
            "shares": share_changes(wanted, view.months),
            "late": late_rows(view.late, self.at),
            "late_words": late_words(view),
            "late_url": opens(replace(base, is_late=True)),
            "acts": self._acts(wanted),
            "may_inbox": bool(may(self.actor, Permission.TASK_ASSIGN)),
            "stuck": stuck_rows(view.stuck, base, opens, today),
            "units": unit_rows(view.units, base, opens),
            "spread": spread_chart(view.units),
            "officers": burden_rows(view.officers, base, opens, today),
            "officers_part": part_words(OFFICERS_SHOWN, len(view.officers)),
            "officers_url": report_url(ReportName.OFFICERS, wanted),
            "stuck_part": part_words(STUCK_SHOWN, len(view.stuck)),
            "trend": trend_chart(view.months),
            "months": month_rows(wanted, view.months),
        }
        return self.page("workspace/figures/overview.html", context)

    def _acts(self, wanted: Wanted) -> dict[str, str]:
        """Lists where a leader ticks dossiers and gives them to somebody, or says sorry for them."""
        leads = may(self.actor, Permission.DOSSIER_ASSIGN)
        if not leads or wanted.agency.id != self.actor.agency_id:
            return {"assign": "", "apologize": ""}
        led = WorkFilter(whose=Whose.LED, unassigned=True)
        late = WorkFilter(whose=Whose.LED, urgency=Urgency.OVERDUE)
        return {"assign": work_url(led), "apologize": late_url(late)}


class Durations(FiguresView):
    """How long the procedures really take, against what people are told."""

    permission = Permission.REPORT_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = self.wanted()
        found = durations(
            self.actor, at=self.at, agency_id=wanted.agency.id, with_subordinates=wanted.below
        )
        context = {
            "wanted": wanted,
            "form": wanted.form,
            "here": reverse("workspace:durations"),
            "overview_url": f"{reverse('workspace:overview')}?{wanted.query()}",
            "days": DAYS_LOOKED_BACK,
            "rows": found[:DURATIONS_SHOWN],
            "part": part_words(DURATIONS_SHOWN, len(found)),
        }
        return self.page("workspace/figures/durations.html", context)


def counts_shown(view: LeadersView, base: OpenAsked, opens: Opens) -> list[dict[str, Any]]:
    """Open, late, and what will be due soon: few great figures."""
    found: list[dict[str, Any]] = [
        _figure(view.open, _("đang giải quyết"), opens(base), "folder-open"),
        _figure(
            view.overdue,
            _("đã quá hạn"),
            opens(replace(base, is_late=True)),
            "triangle-alert",
            tone="danger",
        ),
    ]
    for one in view.ahead:
        label = _("đến hạn trong %(count)s ngày làm việc tới, đến hết %(day)s") % {
            "count": one.working_days,
            "day": short_day(one.until),
        }
        found.append(
            _figure(
                one.count,
                label,
                opens(replace(base, due_by=one.until)),
                "calendar-clock",
                tone="warning",
            )
        )
    return found


def _figure(count: int, label: str, url: str, icon_name: str, *, tone: str = "") -> dict[str, Any]:
    """Nothing to open, and no color, where there is none."""
    if not count:
        return {"value": "0", "label": label, "icon": icon_name}
    return {
        "value": figures(count),
        "label": label,
        "url": url,
        "icon": icon_name,
        "tone": tone,
    }


def late_words(view: LeadersView) -> str:
    """How many of the late ones are on the page."""
    if view.overdue <= LATE_SHOWN:
        return ""
    told = {"shown": LATE_SHOWN, "count": figures(view.overdue)}
    return (
        ngettext(
            "Hồ sơ quá hạn lâu nhất trong %(count)s hồ sơ quá hạn.",
            "%(shown)s hồ sơ trễ lâu nhất trong %(count)s hồ sơ quá hạn.",
            LATE_SHOWN,
        )
        % told
    )
