"""Bad answers: the list, the overdue first, and one of them with what can be done."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.accounts.rules.roles import Permission
from motcua.kernel.clock import local_day
from motcua.surveys.commands.follow_ups import (
    FollowUpOver,
    OutcomeFaulty,
    OwnerUnknown,
    close_follow_up,
    give_follow_up,
)
from motcua.surveys.queries.follow_ups import FollowUpRow, follow_up, follow_ups
from motcua.surveys.queries.forms import reasons_ever
from motcua.surveys.vocabulary import FollowUpState
from motcua.surveys.wording import FOLLOW_UP_STATES, OCCASIONS, REFUSALS
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

TYPED_MAX = 3000


class ListFollowUps(StaffView):
    """Those one leads or was given."""

    permission = Permission.SURVEY_FOLLOW_UP

    def get(self, request: HttpRequest) -> HttpResponse:
        today = local_day(self.at)
        rows = [shown(one, today) for one in follow_ups(self.actor, self.at)]
        self.note("follow-up.list", detail={"found": len(rows)})
        return self.page("workspace/surveys/follow_ups.html", {"rows": rows})


class ShowFollowUp(StaffView):
    """POST `do=give` with `owner`; POST `do=close` with `outcome`."""

    permission = Permission.SURVEY_FOLLOW_UP

    def get(self, request: HttpRequest, follow_up_id: int) -> HttpResponse:
        return self._show(follow_up_id)

    def post(self, request: HttpRequest, follow_up_id: int) -> HttpResponse:
        do, outcome = request.POST.get("do", ""), request.POST.get("outcome", "")[:TYPED_MAX]
        asked: dict[str, Any] = {
            "actor": self.actor,
            "at": self.at,
            "follow_up_id": follow_up_id,
        }
        try:
            if do == "give":
                owner_id = whole_number(request.POST.get("owner", "")) or 0
                give_follow_up(**asked, owner_id=owner_id)
            elif do == "close":
                close_follow_up(**asked, outcome=outcome)
            else:
                return self._show(follow_up_id)
        except (FollowUpOver, OutcomeFaulty, OwnerUnknown) as refusal:
            faults = {refusal.field or "": _(str(REFUSALS[refusal.code])) % refusal.params}
            return self._show(follow_up_id, outcome=outcome, faults=faults, status=422)
        messages.success(request, _("Đã ghi."))
        return redirect("workspace:follow-ups")

    def _show(self, follow_up_id: int, status: int = 200, **more: Any) -> HttpResponse:
        row = follow_up(self.actor, self.at, follow_up_id)
        self.note("follow-up.read", subject_kind="follow-up", subject_id=row.id)
        people = colleagues_of(row.agency_id, local_day(self.at))
        context = {
            "row": shown(row, local_day(self.at)),
            "is_open": row.state is FollowUpState.OPEN,
            "people": [
                {
                    "value": str(one.holding_id),
                    "label": f"{one.name}, {one.title}",
                    "chosen": one.holding_id == row.owner_id,
                }
                for one in people
            ],
            "outcome": "",
            "faults": {},
            **more,
        }
        return self.page("workspace/surveys/follow_up.html", context, status=status)


def shown(row: FollowUpRow, today: date) -> dict[str, Any]:
    language = get_language() or ""
    known = reasons_ever(row.agency_id, today)
    words = {key: one.in_language(language) for key, one in known.items()}
    return {
        "id": row.id,
        "opened_on": row.opened_on,
        "due_on": row.due_on,
        "is_overdue": row.is_overdue,
        "occasion": OCCASIONS[row.occasion],
        "reasons": "; ".join(words.get(one, one) for one in row.reasons),
        "comment": row.comment,
        "contact": row.contact,
        "owner": row.owner_name or _("Lãnh đạo cơ quan"),
        "state": FOLLOW_UP_STATES[row.state],
        "is_open": row.state is FollowUpState.OPEN,
        "closed_at": row.closed_at,
        "outcome": row.outcome,
    }
