"""What the citizen of a dossier has to pay, why, until when; what has been paid of it."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.dossiers.queries.detail import DossierDetail
from motcua.kernel.money import dong
from motcua.payments.queries.owed import owed
from motcua.procedures.wording_fees import ToldOwed, owed_told


@dataclass(frozen=True, kw_only=True, slots=True)
class MoneyShown:
    """`paid` and `left` are empty where there is nothing of it; `is_settled`: all is paid."""

    told: ToldOwed
    paid: str
    left: str
    is_settled: bool


def money_shown(detail: DossierDetail) -> MoneyShown:
    """The fee lines that were worked out for it, and the receipts that stand. One query."""
    what, told = owed(detail), owed_told(detail.fees)
    return MoneyShown(
        told=told,
        paid=dong(what.paid_vnd) if what.paid_vnd else "",
        left=dong(what.remaining_vnd) if what.paid_vnd and what.remaining_vnd else "",
        is_settled=bool(what.total_vnd) and what.is_settled and not told.is_open,
    )
