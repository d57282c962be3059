"""The dossiers behind one number: of a report, or of the open work on the leader's page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.rows import UnitLabel
from motcua.agencies.successions import unit_labels
from motcua.dossiers.queries.figures import Behind, StayRow, stays_behind
from motcua.dossiers.vocabulary import Began, Stage
from motcua.dossiers.wording import CHANNELS, STAGES, TIMELINESS
from motcua.kernel.dates_vi import short_day
from motcua.kernel.money import figures
from motcua.kernel.paging import PAGE_ROWS, CursorFaulty, Page
from motcua.reports.composing import TOTAL_KEY, period_words
from motcua.reports.queries.behind import which_behind
from motcua.reports.queries.numbers import number_behind
from motcua.reports.queries.open_work import OpenAsked, open_behind
from motcua.reports.queries.row_names import row_name
from motcua.reports.vocabulary import ReportName
from motcua.reports.wording import INDICATORS, SHORT
from motcua.workspace.days import day_asked
from motcua.workspace.figures.asking import Wanted
from motcua.workspace.figures.views import FiguresView, name_of, report_url
from motcua.workspace.numbers import whole_number
from motcua.workspace.showing import TIMELINESS_TONES, Shown, due_words, stage_shown
from motcua.workspace.work.asking import one_of

FIRST_COLUMN = {ReportName.OFFICERS: "settled", ReportName.ONLINE_SHARE: "received-in-period"}


class BehindView(FiguresView):
    """A list with its number above it, in pages by key. Who looked at whose is kept."""

    def listed(
        self, which: Behind | None, here: str, told: dict[str, str], *, closed: int | None = None
    ) -> HttpResponse:
        """`which` None = nothing is counted there any more. `closed`: what a closed report says."""
        cursor, seen = self.request.GET.get("cursor", ""), self._seen()
        try:
            page = self._page(which, cursor)
        except CursorFaulty:
            return redirect(here)
        number = number_behind(self.actor, which, at=self.at) if which else 0
        codes = [row.code for row in page.rows]
        self.note("dossier.list", detail={"figure": _figure(here, closed), "found": codes})
        context = {
            **told,
            "number": number,
            "number_words": figures(number),
            "closed_words": "" if closed is None else figures(closed),
            "differs": closed is not None and closed != number,
            "rows": behind_rows(page.rows, self.at),
            "several": which is not None and len(which.agency_ids) > 1,
            "summary": shown_words(seen, len(page.rows), number),
            "newer_url": here if cursor else "",
            "older_url": _next(here, page, seen),
        }
        return self.page("workspace/figures/behind.html", context)

    def _page(self, which: Behind | None, cursor: str) -> Page[StayRow]:
        if which is None:
            return Page(rows=())
        return stays_behind(self.actor, which, at=self.at, cursor=cursor)

    def _seen(self) -> int:
        """How many came before; the address says it, and only the sentence relies on it."""
        return (whole_number(self.request.GET.get("seen", "")) or 0) if self._has_cursor() else 0

    def _has_cursor(self) -> bool:
        return bool(self.request.GET.get("cursor"))


class ShowBehind(BehindView):
    """`?report=&row=&column=` with the agency and the days of the report."""

    def get(self, request: HttpRequest) -> HttpResponse:
        params, wanted = request.GET, self.wanted()
        name = name_of(params.get("report", ReportName.II06A))
        row_key = params.get("row", TOTAL_KEY)
        column = params.get("column") or FIRST_COLUMN.get(name, "received")
        asked = wanted.asked(name)
        which = which_behind(self.actor, asked, row_key=row_key, column_code=column, at=self.at)
        query = wanted.query(report=str(name), row=row_key, column=column)
        here = f"{reverse('workspace:report-behind')}?{query}"
        told = {
            "title": str(INDICATORS[column].name),
            "caption": row_name(which, row_key, wanted.period.until_day) or wanted.agency.name,
            "lead": f"{wanted.agency.name}. {period_words(wanted.period)}.",
            "formula": str(INDICATORS[column].formula),
            "back_url": report_url(name, wanted),
            "back_text": str(SHORT[name]),
        }
        return self.listed(which, here, told)


class OverviewBehind(BehindView):
    """`?late=on&until=&unit=&officer=&stage=`: open now, of the leader's page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        wanted = self.wanted()
        asked = open_asked(request.GET, wanted, self.at)
        which = open_behind(self.actor, asked, at=self.at)
        told = {
            "title": _open_title(asked),
            "caption": _place_words(which, asked) or wanted.agency.name,
            "lead": wanted.agency.name,
            "formula": "",
            "back_url": f"{reverse('workspace:overview')}?{urlencode(wanted.place_query())}",
            "back_text": _("Tổng quan"),
        }
        return self.listed(which, open_url(asked, wanted.agency.slug), told)


def open_asked(params: Mapping[str, str], wanted: Wanted, at: datetime) -> OpenAsked:
    """Whatever is not understood is passed over."""
    until = params.get("until", "")
    return OpenAsked(
        agency_id=wanted.agency.id,
        with_subordinates=wanted.below,
        is_late=params.get("late") == "on",
        due_by=day_asked(until, at.date()) if until else None,
        unit_id=wanted.unit_id,
        handler_id=whole_number(params.get("officer", "")),
        stage=one_of(Stage, params.get("stage", "")),
    )


def open_url(asked: OpenAsked, slug: str) -> str:
    """The address of such a list; `open_asked` gives the equal back."""
    given = {
        "agency": slug,
        "below": "on" if asked.with_subordinates else "",
        "late": "on" if asked.is_late else "",
        "until": asked.due_by.isoformat() if asked.due_by else "",
        "unit": "" if asked.unit_id is None else str(asked.unit_id),
        "officer": "" if asked.handler_id is None else str(asked.handler_id),
        "stage": str(asked.stage or ""),
    }
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{reverse('workspace:overview-behind')}?{query}"


def _open_title(asked: OpenAsked) -> str:
    if asked.is_late:
        return _("Đang giải quyết, đã quá hạn")
    if asked.due_by:
        return _("Đến hạn từ nay đến hết ngày %(day)s") % {"day": short_day(asked.due_by)}
    return _("Đang giải quyết")


def _place_words(which: Behind, asked: OpenAsked) -> str:
    """Unit, officer and stage as far as they are named."""
    found = [str(STAGES[asked.stage])] if asked.stage else []
    if which.unit_id is not None:
        unit = unit_labels(frozenset({which.unit_id})).get(which.unit_id)
        found.append(unit.name if unit else _("Không thuộc đơn vị nào"))
    if asked.handler_id is not None:
        names = names_of(frozenset({asked.handler_id} - {0}))
        found.append(names.get(asked.handler_id, _("Chưa giao ai")))
    return " · ".join(found)


def _figure(here: str, closed: int | None) -> str:
    """What the access log keeps: the query; of a closed report the whole address, that names it."""
    return here.partition("?")[2] if closed is None else here


def _next(here: str, page: Page[StayRow], seen: int) -> str:
    if not page.next_cursor:
        return ""
    return f"{here}&{urlencode({'cursor': page.next_cursor, 'seen': seen + len(page.rows)})}"


def shown_words(seen: int, shown: int, number: int) -> str:
    """`Hiện 51–100 trong 1.234 hồ sơ`; nothing where all are on one page."""
    if not shown or (number <= PAGE_ROWS and not seen):
        return ""
    told = {"first": figures(seen + 1), "last": figures(seen + shown), "number": figures(number)}
    return _("Hiện %(first)s–%(last)s trong %(number)s hồ sơ") % told


def behind_rows(rows: Iterable[StayRow], at: datetime) -> list[dict[str, Any]]:
    rows = tuple(rows)
    units = unit_labels(frozenset(row.unit_id for row in rows if row.unit_id))
    people = names_of(frozenset(row.handler_id for row in rows if row.handler_id))
    return [_row(row, units, people, at) for row in rows]


def _row(
    row: StayRow, units: Mapping[int, UnitLabel], people: Mapping[int, str], at: datetime
) -> dict[str, Any]:
    unit = units.get(row.unit_id or 0)
    return {
        "url": reverse("workspace:dossier", args=[row.code]),
        "code": row.code,
        "owner": row.owner_name,
        "procedure": row.procedure_name,
        "channel": CHANNELS[row.channel],
        "unit": unit.name if unit else "–",
        "agency": unit.agency_short_name if unit else "",
        "handler": people.get(row.handler_id or 0, ""),
        "began": short_day(row.began_on),
        "began_note": began_words(row.began_as),
        "due": "" if row.ended_on else due_words(row.stage, row.due_at),
        "ended": short_day(row.ended_on) if row.ended_on else "",
        "how": how_shown(row, at),
    }


def began_words(began: Began) -> str:
    return {Began.REOPENED: _("mở lại"), Began.MOVED: _("nơi khác chuyển đến")}.get(began, "")


def how_shown(row: StayRow, at: datetime) -> Shown:
    """How it ended here; while it lasts, where it stands."""
    if row.timeliness is not None:
        return Shown(str(TIMELINESS[row.timeliness]), TIMELINESS_TONES[row.timeliness])
    if row.ended_on is not None:
        return Shown(_("Chuyển nơi khác"))
    if row.due_at is not None and row.due_at < at:
        return Shown(_("Quá hạn"), "danger")
    return stage_shown(row.stage)


def dossiers_words(count: int) -> str:
    return ngettext("%(count)s hồ sơ", "%(count)s hồ sơ", count) % {"count": figures(count)}
