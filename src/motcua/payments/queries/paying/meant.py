"""The dossier that a person means by what he typed beside a line of a statement, and what would follow."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.own.to_pay import DossierToPay, dossier_to_pay
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.payments.models import Payment, PaymentOrder, StatementLine
from motcua.payments.policies import visible_orders
from motcua.payments.queries.owed import owed_for
from motcua.payments.rules.paying.sharing import share
from motcua.payments.vocabulary import LineState, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What it owes, how the money of the line would be spread over that. `is_known`: the same money was
    booked when the gateway or a person told of it, and is not booked again."""

    dossier: DossierToPay
    remaining_vnd: int
    spread: Share
    is_known: bool


def meant_by(actor: Actor, line_id: int, named: str) -> Meant:
    """Six to nine queries. Refusals: NotFound, also when the actor may not settle the line."""
    visible = visible_orders(actor, Permission.STATEMENT_READ)
    line = StatementLine.objects.filter(visible, pk=line_id, state=LineState.WAITING).first()
    if line is None:
        raise NotFound(kind="statement-line")
    order, dossier = named_in(line.agency_id, named)
    owed = owed_for(dossier.id, dossier.fees)
    same = Payment.objects.filter(order=order, amount_vnd=line.amount_vnd, line=None)
    return Meant(
        dossier=dossier,
        remaining_vnd=owed.remaining_vnd,
        spread=share(line.amount_vnd, owed),
        is_known=order is not None and same.exists(),
    )


def named_in(agency_id: int, named: str) -> tuple[PaymentOrder | None, DossierToPay]:
    """By the number of an order of this agency, or the code of a dossier of it. Refusals: NotFound."""
    number = "".join(named.split()).upper()
    order = PaymentOrder.objects.filter(agency=agency_id, number=number).first()
    dossier = dossier_to_pay(dossier_id=order.dossier_id) if order else dossier_to_pay(code=named)
    if dossier.agency_id != agency_id:
        raise NotFound(kind="dossier")
    return order, dossier
