"""Where time goes, for leaders: by agency and unit, by step; each number opens the dossiers behind it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import place_name
from motcua.dossiers.queries.custody.time_held import HeldNow, TimeHeld, held_now, time_held
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.paging import CursorFaulty
from motcua.workflow.queries.time_spent import (
    OpenNow,
    Spent,
    TimeFilter,
    open_by_place,
    tasks_behind,
    time_by_place,
    time_by_step,
)
from motcua.workspace.staff import StaffView
from motcua.workspace.workflow.showing import place_words, task_shown, time_words

USUAL_DAYS, DAYS_MAX = 30, 400
YEARS = range(1900, 2200)
NUMBER_MAX = 18
DAY_MAX = 40


class WhereTimeGoes(StaffView):
    """The last thirty days unless another period is asked for."""

    permission = Permission.REPORT_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        which, fault = asked(request, self.at)
        context = {
            "first": request.GET.get("first", short_day(which.first)),
            "last": request.GET.get("last", short_day(which.last)),
            "fault": fault,
        }
        if fault:
            return self.page("workspace/workflow/time.html", context, status=422)
        context |= self._of_steps(which) | self._of_hands(which)
        return self.page("workspace/workflow/time.html", context)

    def _of_steps(self, which: TimeFilter) -> dict[str, Any]:
        """What the own steps took, and which are open."""
        places, steps = time_by_place(self.actor, which), time_by_step(self.actor, which)
        whole = sum(one.minutes for one in places)
        return {
            "places": [self._spent(one, which, whole) for one in places],
            "steps": [self._spent(one, which, whole) for one in steps],
            "open_now": [self._open(one) for one in open_by_place(self.actor, which, self.at)],
            "whole": time_words(whole),
            "count": sum(one.count for one in places),
            "late": sum(one.late for one in places),
        }

    def _of_hands(self, which: TimeFilter) -> dict[str, Any]:
        """How long co-operating agencies had dossiers in hand, and which have some now."""
        held = time_held(self.actor, which.first, which.last, self.at)
        now = held_now(self.actor, self.at)
        return {
            "held": [self._held(one) for one in held],
            "held_now": [self._open(one) | self._called(one) for one in now],
            "away_url": (
                f"{reverse('workspace:hand-overs')}?list=away"
                if may(self.actor, Permission.DOSSIER_OFFER)
                else ""
            ),
        }

    def _held(self, one: TimeHeld) -> dict[str, Any]:
        return {
            **self._called(one),
            "count": one.count,
            "late": one.late,
            "time": time_words(one.minutes),
            "each": time_words(one.minutes // one.count),
            "longest": time_words(one.longest),
        }

    def _spent(self, one: Spent, which: TimeFilter, whole: int) -> dict[str, Any]:
        here = TimeFilter(
            first=which.first,
            last=which.last,
            agency_id=one.agency_id,
            unit_id=one.unit_id or 0,
            step=one.step,
        )
        return {
            "place": place_words(one.agency_id, one.unit_id, self.at),
            "step": one.step,
            "count": one.count,
            "url": behind_url(here),
            "late": one.late,
            "late_url": behind_url(here, only_late=True),
            "time": time_words(one.minutes),
            "share": round(100 * one.minutes / whole) if whole else 0,
            "each": time_words(one.minutes // one.count),
            "allotted": time_words(one.allotted // one.count) if one.allotted else "–",
            "longest": time_words(one.longest),
        }

    def _called(self, one: TimeHeld | HeldNow) -> dict[str, str]:
        """Its whole name: what it is called at home is not known everywhere."""
        return {"place": place_name(one.agency_id, one.unit_id, local_day(self.at))}

    def _open(self, one: OpenNow | HeldNow) -> dict[str, Any]:
        return {
            "place": place_words(one.agency_id, one.unit_id, self.at),
            "count": one.count,
            "late": one.late,
            "oldest": short_day(local_day(one.oldest)),
        }


class TimeBehind(StaffView):
    """The steps behind a number, each with its dossier."""

    permission = Permission.REPORT_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        which, fault = asked(request, self.at)
        if fault:
            return redirect(f"{reverse('workspace:where-time-goes')}?{_days_of(request)}")
        only_late, cursor = request.GET.get("late") == "1", request.GET.get("cursor", "")
        here = behind_url(which, only_late=only_late)
        try:
            page = tasks_behind(self.actor, which, only_late=only_late, cursor=cursor)
        except CursorFaulty:
            return redirect(here)
        codes = [row.dossier_code for row in page.rows]
        self.note("dossier.list", detail={"time": which.step, "found": codes})
        context = {
            "step": which.step or _("Mọi bước"),
            "period": _("Từ %(first)s đến %(last)s")
            % {"first": short_day(which.first), "last": short_day(which.last)},
            "rows": [
                task_shown(row, self.at)
                | {
                    "spent": time_words(row.spent),
                    "allotted": time_words(row.effort) if row.effort else "–",
                }
                for row in page.rows
            ],
            "here": here,
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
        }
        return self.page("workspace/workflow/time_behind.html", context)


def asked(request: HttpRequest, at: datetime) -> tuple[TimeFilter, str]:
    """The period and place of the address, and what is wrong with it: then the usual period."""
    today = local_day(at)
    usual = (today - timedelta(days=USUAL_DAYS - 1), today)
    params = request.GET
    first = _day(params.get("first", ""), usual[0])
    last = _day(params.get("last", ""), usual[1])
    place: dict[str, Any] = {
        "agency_id": _number(params.get("agency", "")),
        "unit_id": _number(params.get("unit", "")),
        "step": params.get("step", "")[:300],
    }
    if first is None or last is None or first > last or (last - first).days > DAYS_MAX:
        told = _(
            "Nhập hai ngày như 05/02/2026; ngày đầu trước ngày cuối, không quá %(count)s ngày."
        )
        return TimeFilter(first=usual[0], last=usual[1], **place), told % {"count": DAYS_MAX}
    return TimeFilter(first=first, last=last, **place), ""


def _day(text: str, usual: date) -> date | None:
    if not text:
        return usual
    try:
        day = datetime.strptime(text.strip(), "%d/%m/%Y").date()  # noqa: DTZ007  # a day
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _days_of(request: HttpRequest) -> str:
    """The days that were asked for, as they were written, for the page that says what is wrong."""
    return urlencode({name: request.GET.get(name, "")[:DAY_MAX] for name in ("first", "last")})


def _number(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= NUMBER_MAX
    return int(text) if is_number else None


def behind_url(which: TimeFilter, *, only_late: bool = False) -> str:
    """Where the steps behind a number are listed."""
    query = {"first": short_day(which.first), "last": short_day(which.last)}
    query |= {"agency": str(which.agency_id)} if which.agency_id is not None else {}
    query |= {"unit": str(which.unit_id)} if which.unit_id is not None else {}
    query |= {"step": which.step} if which.step else {}
    query |= {"late": "1"} if only_late else {}
    return f"{reverse('workspace:time-behind')}?{urlencode(query)}"
