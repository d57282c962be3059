"""Notices in the account, with what is read and what is not; and the wishes at each phone and mailbox."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.dossiers.vocabulary import Stage
from motcua.dossiers.wording import STAGES
from motcua.kernel.paging import CursorFaulty
from motcua.notices.commands.reading import mark_notices_read
from motcua.notices.queries.in_account import (
    AccountNoticeRow,
    account_notices,
)
from motcua.notices.wording import KINDS
from motcua.portal.citizen_view import CitizenView

NO, NOW, DAILY = "no", "now", "daily"
DIGITS_MAX = 18
CLOCK_LENGTH = 5


class ListNotices(CitizenView):
    """The newest first. POST `until=<id>`: all up to that one are read."""

    def get(self, request: HttpRequest) -> HttpResponse:
        try:
            page = account_notices(self.actor, request.GET.get("cursor", ""))
        except CursorFaulty:
            page = account_notices(self.actor)
        context = {
            "rows": [_row(one) for one in page.rows],
            "newest": page.rows[0].id if page.rows else 0,
            "has_unread": any(not one.is_read for one in page.rows),
            "next_cursor": page.next_cursor,
        }
        return self.page("portal/told/list.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        until = request.POST.get("until", "")
        if until.isascii() and until.isdigit() and len(until) <= DIGITS_MAX:
            mark_notices_read(actor=self.actor, at=self.at, until_id=int(until))
        return HttpResponseRedirect(reverse("portal:citizen-notices"))


def _row(one: AccountNoticeRow) -> dict[str, Any]:
    return {
        "kind": KINDS[one.kind],
        "code": one.dossier_code,
        "is_feedback": one.is_feedback,
        "stage": STAGES[Stage(one.stage)] if one.stage else "",
        "date": one.date,
        "happened_at": one.happened_at,
        "is_read": one.is_read,
    }
