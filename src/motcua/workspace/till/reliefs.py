"""Who paid less and by which proof, and what was let go unpaid: for those who answer for it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.fees.standing import LeaveRow, ReliefRow, leaves_given, reliefs_decided
from motcua.dossiers.queries.group_slip import fees_of
from motcua.dossiers.vocabulary import ClaimState
from motcua.dossiers.wording_fees import CLAIM_STATES
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import figures
from motcua.kernel.paging import CursorFaulty
from motcua.payments.queries.debts import debts_of
from motcua.procedures.vocabulary import Preference
from motcua.procedures.wording import PREFERENCES
from motcua.workspace.showing import Shown
from motcua.workspace.staff import StaffView

TONES = {ClaimState.ACCEPTED: "success", ClaimState.REFUSED: "neutral"}


class ListReliefs(StaffView):
    """Newest first, `?state=ACCEPTED`."""

    permission = Permission.RELIEF_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("state", "")
        state = ClaimState(asked) if asked in map(str, TONES) else None
        try:
            page = reliefs_decided(self.actor, state=state, cursor=request.GET.get("cursor", ""))
        except CursorFaulty:
            return redirect("workspace:reliefs")
        leaves = leaves_given(self.actor)
        self.note("relief.list", detail={"found": [row.dossier_code for row in page.rows]})
        debts = debts_of(fees_of(row.dossier_id for row in leaves)) if leaves else {}
        context: dict[str, Any] = {
            "rows": [_row(row) for row in page.rows],
            "leaves": [_leave(row, debts[row.dossier_id].remaining_vnd) for row in leaves],
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
            "state": str(state or ""),
            "states": [(str(one), str(CLAIM_STATES[one])) for one in TONES],
        }
        return self.page("workspace/till/reliefs.html", context)


def _row(row: ReliefRow) -> dict[str, Any]:
    return {
        "code": row.dossier_code,
        "url": reverse("workspace:dossier-fee", args=[row.dossier_code]),
        "owner": row.owner_name,
        "procedure": row.procedure_name,
        "group": str(PREFERENCES[Preference(row.group)]),
        "proof": row.proof,
        "reason": row.reason,
        "state": Shown(str(CLAIM_STATES[row.state]), TONES[row.state]),
        "saved": figures(row.saved_vnd) if row.saved_vnd else "",
        "decided": short_moment(row.decided_at),
        "by": row.decided_by,
    }


def _leave(row: LeaveRow, left_vnd: int) -> dict[str, Any]:
    return {
        "code": row.dossier_code,
        "url": reverse("workspace:dossier-fee", args=[row.dossier_code]),
        "owner": row.owner_name,
        "reason": row.reason,
        "given": short_moment(row.given_at),
        "by": row.given_by,
        "left": figures(left_vnd),
    }
