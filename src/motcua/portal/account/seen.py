"""Who looked at my dossiers: position, agency, when and what for; my own looks are left out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from motcua.dossiers.queries.own.looks import Look, looks_at_own
from motcua.dossiers.vocabulary import Act
from motcua.dossiers.wording import ACTS as DOSSIER_ACTS
from motcua.kernel.clock import local, local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.paging import CursorFaulty, after_moment, moment_cursor
from motcua.portal.citizen_view import CitizenView

PURPOSES = {
    "dossier.read": gettext_lazy("Xem hồ sơ để tiếp nhận, giải quyết"),
    "declaration.read": gettext_lazy("Đọc tờ khai để kiểm tra"),
    "declaration.printed": gettext_lazy("In tờ khai để lưu cùng hồ sơ"),
    "message.read": gettext_lazy("Đọc tin nhắn về hồ sơ để trả lời"),
    "paper.printed": gettext_lazy("In giấy của hồ sơ để đưa cho người nộp hoặc lưu"),
    "slip.printed": gettext_lazy("In giấy tiếp nhận để đưa cho người nộp"),
    "file.read": gettext_lazy("Mở tệp đã gửi để kiểm tra"),
    "dossier.act-asked": gettext_lazy("Làm một việc của hồ sơ"),
    "task.read": gettext_lazy("Xem việc phải làm của hồ sơ"),
}
OF_THE_OFFICE = gettext_lazy("Xem hồ sơ vì công việc của cơ quan")
WATCHING = gettext_lazy("Kiểm tra, giám sát cơ quan đang giải quyết")


class SeenBy(CitizenView):
    """Newest first, page by page; `?ho-so=` for one dossier."""

    def get(self, request: HttpRequest) -> HttpResponse:
        try:
            after = after_moment(request.GET.get("sau", ""))
        except CursorFaulty:
            after = None
        code = request.GET.get("ho-so", "")
        found = looks_at_own(self.actor, after, code=code)
        place = {"ho-so": code} if code else {}
        if found.next_after:
            place["sau"] = moment_cursor(*found.next_after)
        context: dict[str, Any] = {
            "rows": shown(found.rows),
            "more": urlencode(place) if found.next_after else "",
            "code": code,
        }
        return self.page("portal/account/seen.html", context)


def shown(looks: Iterable[Look]) -> list[dict[str, Any]]:
    """One line for what one person did with one dossier on one day."""
    ordered = sorted(looks, key=_of_one_day, reverse=True)
    return [_row(list(group)) for _key, group in groupby(ordered, key=_of_one_day)]


def _of_one_day(look: Look) -> tuple[Any, ...]:
    return (local_day(look.at), look.code, look.person, look.title, look.agency, look.is_program)


def _row(looks: list[Look]) -> dict[str, Any]:
    latest = looks[0]
    by = ", ".join(part for part in (latest.title, latest.agency) if part)
    if latest.is_program:
        by = _("%(by)s, bằng phần mềm của cơ quan") % {"by": by or pgettext("một", "Cơ quan")}
    moments = sorted(local(look.at) for look in looks)
    hours = list(dict.fromkeys(f"{one:%H:%M}" for one in (moments[0], moments[-1])))
    return {
        "day": short_day(local_day(latest.at)),
        "hours": "–".join(hours),
        "times": ngettext("%(count)s lần", "%(count)s lần", len(looks)) % {"count": len(looks)},
        "by": by or pgettext("một", "Cán bộ"),
        "why": list(dict.fromkeys(purpose_of(look) for look in reversed(looks))),
        "code": latest.code,
        "url": reverse("portal:my-dossier", kwargs={"code": latest.code}),
    }


def purpose_of(look: Look) -> str:
    """What it was for, in plain words: an office may look only for work of its own, and one above it
    only to see that the work is done rightly."""
    if not look.is_of_office:
        return str(WATCHING)
    act = next((one for one in Act if str(one) == f"dossier.{look.asked}"), None)
    if act is not None:
        return _("Làm việc “%(act)s”") % {"act": DOSSIER_ACTS[act]}
    if look.is_file:
        return str(PURPOSES["file.read"])
    return str(PURPOSES.get(look.act, OF_THE_OFFICE))
