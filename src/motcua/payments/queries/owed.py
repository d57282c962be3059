"""What a dossier still owes: its fee lines less the receipts that stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from django.db.models import Sum

from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.rules.fees.asking import moment_of
from motcua.payments.models import ReceiptLine
from motcua.payments.vocabulary import KindOwed, Owed, ReceiptState
from motcua.procedures.vocabulary import AskedAt, FeeKind


class Asked(Protocol):
    """A signed line of what is owed."""

    @property
    def kind(self) -> FeeKind: ...
    @property
    def amount_vnd(self) -> int: ...
    @property
    def asked_at(self) -> AskedAt: ...


def owed(detail: DossierDetail) -> Owed:
    """What this dossier owed, what was paid of it, what remains; fee and charge apart. One query."""
    moment = moment_of(detail.stage, was_supplemented=detail.supplement_count > 0)
    return owed_for(detail.id, detail.fees, moment)


def owed_for(dossier_id: int, fees: Iterable[Asked], moment: AskedAt = AskedAt.RETURN) -> Owed:
    """The same for whoever has the fee lines at hand. One query, served by `receipt_dossier`."""
    return owed_of(fees, _paid(dossier_id), moment)


def owed_of(
    fees: Iterable[Asked],
    paid: Mapping[tuple[str, bool], int],
    moment: AskedAt = AskedAt.RETURN,
) -> Owed:
    """From the fee lines and what was paid by kind, whether additional or not (0 where nothing)."""
    asked: dict[tuple[str, AskedAt], int] = defaultdict(int)
    for line in fees:
        asked[line.kind, line.asked_at] += line.amount_vnd
    fee, charge = (
        KindOwed(
            owed_vnd=sum(max(0, asked[kind, one]) for one in AskedAt),
            paid_vnd=paid[str(kind), False],
            additional_vnd=paid[str(kind), True],
            at_supplement_vnd=max(0, asked[kind, AskedAt.SUPPLEMENT]),
            at_return_vnd=max(0, asked[kind, AskedAt.RETURN]),
        )
        for kind in (FeeKind.FEE, FeeKind.CHARGE)
    )
    return Owed(fee=fee, charge=charge, moment=moment)


def paid_of(dossier_ids: Iterable[int]) -> dict[int, int]:
    """What was paid of each dossier's own fee, further copies not counted; 0 where nothing. One
    query, served by `receipt_dossier`. The caller has found the dossiers for its actor."""
    standing = ReceiptLine.objects.filter(
        receipt__dossier__in=tuple(dossier_ids),
        receipt__state=ReceiptState.ISSUED,
        is_additional=False,
    )
    sums = standing.values_list("receipt__dossier").annotate(sum=Sum("amount_vnd"))
    return defaultdict(int, dict(sums))


def _paid(dossier_id: int) -> dict[tuple[str, bool], int]:
    standing = ReceiptLine.objects.filter(
        receipt__dossier=dossier_id, receipt__state=ReceiptState.ISSUED
    )
    sums = standing.values_list("kind", "is_additional").annotate(sum=Sum("amount_vnd"))
    return defaultdict(int, {(kind, extra): total for kind, extra, total in sums})
