"""The words of notices: the list of them, and one text with its preview and its periods."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.notices.previewing import PETITION_CODE, PreviewPlace, preview_of
from motcua.notices.queries.texts import periods_of, texts_at
from motcua.notices.rules.telling import KINDS_OF_PETITION
from motcua.notices.shipped import TextKey, text_keys
from motcua.workspace.notices.showing import (
    period_rows,
    text_groups,
    text_title,
    text_url,
    words_shown,
)
from motcua.workspace.paper_forms.showing import agency_names
from motcua.workspace.staff import StaffView


def key_asked(request: HttpRequest) -> TextKey:
    """The text of `?kind=&carrier=&language=`; without any, the first. Refusal: NotFound."""
    asked = tuple(request.GET.get(name, "") for name in ("kind", "carrier", "language"))
    if not any(asked):
        return text_keys()[0]
    for key in text_keys():
        if asked == (key.kind, key.carrier, key.language):
            return key
    raise NotFound(kind="notice-text")


def place_of(key: TextKey, agency_id: int, at: datetime) -> PreviewPlace:
    """Where and when a text is read: with the public address of a dossier, or of feedback."""
    here = settings.PUBLIC_ADDRESS.rstrip("/")
    if key.kind in KINDS_OF_PETITION:
        site = f"{here}{reverse('portal:follow-feedback')}?ma="
        return PreviewPlace(agency_id, at, site, rating_door(), PETITION_CODE)
    return PreviewPlace(agency_id, at, here + reverse("portal:find"), rating_door())


def rating_door() -> str:
    """The public address of the rating door up to a key."""
    return settings.PUBLIC_ADDRESS.rstrip("/") + reverse("portal:rate-start")


class ListTexts(StaffView):
    """Every text, which of them were changed, and which kinds do not go by which carrier."""

    permission = Permission.NOTICE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        assert self.actor.agency_id is not None
        rows = texts_at(self.actor, self.at, self.actor.agency_id)
        names = agency_names({row.set_by_agency_id for row in rows}, local_day(self.at))
        return self.page("workspace/notices/texts.html", {"groups": text_groups(rows, names)})


class ShowText(StaffView):
    """One text: its words today, as it is read, and the periods that were set."""

    permission = Permission.NOTICE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        agency_id = self.actor.agency_id
        assert agency_id is not None
        key, today = key_asked(request), local_day(self.at)
        row = next(row for row in texts_at(self.actor, self.at, agency_id) if row.key == key)
        periods = periods_of(self.actor, self.at, key)
        names = agency_names({row.set_by_agency_id, *(one.agency_id for one in periods)}, today)
        place = place_of(key, agency_id, self.at)
        context: dict[str, Any] = {
            "title": text_title(key),
            "row": row,
            "owner": names.get(row.set_by_agency_id, ""),
            "words": words_shown(row.words),
            "preview": preview_of(row.words.text, key.carrier, key.language, place),
            "language": str(key.language),
            "history": period_rows(periods, names, today),
            "change_url": text_url("change-notice-text", key),
            "may_change": bool(may(self.actor, Permission.NOTICE_CHANGE)),
        }
        return self.page("workspace/notices/text.html", context)
