"""What is offered to us, what we offered, what is away: six lists on one page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.counter import Pile, count_lying
from motcua.dossiers.queries.custody.lists import Hands, count_passed, passed
from motcua.kernel.paging import CursorFaulty
from motcua.workspace.custody.showing import row_shown
from motcua.workspace.staff import StaffView
from motcua.workspace.work.asking import one_of
from motcua.workspace.work.find import pile_url

LISTS = {
    Hands.TO_ACCEPT: _("Chờ cơ quan mình nhận"),
    Hands.HELD: _("Cơ quan mình đang giữ hộ"),
    Hands.SENT: _("Cơ quan mình giao, chờ trả lời"),
    Hands.REFUSED: _("Bị từ chối nhận"),
    Hands.AWAY: _("Đang ở nơi khác"),
    Hands.TURNED_BACK: _("Bị trả về, cần chuyển nơi khác"),
}
LEADS = {
    Hands.TO_ACCEPT: _("Nơi khác giao đến. Mở hồ sơ, đối chiếu giấy tờ rồi nhận hoặc từ chối."),
    Hands.HELD: _(
        "Hồ sơ của cơ quan khác đang ở cơ quan mình. Làm xong việc được giao thì giao trả."
    ),
    Hands.SENT: _("Chưa được nhận thì cơ quan mình vẫn giữ và chịu trách nhiệm. Có thể rút lại."),
    Hands.REFUSED: _("Nơi nhận không nhận, trong 30 ngày qua. Xem lý do rồi giao lại hoặc tự làm."),
    Hands.AWAY: _("Hồ sơ cơ quan mình giải quyết đang ở cơ quan khác làm một việc."),
    Hands.TURNED_BACK: _(
        "Cơ quan mình tiếp nhận thay, cơ quan được chuyển đến nói không thuộc thẩm quyền."
    ),
}
EMPTY = _("Không có hồ sơ nào ở mục này")


class HandOvers(StaffView):
    """`?list=` one of `Hands`, in small letters."""

    permission = Permission.DOSSIER_OFFER

    def get(self, request: HttpRequest) -> HttpResponse:
        hands = one_of(Hands, request.GET.get("list", "").upper()) or Hands.TO_ACCEPT
        here = list_url(hands)
        try:
            page = passed(self.actor, hands, at=self.at, cursor=request.GET.get("cursor", ""))
        except CursorFaulty:
            return redirect(here)
        counts = count_passed(self.actor, at=self.at)
        self.note("dossier.list", detail={"hands": str(hands)})
        context: dict[str, Any] = {
            "tabs": [
                {
                    "url": list_url(one),
                    "label": words,
                    "current": one is hands,
                    "count": counts[one],
                }
                for one, words in LISTS.items()
            ],
            "hands": str(hands),
            "title": LISTS[hands],
            "lead": LEADS[hands],
            "empty": EMPTY,
            "rows": [row_shown(row, self.at) for row in page.rows],
            "here": here,
            "next_cursor": page.next_cursor,
            "to_take_over": self._to_take_over(hands),
            "to_take_over_url": pile_url(Pile.TO_TAKE_OVER),
            "is_first": not request.GET.get("cursor"),
        }
        return self.page("workspace/custody/lists.html", context)

    def _to_take_over(self, hands: Hands) -> int:
        """How many another desk received for one's own agency: sent to it, so that nobody offers them."""
        return count_lying(self.actor, Pile.TO_TAKE_OVER) if hands is Hands.TO_ACCEPT else 0


def list_url(hands: Hands) -> str:
    return f"{reverse('workspace:hand-overs')}?list={hands.lower()}"
