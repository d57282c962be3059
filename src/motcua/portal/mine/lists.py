"""Drafts and dossiers of one's own, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.queries.own.listing import OwnDossier, own_dossiers
from motcua.dossiers.vocabulary import Stage
from motcua.filing.queries.drafts import DraftLine, drafts_of
from motcua.filing.queries.messages import unread_of
from motcua.filing.rules.bounds import WARNED_BEFORE
from motcua.filing.vocabulary import DraftKind
from motcua.kernel.clock import local_day
from motcua.kernel.paging import CursorFaulty, Page
from motcua.portal.citizen_view import CitizenView
from motcua.portal.finding.lines import name_read
from motcua.portal.stages import meaning_of, stage_word
from motcua.ui.formats import moment

MY_TURN = frozenset({Stage.COMPLETION_ASKED, Stage.SUPPLEMENT_REQUESTED, Stage.OBLIGATION_DUE})


class Mine(CitizenView):
    """What waits for me comes first: drafts, then dossiers, the newest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        cursor = request.GET.get("cursor", "")
        page = self._page(cursor)
        unread = unread_of([row.id for row in page.rows])
        drafts = [] if cursor else [self._draft(line) for line in drafts_of(self.actor)]
        together = _together(page.rows)
        self.note("dossier.own-list", detail={"found": [row.code for row in page.rows]})
        context = {
            "drafts": drafts,
            "dossiers": [
                _dossier(row, unread.get(row.id, 0), local_day(self.at))
                | {"together": together.get(row.id, "")}
                for row in page.rows
            ],
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
        }
        return self.page("portal/mine/list.html", context)

    def _page(self, cursor: str) -> Page[OwnDossier]:
        try:
            return own_dossiers(self.actor, cursor=cursor, size=20)
        except CursorFaulty:
            return own_dossiers(self.actor, size=20)

    def _draft(self, line: DraftLine) -> dict[str, Any]:
        is_reply = line.kind is DraftKind.REPLY
        given = (
            {"code": line.dossier_code}
            if is_reply
            else {"code": line.procedure_code, "token": line.token}
        )
        return {
            "name": line.group_name
            or name_read(line.procedure_code, line.procedure_name, local_day(self.at)),
            "url": reverse("portal:reply" if is_reply else "portal:go-on", kwargs=given),
            "saved": moment(line.updated_at),
            "note": _("Bổ sung hồ sơ %(code)s") % {"code": line.dossier_code} if is_reply else "",
            "begun_by": line.begun_by,
            "expires_at": line.expires_at,
            "is_soon_gone": line.expires_at <= self.at + WARNED_BEFORE,
        }


def _together(rows: Sequence[OwnDossier]) -> dict[int, str]:
    """By dossier, the codes of the others on this page that were handed in with it."""
    first = {row.id: row.group_id or row.id for row in rows}
    return {
        row.id: ", ".join(
            one.code for one in rows if one.id != row.id and first[one.id] == first[row.id]
        )
        for row in rows
    }


def _dossier(row: OwnDossier, unread: int, day: date) -> dict[str, Any]:
    waits = row.awaits_companion
    return {
        "code": row.code,
        "url": reverse("portal:my-dossier", kwargs={"code": row.code}),
        "name": name_read(row.procedure_code, row.procedure_name, day),
        "owner": row.owner_name,
        "word": stage_word(row.stage, row.status, awaits_companion=waits),
        "tone": meaning_of(row.stage, awaits_companion=waits).tone,
        "came": moment(row.came_at),
        "due": moment(row.due_at) if row.due_at else "",
        "is_my_turn": row.stage in MY_TURN,
        "unread": unread,
    }
