"""Everything search: one box, and filters in the address."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import units_of
from motcua.dossiers.queries.counter import Pile
from motcua.dossiers.queries.finding import Against, Finding, find_dossiers
from motcua.dossiers.vocabulary import Stage, Status
from motcua.dossiers.wording import CHANNELS, STAGES
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.card_dates import parse_day
from motcua.kernel.paging import CursorFaulty
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.versions import sectors
from motcua.procedures.vocabulary import Channel
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception.cards import looked_for
from motcua.workspace.showing import dossier_rows, status_choices
from motcua.workspace.staff import StaffView
from motcua.workspace.work.asking import one_of, words_of
from motcua.workspace.work.lists import handlers_of
from motcua.workspace.work.showing import choices

PILES = {
    Pile.TO_RECEIVE: gettext_lazy("Mới đến, chờ kiểm tra và tiếp nhận"),
    Pile.TO_TAKE_OVER: gettext_lazy("Cơ quan khác chuyển đến, chờ nhận"),
    Pile.TO_HAND_OVER: gettext_lazy("Có kết quả, chờ trả"),
    Pile.TO_COMPLETE: gettext_lazy("Chờ người nộp bổ sung"),
    Pile.PARTLY_COMPLETED: gettext_lazy("Người nộp đã bổ sung một phần"),
    Pile.TO_ACCEPT: gettext_lazy("Nơi khác giao, chờ nhận bàn giao"),
    Pile.TURNED_BACK: gettext_lazy("Chuyển đi bị trả về, cần chuyển nơi khác"),
}
AGAINST = {
    Against.OVERDUE: gettext_lazy("Đang quá hạn"),
    Against.DUE_TODAY: gettext_lazy("Hẹn trả hôm nay"),
    Against.DUE_SOON: gettext_lazy("Sắp đến hạn"),
    Against.EARLY: gettext_lazy("Đã xong trước hạn"),
    Against.ON_TIME: gettext_lazy("Đã xong đúng hạn"),
    Against.ENDED_LATE: gettext_lazy("Đã xong quá hạn"),
}
NAMES = ("q", "status", "stage", "pile", "against", "from", "until", "sector", "procedure",
         "channel", "unit", "assignee")  # fmt: skip


class FindDossiers(StaffView):
    """Search by code, people (accents optional), phone, number, a result's number, a procedure."""

    permission = Permission.DOSSIER_SEARCH

    def get(self, request: HttpRequest) -> HttpResponse:
        params, wrong = request.GET, {}
        days: dict[str, date | None] = {}
        for name in ("from", "until"):
            days[name], wrong[name] = day_of(words_of(params, name))
        which = finding_of(params, days)
        query = query_of(params, which.text)
        try:
            page = find_dossiers(self.actor, which, at=self.at, cursor=params.get("cursor", ""))
        except CursorFaulty:
            return redirect(f"{reverse('workspace:dossiers')}?{query}")
        found = [row.code for row in page.rows]
        act = "dossier.search" if which.text else "dossier.list"
        self.note(act, detail={"q": which.text, "found": found})
        context: dict[str, Any] = {
            "q": which.text,
            "which": which,
            "typed": {name: words_of(params, name) for name in ("from", "until", "procedure")},
            "wrong": wrong,
            "is_narrowed": bool(query),
            "more_open": any(params.get(name) for name in NAMES[2:]),
            "pile": PILES.get(which.pile, "") if which.pile else "",
            "rows": dossier_rows(page.rows, self.at),
            "here": f"{reverse('workspace:dossiers')}?{query}",
            "query": query,
            "may_export": bool(may(self.actor, Permission.DOSSIER_EXPORT)),
            "next_cursor": page.next_cursor,
            "is_first": not params.get("cursor"),
            "search_value": which.text,
            **self._choices(which),
        }
        return self.page("workspace/work/find.html", context)

    def _choices(self, which: Finding) -> dict[str, Any]:
        agency_id, day = self.actor.agency_id or 0, local_day(self.at)
        units = [(str(unit.id), unit.name) for unit in units_of(agency_id, day)]
        people = [(str(one.holding_id), one.name) for one in handlers_of(self)]
        kinds = [(sector.code, sector.name) for sector in sectors()]
        return {
            "statuses": status_choices(str(which.status or "")),
            "stages": choices(_("Mọi bước"), STAGES.items(), str(which.stage or "")),
            "againsts": choices(_("Bất kể"), AGAINST.items(), str(which.against or "")),
            "channels": choices(_("Mọi cách nộp"), CHANNELS.items(), which.channel),
            "sectors": choices(_("Mọi lĩnh vực"), kinds, which.sector),
            "units": choices(_("Mọi đơn vị"), units, str(which.unit_id or "")),
            "people": choices(_("Bất kỳ ai"), people, str(which.assignee_id or "")),
        }


def finding_of(params: QueryDict, days: dict[str, date | None]) -> Finding:
    """Whatever is not understood is passed over."""
    return Finding(
        text=looked_for(words_of(params, "q")),
        status=one_of(Status, params.get("status", "")),
        stage=one_of(Stage, params.get("stage", "")),
        pile=one_of(Pile, params.get("pile", "")),
        against=one_of(Against, params.get("against", "")),
        received_from=days["from"],
        received_until=days["until"],
        sector=words_of(params, "sector"),
        procedure=words_of(params, "procedure"),
        channel=str(one_of(Channel, params.get("channel", "")) or ""),
        unit_id=whole_number(params.get("unit", "")),
        assignee_id=whole_number(params.get("assignee", "")),
    )


def query_of(params: QueryDict, text: str) -> str:
    """What is asked for, as an address; a scanned card stands there as its number only."""
    given = {name: words_of(params, name) for name in NAMES} | {"q": text}
    return urlencode({name: value for name, value in given.items() if value})


def day_of(text: str) -> tuple[date | None, str]:
    """The day typed, and what is wrong with it."""
    if not text:
        return None, ""
    try:
        return parse_day(text, "day"), ""
    except Refusal:
        return None, _("Ngày không đúng. Nhập ngày/tháng/năm, ví dụ 05/11/2026.")


def pile_url(pile: Pile) -> str:
    return f"{reverse('workspace:dossiers')}?{urlencode({'pile': str(pile)})}"
