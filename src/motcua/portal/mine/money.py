"""What the citizen of a dossier has to pay, why, until when; what has been paid of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.queries.fees.standing import fee_changes
from motcua.dossiers.vocabulary import ClaimState
from motcua.dossiers.wording_fees import CLAIM_STATES
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.payments.queries.owed import owed
from motcua.procedures.vocabulary import Preference
from motcua.procedures.wording import ASKED_AT, PREFERENCES
from motcua.procedures.wording_fees import ToldOwed, owed_told
from motcua.settlements.queries.over import all_to_give_back
from motcua.settlements.queries.refunds import refunds_told
from motcua.settlements.wording import REFUND_STATES


@dataclass(frozen=True, kw_only=True, slots=True)
class MoneyShown:
    """`paid` and `left` are empty where there is nothing of it; `is_settled`: all is paid; `can_pay`:
    something is asked for now; `later`: what is asked for later; `over`: paid beyond what is owed."""

    told: ToldOwed
    paid: str
    left: str
    is_settled: bool
    can_pay: bool
    refunds: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    over: str = ""
    changes: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


def money_shown(detail: DossierDetail) -> MoneyShown:
    """The fee lines that were worked out for it, the receipts that stand, and what goes back of them.
    One query; two where something was paid."""
    what, told = owed(detail), owed_told(detail.fees)
    over_vnd = all_to_give_back(detail.id, what)
    return MoneyShown(
        told=told,
        paid=dong(what.paid_vnd) if what.paid_vnd else "",
        left=dong(what.due_vnd) if what.paid_vnd and what.due_vnd else "",
        is_settled=bool(what.total_vnd) and what.is_settled and not told.is_open,
        can_pay=what.due_vnd > 0,
        later=tuple(f"{ASKED_AT[moment]}: {dong(amount)}" for moment, amount in what.later),
        over=dong(over_vnd) if over_vnd else "",
        changes=_changes(detail),
        claims=_claims(detail),
        refunds=refund_lines(detail.id) if what.paid_vnd else (),
    )


def _changes(detail: DossierDetail) -> tuple[str, ...]:
    """Each time the amount became another: from what to what, why."""
    words = _("Phí đổi từ %(old)s thành %(new)s lúc %(moment)s: %(reason)s")
    return tuple(
        words
        % {
            "old": dong(one.old_total_vnd),
            "new": dong(one.new_total_vnd),
            "moment": short_moment(one.at),
            "reason": one.reason or _("Bổ sung hồ sơ làm thay đổi số bản, số trang."),
        }
        for one in fee_changes(detail.facts)
    )


def _claims(detail: DossierDetail) -> tuple[str, ...]:
    """What was claimed and what was decided of it, from the facts: the last word of each group."""
    claims: dict[str, dict[str, Any]] = {}
    for fact in detail.facts:
        told = [*fact.payload.get("claims", ()), *filter(None, [fact.payload.get("claim")])]
        claims |= {one["group"]: one for one in told}
    return tuple(
        f"{PREFERENCES[Preference(group)]}: {str(CLAIM_STATES[ClaimState(one['state'])]).lower()}"
        for group, one in sorted(claims.items())
    )


def refund_lines(dossier_id: int) -> tuple[str, ...]:
    """Each refund in one line: how much, how far it has come, since when."""
    return tuple(
        _("Hoàn tiền %(amount)s: %(state)s (%(moment)s)")
        % {
            "amount": dong(one.total_vnd),
            "state": REFUND_STATES[one.state],
            "moment": short_moment(one.at),
        }
        for one in refunds_told(dossier_id)
    )
