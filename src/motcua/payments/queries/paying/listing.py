"""Orders and messages of gateways as lists: by state, day and agency, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from motcua.kernel.actor import Actor
from motcua.kernel.clock import ZONE
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.payments.models import CollectingAccount, PaymentMessage, PaymentOrder
from motcua.payments.policies import visible_orders

OF_ORDER_MAX = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyFilter:
    """What is asked for; empty = anything. `code` is a state of orders or a verdict on messages; `text` is
    the number of an order or its beginning, or the whole code of a dossier."""

    code: str = ""
    text: str = ""
    agency_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """One order in a list."""

    id: int
    number: str
    agency_id: int
    dossier_code: str
    amount_vnd: int
    state: str
    opened_at: datetime
    expires_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    """What a gateway said of one transaction, and what the office made of it. Without an order it is of
    none of this office's."""

    id: int
    gateway: str
    received_at: datetime
    was_asked: bool
    transaction: str
    amount_vnd: int | None
    verdict: str
    order_number: str
    dossier_code: str


ORDER_NAMES = ("id", "number", "agency_id", "dossier__code", "amount_vnd", "state", "opened_at",
               "expires_at", "ended_at")  # fmt: skip
MESSAGE_NAMES = (
    "id",
    "gateway",
    "received_at",
    "was_asked",
    "transaction",
    "amount_vnd",
    "verdict",
)


def orders_of(
    actor: Actor, which: MoneyFilter, *, cursor: str = "", size: int | None = None
) -> Page[OrderRow]:
    """Newest first. One query, served by `payment_order_agency`. Refusals: CursorFaulty."""
    size = size_of(size)
    found = PaymentOrder.objects.filter(visible_orders(actor), _days("opened_at", which))
    if which.agency_id is not None:
        found = found.filter(agency=which.agency_id)
    if which.code:
        found = found.filter(state=which.code)
    if which.text:
        named = "".join(which.text.split()).upper()
        found = found.filter(Q(number__startswith=named) | Q(dossier__code=which.text.strip()))
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    rows = [
        OrderRow(**{name.replace("__", "_"): value for name, value in row.items()})
        for row in found.order_by("-id").values(*ORDER_NAMES)[: size + 1]
    ]
    return page_of(rows, size=size, key="id")


def messages_of(
    actor: Actor, which: MoneyFilter, *, cursor: str = "", size: int | None = None
) -> Page[MessageRow]:
    """Newest first; what names no order of this office is seen by whoever sees an account of that
    gateway. One query, walked by the key. Refusals: CursorFaulty."""
    size = size_of(size)
    orders = PaymentOrder.objects.filter(visible_orders(actor))
    served = CollectingAccount.objects.filter(visible_orders(actor)).values("gateway")
    nobodys = Q(order__isnull=True, gateway__in=served)
    if which.agency_id is not None:
        orders, nobodys = orders.filter(agency=which.agency_id), Q(pk__in=())
    found = PaymentMessage.objects.filter(
        Q(order__in=orders) | nobodys, _days("received_at", which)
    )
    if which.code:
        found = found.filter(verdict=which.code)
    if which.text:
        named = "".join(which.text.split()).upper()
        found = found.filter(
            Q(order__number__startswith=named)
            | Q(order__dossier__code=which.text.strip())
            | Q(transaction=which.text.strip())
        )
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    return page_of(_messages(found.order_by("-id")[: size + 1]), size=size, key="id")


def messages_about(order_id: int) -> tuple[MessageRow, ...]:
    """What gateways said of an order, oldest first. One query. The caller has found it."""
    return tuple(
        _messages(PaymentMessage.objects.filter(order=order_id).order_by("id")[:OF_ORDER_MAX])
    )


def _messages(found: QuerySet[PaymentMessage]) -> list[MessageRow]:
    named = ("order__number", "order__dossier__code")
    return [
        MessageRow(
            **{name: row[name] for name in MESSAGE_NAMES},
            order_number=row["order__number"] or "",
            dossier_code=row["order__dossier__code"] or "",
        )
        for row in found.values(*MESSAGE_NAMES, *named)
    ]


def _days(field: str, which: MoneyFilter) -> Q:
    """From the first moment of the first day to the last of the last one."""
    asked = Q()
    if which.first_day is not None:
        asked &= Q(**{f"{field}__gte": _midnight(which.first_day)})
    if which.last_day is not None:
        asked &= Q(**{f"{field}__lt": _midnight(which.last_day + timedelta(days=1))})
    return asked


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZONE)
