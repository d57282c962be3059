"""Who looked at my dossiers: position, agency, moment and act; my own looks are left out."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from motcua.audit.wording import ACTS
from motcua.dossiers.queries.own.looks import Look, looks_at_own
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.paging import CursorFaulty, after_moment, moment_cursor
from motcua.portal.citizen_view import CitizenView


class SeenBy(CitizenView):
    """Newest first, page by page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        try:
            after = after_moment(request.GET.get("sau", ""))
        except CursorFaulty:
            after = None
        found = looks_at_own(self.actor, after)
        more = urlencode({"sau": moment_cursor(*found.next_after)}) if found.next_after else ""
        context: dict[str, Any] = {"rows": [_row(one) for one in found.rows], "more": more}
        return self.page("portal/account/seen.html", context)


def _row(look: Look) -> dict[str, str]:
    by = ", ".join(part for part in (look.title, look.agency) if part)
    if look.is_program:
        by = _("%(by)s, bằng phần mềm của cơ quan") % {"by": by or pgettext("một", "Cơ quan")}
    return {
        "moment": short_moment(look.at),
        "by": by or pgettext("một", "Cán bộ"),
        "what": str(ACTS.get(look.act, look.act)),
        "code": look.code,
    }
