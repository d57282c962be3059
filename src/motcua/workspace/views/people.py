"""The position one works in, and the access log."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.queries import HoldingChoice, holdings_of, officers
from motcua.accounts.rules.roles import Permission
from motcua.audit.queries import AccessFilter, access_log
from motcua.kernel.clock import ZONE
from motcua.kernel.dates_vi import short_day
from motcua.workspace.chrome import home_of
from motcua.workspace.days import typed_day
from motcua.workspace.numbers import whole_number
from motcua.workspace.showing_people import (
    access_rows,
    person_choices,
    position_choices,
)
from motcua.workspace.sign_in import choose_holding
from motcua.workspace.signed_in import SignedInView
from motcua.workspace.staff import StaffView


class ChoosePosition(SignedInView):
    """The positions one holds or stands in for; POST `holding` chooses one for this session.

    Whoever is signed in may ask, also one whose positions give no right yet: it shows nothing but
    what is one's own.
    """

    def get(self, _request: HttpRequest) -> HttpResponse:
        return self._show()

    def post(self, request: HttpRequest) -> HttpResponse:
        wanted = request.POST.get("holding", "")
        chosen = next((one for one in self._choices() if str(one.holding_id) == wanted), None)
        if chosen is None:
            told = _("Chọn một vị trí trong danh sách.")
            return self._show(error=told, status=422)
        choose_holding(request, chosen.holding_id)
        return redirect(home_of(chosen.roles))

    def _choices(self) -> tuple[HoldingChoice, ...]:
        assert self.actor.user_id is not None
        return holdings_of(self.actor.user_id, self.at)

    def _show(self, *, error: str = "", status: int = 200) -> HttpResponse:
        context = {"choices": position_choices(self._choices(), self.actor), "error": error}
        return self.page("workspace/officers/positions.html", context, status=status)


class ShowAccessLog(StaffView):
    """Who looked at or tried what, newest first; `?user=` one person, `?day=` one day."""

    permission = Permission.ACCESS_LOG_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        typed = request.GET.get("day", "")
        day, wrong = typed_day(typed)
        user_id = whole_number(request.GET.get("user", ""))
        denied = request.GET.get("outcome") == "DENIED"
        wanted = AccessFilter(
            since=_midnight(day) if day else None,
            until=_midnight(day + timedelta(days=1)) if day and day < date.max else None,
            user_id=user_id,
            outcome="DENIED" if denied else "",
        )
        after = _cursor(request.GET.get("cursor", ""))
        page = access_log(self.actor, wanted, after)
        people = officers(self.actor, self.at, rows_max=100)
        context = {
            "day": short_day(day) if day else typed,
            "wrong": wrong,
            "user_id": user_id or "",
            "denied": denied,
            "people": person_choices(people.rows, user_id),
            "rows": access_rows(page.rows),
            "next_cursor": f"{page.next_after[1]}.{page.next_after[0].isoformat()}"
            if page.next_after
            else "",
            "is_first": after is None,
        }
        return self.page("workspace/access_log/list.html", context)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZONE)


def _cursor(text: str) -> tuple[datetime, int] | None:
    """Where a page of the log goes on; the first page for anything that no page has given."""
    number, _dot, moment = text.partition(".")
    row_id = whole_number(number)
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (at, row_id) if row_id is not None and at.tzinfo else None
