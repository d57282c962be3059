"""What a dossier owes and why: who claims to pay less and by which proof, worked out anew where something
changed; a leader lets the result go unpaid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.fees.settling import OVER, allow_unpaid_return, settle_fee
from motcua.dossiers.policies import can
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.queries.fees.standing import fee_changes, leaves_of_dossier, standing_of
from motcua.dossiers.rules.fees.reliefs import FeeStanding
from motcua.dossiers.vocabulary import ClaimState
from motcua.dossiers.wording_fees import CLAIM_STATES
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.payments.queries.owed import owed
from motcua.payments.queries.receipts import receipts_of_dossier
from motcua.payments.refusal_words import sentence
from motcua.payments.showing import later_told
from motcua.payments.vocabulary import ReceiptState
from motcua.procedures.vocabulary import Preference
from motcua.procedures.wording import PREFERENCES
from motcua.procedures.wording_fees import owed_told
from motcua.settlements.queries.over import to_give_back
from motcua.workspace.showing import Shown
from motcua.workspace.staff import StaffView
from motcua.workspace.till.fee_forms import FeeForm, LetForm, SettleForm
from motcua.workspace.till.fee_words import day_of, moment_of_text, proof_words

TONES = {
    ClaimState.WAITING: "warning",
    ClaimState.ACCEPTED: "success",
    ClaimState.REFUSED: "neutral",
}
NOT_CONTENT = frozenset({"csrfmiddlewaretoken", "request_key", "seen_version"})
LET = "let"


class DossierFee(StaffView):
    """GET: the lines with their reasons, the claims, what was let go. POST `do=settle` or `do=let`."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = self._read(code)
        standing = standing_of(detail)
        return self._show(detail, standing, SettleForm(detail, standing), LetForm(detail))

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = self._read(code)
        standing = standing_of(detail)
        is_let = request.POST.get("do") == LET
        settling = SettleForm(detail, standing, None if is_let else request.POST)
        letting = LetForm(detail, request.POST if is_let else None)
        form = letting if is_let else settling
        if not form.is_valid():
            return self._show(detail, standing, settling, letting, status=422)
        try:
            if is_let:
                allow_unpaid_return(self._asked(code, letting), letting.to_input())
            else:
                settle_fee(self._asked(code, settling), settling.to_input())
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            for problem in refusal.reasons:
                named = "let_reason" if is_let else problem.field
                field = named if named in form.fields else None
                form.add_error(field, sentence(problem))
            return self._show(detail, standing, settling, letting, status=422)
        done = (
            _("Đã cho trao kết quả khi chưa thu tiền.") if is_let else _("Đã ghi phí, lệ phí mới.")
        )
        messages.success(request, done)
        return redirect("workspace:dossier-fee", code=code)

    def _read(self, code: str) -> DossierDetail:
        detail = dossier_detail(self.actor, code)
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id)
        return detail

    def _asked(self, code: str, form: FeeForm) -> Asked:
        """A double click or a resent form decides nothing twice."""
        lists = self.request.POST.lists()
        content = {name: values for name, values in lists if name not in NOT_CONTENT}
        key = f"page:{self.actor.user_id}:{form.cleaned_data['request_key']}"
        return Asked(
            actor=self.actor,
            at=self.at,
            code=code,
            seen_version=form.cleaned_data["seen_version"],
            request=RequestKey(key=key, digest=content_digest(content)),
        )

    def _show(
        self,
        detail: DossierDetail,
        standing: FeeStanding,
        settling: SettleForm,
        letting: LetForm,
        *,
        status: int = 200,
    ) -> HttpResponse:
        what, is_open = owed(detail), detail.stage not in OVER and bool(standing.fees)
        over_vnd = to_give_back(detail.id, what)
        may_let = can(self.actor, Permission.FEE_LET_UNPAID, detail)
        context: dict[str, Any] = {
            "dossier": detail,
            "told": owed_told(detail.fees),
            "due": dong(what.due_vnd),
            "paid": dong(what.paid_vnd) if what.paid_vnd else "",
            "over": dong(over_vnd) if over_vnd else "",
            "refund_url": self._refund_url(detail) if over_vnd else "",
            "later": later_told(what),
            "claims": [_claim(one) for one in standing.claims],
            "changes": _changes(detail),
            "leaves": [_leave(one) for one in leaves_of_dossier(detail.id)],
            "may_settle": is_open and bool(can(self.actor, Permission.FEE_SETTLE, detail)),
            "may_let": is_open and bool(may_let) and what.remaining_vnd > 0,
            "settling": settling,
            "letting": letting,
            "form": letting if letting.is_bound else settling,
        }
        return self.page("workspace/till/dossier_fee.html", context, status=status)

    def _refund_url(self, detail: DossierDetail) -> str:
        """Where giving back is asked for: at the newest receipt that stands, for who may."""
        if not may(self.actor, Permission.REFUND_REQUEST):
            return ""
        receipts = receipts_of_dossier(self.actor, detail.id)
        standing = [row for row in receipts if row.state == ReceiptState.ISSUED]
        return reverse("workspace:ask-refund", args=[standing[0].id]) if standing else ""


def _claim(claim: Mapping[str, Any]) -> dict[str, Any]:
    state = ClaimState(claim["state"])
    by = claim.get("decided_by", "")
    when = moment_of_text(claim.get("decided_at"))
    return {
        "group": str(PREFERENCES[Preference(claim["group"])]),
        "proof": proof_words(claim),
        "until": day_of(claim.get("expires_on")),
        "state": Shown(str(CLAIM_STATES[state]), TONES[state]),
        "reason": claim.get("reason", ""),
        "decided": " · ".join(part for part in (by, when) if part),
    }


def _leave(leave: dict[str, Any]) -> dict[str, str]:
    return {
        "reason": leave["reason"],
        "by": leave["given_by"],
        "moment": moment_of_text(leave["given_at"]),
    }


def _changes(detail: DossierDetail) -> list[str]:
    """Each time the amount became another: from what to what, why."""
    words = _("%(moment)s: từ %(old)s thành %(new)s. %(reason)s")
    return [
        words
        % {
            "moment": short_moment(one.at),
            "old": dong(one.old_total_vnd),
            "new": dong(one.new_total_vnd),
            "reason": one.reason or _("Bổ sung hồ sơ làm thay đổi số bản, số trang."),
        }
        for one in fee_changes(detail.facts)
    ]
