"""Local days of one year carried into the next by arithmetic: the same day and month, marked as such."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.commands.move_deadlines import announce_and_move
from motcua.dossiers.long_runs.beginning import begin_day_off, many_move
from motcua.dossiers.tasks import go_on_long_run
from motcua.kernel.clock import local_day
from motcua.ui.choosing import chosen_of
from motcua.workspace.showing_calendar import KINDS
from motcua.workspace.staff import StaffView
from motcua.worktime.queries.special_days import SpecialDayRow, special_days_of
from motcua.worktime.rules.day_table import LAST_DAY
from motcua.worktime.vocabulary import DayCause, SpecialDay
from motcua.worktime.wording import day_with_weekday

LOCAL = frozenset({DayCause.LOCAL_CLOSURE, DayCause.LOCAL_WORK})
YEAR_MAX = LAST_DAY.year - 1


class CarryDays(StaffView):
    """GET: the own agency's local days of this year and where they would fall. POST `do=apply`."""

    permission = Permission.CALENDAR_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(self._offered(), chosen=())

    def post(self, request: HttpRequest) -> HttpResponse:
        offered = self._offered()
        open_days = [row.special.day.isoformat() for row, _day, why in offered if not why]
        chosen = chosen_of(request.POST, open_days)
        if chosen.only_ticking:
            return self._page(offered, chosen=chosen.values)
        if not chosen.values:
            told = _("Chưa chọn ngày nào. Đánh dấu những ngày muốn chép.")
            return self._page(offered, chosen=(), error=told, status=422)
        return self._carry(offered, chosen.values)

    @property
    def _year(self) -> int:
        return min(local_day(self.at).year, YEAR_MAX)

    def _offered(self) -> list[tuple[SpecialDayRow, date | None, str]]:
        """Each local day, its date next year, and why it cannot be carried (empty: it can)."""
        assert self.actor.agency_id is not None
        today = local_day(self.at)
        own = self.actor.agency_id
        ahead = special_days_of(own, self._year + 1, today)
        known = {row.special.day for row in ahead if row.agency_id == own}
        rows = special_days_of(own, self._year, today)
        local = [row for row in rows if row.agency_id == own and row.special.cause in LOCAL]
        return [(row, *_next(row.special.day, known)) for row in local]

    def _carry(
        self, offered: list[tuple[SpecialDayRow, date | None, str]], wanted: tuple[str, ...]
    ) -> HttpResponse:
        count = 0
        for row, day, _why in offered:
            if day is None or row.special.day.isoformat() not in wanted:
                continue
            self._announce(self._carried(row.special, day))
            count += 1
        told = ngettext(
            "Đã chép %(num)s ngày sang năm %(year)s.",
            "Đã chép %(num)s ngày sang năm %(year)s.",
            count,
        )
        messages.success(self.request, told % {"num": count, "year": self._year + 1})
        return redirect(f"{reverse('workspace:calendar')}?year={self._year + 1}")

    def _announce(self, special: SpecialDay) -> None:
        """Where many dossiers are touched, a worker moves them."""
        own = self.actor.agency_id
        given: dict[str, Any] = {"actor": self.actor, "at": self.at, "agency_id": own}
        if many_move(own, special, at=self.at):
            go_on_long_run.enqueue(begin_day_off(special=special, **given))
        else:
            announce_and_move(special=special, **given)

    def _carried(self, special: SpecialDay, day: date) -> SpecialDay:
        source = _("Tạm tính: chép từ năm %(year)s") % {"year": special.day.year}
        return replace(special, day=day, source=source)

    def _page(
        self,
        offered: list[tuple[SpecialDayRow, date | None, str]],
        *,
        chosen: tuple[str, ...],
        error: str = "",
        status: int = 200,
    ) -> HttpResponse:
        context: dict[str, Any] = {
            "year": self._year,
            "error": error,
            "rows": [
                {
                    "value": row.special.day.isoformat(),
                    "name": row.special.name or str(KINDS[row.special.kind]),
                    "kind": str(KINDS[row.special.kind]),
                    "day": day_with_weekday(row.special.day, _),
                    "next": day_with_weekday(day, _) if day else "—",
                    "chosen": row.special.day.isoformat() in chosen,
                    "blocked": why,
                }
                for row, day, why in offered
            ],
        }
        return self.page("workspace/calendar/next_year.html", context, status=status)


def _next(day: date, known: set[date]) -> tuple[date | None, str]:
    """The same day and month a year later; 29 February has none."""
    try:
        later = day.replace(year=day.year + 1)
    except ValueError:
        return None, _("Năm sau không có ngày này.")
    return later, _("Năm sau đã ghi ngày này.") if later in known else ""
