"""How I want to be told of my dossiers: at once, once a day, or not at all, at each contact."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.citizens.queries import citizen_of
from motcua.citizens.vocabulary import ContactKind
from motcua.citizens.wording import CONTACT_KINDS
from motcua.notices.commands.wishing import set_own_wish
from motcua.notices.queries.wishes import own_wishes
from motcua.notices.vocabulary import Language, Wish
from motcua.portal.citizen_view import CitizenView

AT_ONCE, DAILY, NOT_AT_ALL = "ngay", "gop", "khong"


class Wishes(CitizenView):
    """One question for each contact; the language is that of the account."""

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = [
            {
                "name": str(kind).lower(),
                "label": str(CONTACT_KINDS[kind]),
                "choices": _choices(wish),
            }
            for kind, wish in own_wishes(self.actor).items()
        ]
        told = {
            "quiet_from": f"{settings.NOTICE_QUIET_FROM:%H:%M}",
            "quiet_until": f"{settings.NOTICE_QUIET_UNTIL:%H:%M}",
        }
        return self.page("portal/account/wishes.html", {"asked": asked, **told})

    def post(self, request: HttpRequest) -> HttpResponse:
        language = Language(citizen_of(self.actor).language)
        for kind in own_wishes(self.actor):
            given = request.POST.get(str(kind).lower(), AT_ONCE)
            wish = Wish(is_wanted=given != NOT_AT_ALL, in_digest=given == DAILY, language=language)
            set_own_wish(actor=self.actor, at=self.at, kind=ContactKind(kind), wish=wish)
        messages.success(request, _("Đã lưu cách nhận tin."))
        return HttpResponseRedirect(reverse("portal:account-wishes"))


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
