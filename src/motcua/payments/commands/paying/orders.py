"""Attempts to pay: each has a number of its own; at most one is open per dossier."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.own.to_pay import DossierToPay, dossier_to_pay
from motcua.dossiers.repeating import RequestKeyReused
from motcua.kernel.actor import Actor, Door, system
from motcua.kernel.clock import local_day
from motcua.ledger.queries import subject_of_request
from motcua.ledger.recording import Record, RequestKey, Subject, agency_stream, recording
from motcua.payments.commands.collect import names_of_fees
from motcua.payments.commands.paying.ending import ANOTHER_ATTEMPT, end_order, tell_end
from motcua.payments.events import PaymentOrderOpened
from motcua.payments.models import CollectingAccount, PaymentOrder, PaymentOrderLine
from motcua.payments.queries.owed import owed_for
from motcua.payments.queries.paying.accounts import account_on
from motcua.payments.rows import line_values
from motcua.payments.rules.collecting import AlreadyPaid, NothingOwed, all_remaining, total_of
from motcua.payments.rules.paying.life import Happening
from motcua.payments.rules.paying.number import ALPHABET, BODY, number_from
from motcua.payments.rules.paying.refusals import DossierEnded, NoCollectingAccount
from motcua.payments.vocabulary import OrderState, ReceiptLineIn

OPEN_FOR = timedelta(hours=24)
"""How long an order waits. Money that comes later is booked all the same."""
EXPIRED_AT_ONCE_MAX = 200
JOB = "payments"


@dataclass(frozen=True, slots=True)
class OrderRef:
    """What opening gives back. `repeated`: the request had been carried out before."""

    id: int
    number: str
    repeated: bool = False


def open_order(
    *, actor: Actor, at: datetime, code: str, request: RequestKey | None = None
) -> OrderRef:
    """Begin to pay all that is due of the dossier; a former open attempt is withdrawn.

    A citizen needs nothing but the code: whoever pays harms nobody. An officer needs the right to
    collect and must see the dossier. Refusals: NotPermitted, NotFound, DossierEnded, NothingOwed,
    AlreadyPaid, NotDueYet, NoCollectingAccount, RequestKeyReused. Basis: law.md 4.9 (a new number per attempt).
    """
    if actor.door is not Door.PORTAL:
        may(actor, Permission.FEE_COLLECT).demand()
        dossier_detail(actor, code, permission=Permission.FEE_COLLECT)
    if request and (earlier := _earlier(request)):
        return earlier
    dossier = dossier_to_pay(code=code)
    try:
        with recording(actor, at, request=request) as record:
            record.lock(agency_stream(dossier.agency_id))
            if request and (earlier := _earlier(request)):
                return earlier
            # Read anew behind the lock: nobody else pays or amends the fee meanwhile.
            return _open(record, dossier_to_pay(dossier_id=dossier.id))
    except IntegrityError:
        if request and (earlier := _earlier(request)):
            return earlier
        raise


def _earlier(request: RequestKey) -> OrderRef | None:
    found = subject_of_request(request.key)
    if found is None:
        return None
    order_id, digest = found
    if digest != request.digest:
        raise RequestKeyReused
    number = PaymentOrder.objects.values_list("number", flat=True).get(pk=order_id)
    return OrderRef(order_id, number, repeated=True)


def _open(record: Record, dossier: DossierToPay) -> OrderRef:
    lines = lines_to_pay(dossier)
    account = account_on(dossier.agency_id, local_day(record.at))
    if account is None:
        raise NoCollectingAccount
    former = PaymentOrder.objects.filter(dossier=dossier.id, state=OrderState.OPEN).first()
    if former is not None:
        end_order(former, record.at, Happening.WITHDRAWN)
    order = _new(record, dossier, account, lines)
    if former is not None:
        tell_end(record, former, ANOTHER_ATTEMPT)
    return OrderRef(order.pk, order.number)


def lines_to_pay(dossier: DossierToPay) -> tuple[ReceiptLineIn, ...]:
    """What is to be paid now. Refusals: DossierEnded, NothingOwed, AlreadyPaid, NotDueYet."""
    what = owed_for(dossier.id, dossier.fees, dossier.moment)
    if what.is_free:
        raise NothingOwed
    if what.is_settled:
        raise AlreadyPaid
    if dossier.is_over:
        raise DossierEnded
    return all_remaining(what, names_of_fees(dossier.fees, dossier.procedure_name))


def _new(
    record: Record,
    dossier: DossierToPay,
    account: CollectingAccount,
    lines: tuple[ReceiptLineIn, ...],
) -> PaymentOrder:
    order = PaymentOrder.objects.create(
        agency_id=dossier.agency_id,
        dossier_id=dossier.id,
        account=account,
        number=_unused_number(),
        amount_vnd=total_of(lines),
        gateway=account.gateway,
        merchant=account.merchant,
        opened_at=record.at,
        expires_at=record.at + OPEN_FOR,
    )
    told = [line_values(line) for line in lines]
    PaymentOrderLine.objects.bulk_create(
        PaymentOrderLine(order=order, position=place, **line) for place, line in enumerate(told)
    )
    same = ("agency_id", "dossier_id", "account_id", "number", "amount_vnd", "gateway", "merchant",
            "opened_at", "expires_at")  # fmt: skip
    fact = PaymentOrderOpened(
        **{name: getattr(order, name) for name in same},
        dossier_code=dossier.code,
        lines=tuple(told),
    )
    stream = agency_stream(dossier.agency_id)
    record.append(fact, about=Subject("payment-order", order.pk, 1), stream=stream)
    return order


def _unused_number() -> str:
    """Not to be guessed, so that nobody can name an order he has not seen."""
    while True:
        number = number_from([secrets.randbelow(len(ALPHABET)) for _place in range(BODY)])
        if not PaymentOrder.objects.filter(number=number).exists():
            return number


def expire_orders(*, at: datetime) -> int:
    """Orders whose time is over end; how many. Each by itself: a fault of one keeps no other open."""
    due = PaymentOrder.objects.filter(state=OrderState.OPEN, expires_at__lte=at)
    ids = list(due.order_by("expires_at").values_list("pk", "agency_id")[:EXPIRED_AT_ONCE_MAX])
    for order_id, agency_id in ids:
        with recording(system(JOB), at) as record:
            record.lock(agency_stream(agency_id))
            order = PaymentOrder.objects.select_related("dossier").get(pk=order_id)
            if order.state == OrderState.OPEN:
                end_order(order, at, Happening.TIME_OVER)
                tell_end(record, order, "")
    return len(ids)
