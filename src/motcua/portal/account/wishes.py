"""How I want to be told of my dossiers: at once, once a day, or not at all, at each contact."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.citizens.queries import citizen_of
from motcua.citizens.vocabulary import ContactKind
from motcua.citizens.wording import CONTACT_KINDS
from motcua.notices.commands.wishing import QuietHoursHalfSaid, set_own_wish
from motcua.notices.queries.wishes import own_wishes
from motcua.notices.vocabulary import Language, Wish
from motcua.notices.wording import REFUSALS
from motcua.portal.citizen_view import CitizenView

AT_ONCE, DAILY, NOT_AT_ALL = "ngay", "gop", "khong"


HOURS = ("quiet_from", "quiet_until")
CLOCK = re.compile(r"[0-2]\d:[0-5]\d", re.ASCII)
TYPED_MAX = 20


class Wishes(CitizenView):
    """One question for each contact; the language is that of the account."""

    def get(self, request: HttpRequest) -> HttpResponse:
        own = own_wishes(self.actor)
        hours = next((wish for wish in own.values() if wish.quiet_from), Wish())
        typed = {name: _shown(getattr(hours, name)) for name in HOURS}
        return self._form(own, typed, "")

    def _form(
        self, own: dict[ContactKind, Wish], typed: dict[str, str], fault: str, status: int = 200
    ) -> HttpResponse:
        asked = [
            {
                "name": str(kind).lower(),
                "label": str(CONTACT_KINDS[kind]),
                "choices": _choices(wish),
            }
            for kind, wish in own.items()
        ]
        told = {
            "quiet_from": f"{settings.NOTICE_QUIET_FROM:%H:%M}",
            "quiet_until": f"{settings.NOTICE_QUIET_UNTIL:%H:%M}",
        }
        context = {"asked": asked, "typed": typed, "fault": fault, **told}
        return self.page("portal/account/wishes.html", context, status=status)

    def post(self, request: HttpRequest) -> HttpResponse:
        language = Language(citizen_of(self.actor).language)
        typed = {name: request.POST.get(name, "")[:TYPED_MAX] for name in HOURS}
        wishes = {}
        for kind in own_wishes(self.actor):
            given = request.POST.get(str(kind).lower(), AT_ONCE)
            wishes[kind] = Wish(
                is_wanted=given != NOT_AT_ALL, in_digest=given == DAILY, language=language
            )
        try:
            hours = {name: _clock(text) for name, text in typed.items()}
        except ValueError:
            return self._form(wishes, typed, _("Nhập giờ như 21:00."), status=422)
        if len({moment is None for moment in hours.values()}) > 1:
            fault = str(REFUSALS[QuietHoursHalfSaid.code])
            return self._form(wishes, typed, fault, status=422)
        for kind, wanted in wishes.items():
            wish = replace(wanted, quiet_from=hours["quiet_from"], quiet_until=hours["quiet_until"])
            set_own_wish(actor=self.actor, at=self.at, kind=ContactKind(kind), wish=wish)
        messages.success(request, _("Đã lưu cách nhận tin."))
        return HttpResponseRedirect(reverse("portal:account-wishes"))


def _clock(typed: str) -> time | None:
    """An hour of the day as it is typed; ValueError for what is none."""
    text = typed.strip()
    if not text:
        return None
    if not CLOCK.fullmatch(text):
        raise ValueError(text)
    return time.fromisoformat(text)


def _shown(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _choices(wish: Wish) -> list[dict[str, object]]:
    chosen = NOT_AT_ALL if not wish.is_wanted else DAILY if wish.in_digest else AT_ONCE
    told = (
        (AT_ONCE, _("Báo ngay"), ""),
        (DAILY, _("Gộp lại, mỗi ngày một tin"), _("Việc gấp vẫn được báo ngay")),
        (NOT_AT_ALL, _("Không nhận tin ở đây"), _("Vẫn xem được mọi việc trong tài khoản")),
    )
    return [
        {"value": value, "label": label, "hint": hint, "chosen": value == chosen}
        for value, label, hint in told
    ]
