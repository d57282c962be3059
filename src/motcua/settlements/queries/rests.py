"""Money that nobody owed, as it may be asked back: how much of it is left to ask for."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Sum

from motcua.dossiers.queries.own.to_pay import dossier_to_pay
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page
from motcua.payments.queries.rests import RestRow, rest_called, rests_of
from motcua.settlements.models import Refund
from motcua.settlements.vocabulary import STANDING


@dataclass(frozen=True, slots=True, kw_only=True)
class RestToRefund:
    """One payment with what of it may still be asked back, and to whom it went by default."""

    payment: RestRow
    asked_vnd: int
    payee: str = ""

    @property
    def left_vnd(self) -> int:
        return max(0, self.payment.rest_vnd - self.asked_vnd)


def rest_to_refund(actor: Actor, payment_id: int) -> RestToRefund:
    """Four queries. Refusals: NotFound, also when the actor may not see the payment."""
    payment = rest_called(actor, payment_id)
    payee = payment.payer_name or dossier_to_pay(dossier_id=payment.dossier_id).payer.name
    asked = _asked([payment.id]).get(payment.id, 0)
    return RestToRefund(payment=payment, asked_vnd=asked, payee=payee)


def rests_to_refund(
    actor: Actor, *, cursor: str = "", size: int | None = None
) -> Page[RestToRefund]:
    """All that came and nobody owed, newest first. Two queries. Refusals: CursorFaulty."""
    page = rests_of(actor, cursor=cursor, size=size)
    asked = _asked([row.id for row in page.rows])
    rows = tuple(RestToRefund(payment=row, asked_vnd=asked.get(row.id, 0)) for row in page.rows)
    return Page(rows=rows, next_cursor=page.next_cursor)


def _asked(payment_ids: list[int]) -> dict[int, int]:
    found = Refund.objects.filter(payment__in=payment_ids, state__in=STANDING)
    return dict(found.values_list("payment").annotate(sum=Sum("rest_vnd")))
