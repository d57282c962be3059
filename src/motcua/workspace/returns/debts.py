"""What is still to be paid where a result is handed over: shown, and asked about once, at the counter, on the
list of the post and on the page of the dossier alike (docs/explain/fees.md, rule 15)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.group_slip import fees_of
from motcua.kernel.actor import Actor
from motcua.kernel.money import dong
from motcua.payments.handing_over import due_with_result
from motcua.payments.queries.debts import debts_of
from motcua.payments.vocabulary import Owed


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtShown:
    """`due_first`: what of it is paid first, unless a leader lets it go. `fee_url`: empty for whoever does
    not collect."""

    amount: str
    due_first: str
    fee_url: str
    why_url: str


def debt_shown(actor: Actor, code: str, owed: Owed) -> DebtShown | None:
    """None where nothing remains."""
    if not owed.remaining_vnd:
        return None
    first = due_with_result(owed)
    collects = bool(may(actor, Permission.FEE_COLLECT))
    return DebtShown(
        amount=dong(owed.remaining_vnd),
        due_first=dong(first) if first else "",
        fee_url=reverse("workspace:collect-fee", args=[code]) if collects else "",
        why_url=reverse("workspace:dossier-fee", args=[code]),
    )


def owed_at_return(dossier_ids: Collection[int]) -> dict[int, Owed]:
    """By dossier, all that remains counted as due. Two queries, as `debts_of` beyond that."""
    return debts_of(fees_of(dossier_ids)) if dossier_ids else {}


def unpaid_asked(owed_vnd: int) -> str:
    """The question of a page that would hand over although this is not paid."""
    words = _("Còn phải thu %(amount)s. Thu tiền trước, hoặc xác nhận trao khi chưa thu.")
    return words % {"amount": dong(owed_vnd)}
