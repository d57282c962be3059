"""What the citizen of a dossier has to pay, why, until when; what has been paid of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from motcua.dossiers.queries.detail import DossierDetail
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.payments.queries.owed import owed
from motcua.procedures.wording_fees import ToldOwed, owed_told
from motcua.settlements.queries.refunds import refunds_told
from motcua.settlements.wording import REFUND_STATES


@dataclass(frozen=True, kw_only=True, slots=True)
class MoneyShown:
    """`paid` and `left` are empty where there is nothing of it; `is_settled`: all is paid; `can_pay`:
    something is asked for now."""

    told: ToldOwed
    paid: str
    left: str
    is_settled: bool
    can_pay: bool
    refunds: tuple[str, ...] = ()


def money_shown(detail: DossierDetail) -> MoneyShown:
    """The fee lines that were worked out for it, the receipts that stand, and what goes back of them.
    One query; two where something was paid."""
    what, told = owed(detail), owed_told(detail.fees)
    return MoneyShown(
        told=told,
        paid=dong(what.paid_vnd) if what.paid_vnd else "",
        left=dong(what.remaining_vnd) if what.paid_vnd and what.remaining_vnd else "",
        is_settled=bool(what.total_vnd) and what.is_settled and not told.is_open,
        can_pay=what.remaining_vnd > 0,
        refunds=refund_lines(detail.id) if what.paid_vnd else (),
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
