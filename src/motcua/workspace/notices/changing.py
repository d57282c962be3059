"""Changing the words of a notice: typed, read as a citizen would, and only then set from a day on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.notices.commands.wording import (
    NoticeWordingBeginsInThePast,
    WordingInput,
    set_notice_wording,
)
from motcua.notices.previewing import Preview, preview_of
from motcua.notices.queries.texts import texts_at
from motcua.notices.shipped import NoticeText, TextKey
from motcua.workspace.announcing import COUNTRY, scopes_of
from motcua.workspace.notices.forms import TextForm
from motcua.workspace.notices.showing import text_title, text_url
from motcua.workspace.notices.texts import key_asked, place_of
from motcua.workspace.staff import StaffView


class ChangeText(StaffView):
    """GET: the words in force, to be changed. POST `do=preview`: as they would be read; nothing is
    kept. POST `do=apply`: set them."""

    permission = Permission.NOTICE_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        key = key_asked(request)
        words = self._words_now(key)
        tomorrow = local_day(self.at) + timedelta(days=1)
        scopes = scopes_of(self.actor, self.at)
        initial = {
            "subject": words.text.subject,
            "body": words.text.body,
            "is_sent": words.is_sent,
            "scope": scopes[0][0],
            "valid_from": short_day(tomorrow),
        }
        return self._form(key, TextForm(key.carrier, scopes, initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        key = key_asked(request)
        typed = TextForm(key.carrier, scopes_of(self.actor, self.at), request.POST)
        if not typed.is_valid():
            return self._form(key, typed, status=422)
        if request.POST.get("do") == "preview":
            return self._form(key, typed, preview=self._preview(key, typed))
        try:
            return self._apply(key, typed)
        except NoticeWordingBeginsInThePast as refusal:
            refusal.params["earliest"] = short_day(refusal.params["earliest"])
            typed.refuse([refusal])
        return self._form(key, typed, status=422)

    def _words_now(self, key: TextKey) -> NoticeText:
        assert self.actor.agency_id is not None
        rows = texts_at(self.actor, self.at, self.actor.agency_id)
        return next(row.words for row in rows if row.key == key)

    def _preview(self, key: TextKey, typed: TextForm) -> Preview:
        assert self.actor.agency_id is not None
        place = place_of(key, self.actor.agency_id, self.at)
        return preview_of(typed.cleaned_data["text"], key.carrier, key.language, place)

    def _form(
        self, key: TextKey, typed: TextForm, *, preview: Preview | None = None, status: int = 200
    ) -> HttpResponse:
        context: dict[str, Any] = {
            "title": text_title(key),
            "typed": typed,
            "preview": preview,
            "language": str(key.language),
            "show_url": text_url("notice-text", key),
            "change_url": text_url("change-notice-text", key),
        }
        return self.page("workspace/notices/change.html", context, status=status)

    def _apply(self, key: TextKey, typed: TextForm) -> HttpResponse:
        given = typed.cleaned_data
        set_notice_wording(
            actor=self.actor,
            at=self.at,
            agency_id=None if given["scope"] == COUNTRY else int(given["scope"]),
            given=WordingInput(
                key=key,
                subject=given["text"].subject,
                body=given["text"].body,
                is_sent=given["is_sent"],
                valid_from=given["valid_from"],
            ),
        )
        told = _("Đã ghi lời tin báo, áp dụng từ %(day)s.")
        messages.success(self.request, told % {"day": short_day(given["valid_from"])})
        return redirect(text_url("notice-text", key))
