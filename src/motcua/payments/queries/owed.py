"""What a dossier still owes: its fee lines less the receipts that stand, without what of them was given
back because the fee had become lower."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from django.db.models import Sum

from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.rules.fees.asking import moment_of
from motcua.payments.models import ReceiptLine
from motcua.payments.queries.given_back import given_back_of
from motcua.payments.rules.given_back import GivenBack
from motcua.payments.vocabulary import KindOwed, Owed, ReceiptState
from motcua.procedures.vocabulary import AskedAt, FeeKind

NOTHING = GivenBack()


class Asked(Protocol):
    """A signed line of what is owed."""

    @property
    def kind(self) -> FeeKind: ...
    @property
    def amount_vnd(self) -> int: ...
    @property
    def asked_at(self) -> AskedAt: ...


def owed(detail: DossierDetail) -> Owed:
    """What this dossier owed, what was paid of it, what remains; fee and charge apart. As `owed_for`."""
    moment = moment_of(detail.stage, was_supplemented=detail.supplement_count > 0)
    return owed_for(detail.id, detail.fees, moment)


def owed_for(dossier_id: int, fees: Iterable[Asked], moment: AskedAt = AskedAt.RETURN) -> Owed:
    """The same for whoever has the fee lines at hand. One query, served by `receipt_dossier`; another where
    something was paid, two more where something of it was given back."""
    paid = _paid(dossier_id)
    back = given_back_of([dossier_id]) if paid else {}
    return owed_of(fees, paid, moment, {kind: one for (_id, kind), one in back.items()})


def owed_of(
    fees: Iterable[Asked],
    paid: Mapping[tuple[str, bool], int],
    moment: AskedAt = AskedAt.RETURN,
    back: Mapping[FeeKind, GivenBack] | None = None,
) -> Owed:
    """From the fee lines and what was paid by kind, whether additional or not (0 where nothing), and what
    of it was given back."""
    asked: dict[tuple[str, AskedAt], int] = defaultdict(int)
    for line in fees:
        asked[line.kind, line.asked_at] += line.amount_vnd
    returned = back or {}
    fee, charge = (
        KindOwed(
            owed_vnd=sum(max(0, asked[kind, one]) for one in AskedAt),
            paid_vnd=paid[str(kind), False] - returned.get(kind, NOTHING).beyond_vnd,
            forgiven_vnd=returned.get(kind, NOTHING).forgiven_vnd,
            additional_vnd=paid[str(kind), True],
            at_supplement_vnd=max(0, asked[kind, AskedAt.SUPPLEMENT]),
            at_return_vnd=max(0, asked[kind, AskedAt.RETURN]),
        )
        for kind in (FeeKind.FEE, FeeKind.CHARGE)
    )
    return Owed(fee=fee, charge=charge, moment=moment)


def paid_of(dossier_ids: Iterable[int]) -> dict[int, int]:
    """What was paid of each dossier's own fee, further copies not counted; 0 where nothing. Queries as
    `owed_for`, of all at once. The caller has found the dossiers for its actor."""
    standing = ReceiptLine.objects.filter(
        receipt__dossier__in=tuple(dossier_ids),
        receipt__state=ReceiptState.ISSUED,
        is_additional=False,
    )
    sums = dict(standing.values_list("receipt__dossier").annotate(sum=Sum("amount_vnd")))
    for (dossier_id, _kind), one in (given_back_of(sums) if sums else {}).items():
        sums[dossier_id] -= one.beyond_vnd
    return defaultdict(int, sums)


def _paid(dossier_id: int) -> dict[tuple[str, bool], int]:
    standing = ReceiptLine.objects.filter(
        receipt__dossier=dossier_id, receipt__state=ReceiptState.ISSUED
    )
    sums = standing.values_list("kind", "is_additional").annotate(sum=Sum("amount_vnd"))
    return defaultdict(int, {(kind, extra): total for kind, extra, total in sums})
