"""`/payment-orders` and `/dossiers/{code}/payment-orders`: begin to pay without cash, read what became of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.http import HttpResponse
from ninja import Path, Query, Router, Status
from pydantic import Field

from motcua.accounts.rules.roles import Permission
from motcua.api.addresses import address
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.dossiers import Code
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, request_key
from motcua.api.v1.paying.shapes import (
    CameOut,
    ConfirmIn,
    MessageOut,
    OrderIn,
    OrderLine,
    OrderOut,
    OrderPage,
    OrderStateOut,
)
from motcua.api.v1.shapes.fields import Asked, Cursor, DayIn, Line, PageSize
from motcua.kernel.actor import Actor
from motcua.kernel.paging import PAGE_ROWS
from motcua.payments.commands.paying.confirming import confirm_payment
from motcua.payments.commands.paying.orders import open_order
from motcua.payments.queries.paying.listing import MoneyFilter, messages_about, orders_of
from motcua.payments.queries.paying.orders import came_for, order_shown
from motcua.payments.rules.paying.life import PAID_STATES
from motcua.payments.vocabulary import OrderState

router = Router(tags=["money"])
OrderNumber = Annotated[str, Path(pattern=r"^[A-Z0-9]{1,12}$", description="As in the purpose.")]
VIEW = BearerToken(Permission.PAYMENT_VIEW)


class OrderQuery(Asked):
    """What is looked for; everything is optional."""

    q: Line = Field("", description="A number, its beginning, or the whole code of a dossier.")
    state: OrderState | None = None
    first_day: DayIn | None = None
    last_day: DayIn | None = Field(None, description="This day included.")
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


@router.post(
    "/dossiers/{code}/payment-orders",
    auth=BearerToken(Permission.FEE_COLLECT),
    response={201: OrderOut},
    operation_id="begin_to_pay",
)
def begin_to_pay(
    request: ApiRequest,
    code: Code,
    response: HttpResponse,
    given: OrderIn | None = None,
    idempotency_key: IdempotencyKey = None,
) -> Status[OrderOut]:
    """A new attempt to pay all that the dossier still owes, with the text of its VietQR code. One that is
    open is withdrawn; money for it would still be booked."""
    actor = request.auth
    key = request_key(actor, idempotency_key, given or OrderIn(), about=f"{code} payment-order")
    made = open_order(actor=actor, at=request.at, code=code, request=key)
    if made.repeated:
        response[REPLAYED] = "true"
    told = _order_out(actor, made.number)
    response["Location"] = address("api:show_payment_order", told.number)
    return Status(201, told)


@router.get("/payment-orders", auth=VIEW, response=OrderPage, operation_id="list_payment_orders")
def list_payment_orders(request: ApiRequest, asked: Annotated[OrderQuery, Query()]) -> OrderPage:
    """Attempts to pay that this position may see, newest first."""
    which = MoneyFilter(
        code=str(asked.state or ""),
        text=asked.q,
        first_day=asked.first_day,
        last_day=asked.last_day,
    )
    page = orders_of(request.auth, which, cursor=asked.cursor, size=asked.size)
    note_access(
        request,
        "payment-order.list",
        q=asked.q,
        first_day=_day_text(asked.first_day),
        found=[row.number for row in page.rows],
    )
    items = [OrderLine.model_validate(row, from_attributes=True) for row in page.rows]
    return OrderPage(items=items, next_cursor=page.next_cursor)


@router.get(
    "/payment-orders/{number}",
    auth=VIEW,
    response=OrderOut,
    operation_id="show_payment_order",
    url_name="show_payment_order",
)
def show_payment_order(request: ApiRequest, number: OrderNumber) -> OrderOut:
    """One attempt in full: what is asked for, the money that came, what gateways said."""
    told = _order_out(request.auth, number)
    note_access(request, "payment-order.read", number=number)
    return told


@router.get(
    "/payment-orders/{number}/state",
    auth=VIEW,
    response=OrderStateOut,
    operation_id="show_payment_state",
)
def show_payment_state(request: ApiRequest, number: OrderNumber) -> OrderStateOut:
    """How it stands, without anything about anybody: to be asked again and again."""
    order = order_shown(request.auth, number)
    came = came_for(order_id=order.id)
    return OrderStateOut(
        number=order.number,
        state=order.state,
        is_open=order.is_open(request.at),
        is_paid=order.state in PAID_STATES,
        amount_vnd=order.amount_vnd,
        came_vnd=sum(one.amount_vnd for one in came),
        rest_vnd=sum(one.rest_vnd for one in came),
    )


@router.post(
    "/payment-orders/{number}/confirm",
    auth=BearerToken(Permission.PAYMENT_CONFIRM),
    response=OrderOut,
    operation_id="confirm_payment",
)
def confirm(request: ApiRequest, number: OrderNumber, given: ConfirmIn) -> OrderOut:
    """Books money that an officer saw himself on the account; a message or statement that tells of the same
    money later counts nothing twice."""
    confirm_payment(actor=request.auth, at=request.at, number=number, **given.model_dump())
    return _order_out(request.auth, number)


def _order_out(actor: Actor, number: str) -> OrderOut:
    order = order_shown(actor, number)
    return OrderOut.model_validate(
        {
            **{name: getattr(order, name) for name in OrderOut.model_fields.keys() - TOLD_APART},
            "vietqr": order.payload,
            "came": [
                CameOut.model_validate(one, from_attributes=True)
                for one in came_for(order_id=order.id)
            ],
            "messages": [
                MessageOut.model_validate(one, from_attributes=True)
                for one in messages_about(order.id)
            ],
        },
        from_attributes=True,
    )


TOLD_APART = {"vietqr", "came", "messages"}


def _day_text(day: date | None) -> str:
    return day.isoformat() if day else ""
