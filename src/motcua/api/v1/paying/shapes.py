"""Shapes of paying without cash."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from motcua.api.v1.shapes.fields import DayIn, Given, Moment, Told
from motcua.api.v1.shapes.money import ReceiptLineOut
from motcua.payments.rules.paying.judging import AMOUNT_MAX_VND
from motcua.payments.vocabulary import MessageVerdict, OrderState, PaymentCause, PaymentMethod


class OrderIn(Given):
    """Nothing: what is owed says all."""


class ConfirmIn(Given):
    """What an officer saw on the account of the agency, and why he says so."""

    amount_vnd: Annotated[int, Field(strict=True, ge=1, le=AMOUNT_MAX_VND)]
    reference: Annotated[str, Field(max_length=200, description="The bank's own number of it.")]
    reason: Annotated[str, Field(max_length=1000)]
    day: DayIn | None = Field(None, description="When it came; today where it is left out.")


class CameOut(Told):
    """Money that came. `rest_vnd` is to be given back; `receipt_id` of what was owed."""

    amount_vnd: int
    booked_vnd: int
    rest_vnd: int
    method: PaymentMethod
    reference: str
    cause: PaymentCause
    came_at: Moment
    receipt_id: int | None
    by_message: bool
    on_statement: bool
    told_by: str
    reason: str


class MessageOut(Told):
    """What a gateway said, and what the office made of it."""

    received_at: Moment
    was_asked: bool
    transaction: str
    amount_vnd: int | None
    verdict: MessageVerdict


class OrderOut(Told):
    """One attempt to pay. `vietqr` is the text of the code that any bank's app reads; `purpose` is to stand
    in the transfer, alone."""

    number: str
    dossier_code: str
    state: OrderState
    amount_vnd: int
    lines: list[ReceiptLineOut]
    bank_bin: str
    bank_name: str
    account: str
    holder: str
    purpose: str
    vietqr: str
    gateway: str
    opened_at: Moment
    expires_at: Moment
    ended_at: Moment | None
    came: list[CameOut]
    messages: list[MessageOut]


class OrderStateOut(Told):
    """How an attempt stands. `is_open`: it waits for money and its time is not over."""

    number: str
    state: OrderState
    is_open: bool
    is_paid: bool
    amount_vnd: int
    came_vnd: int
    rest_vnd: int


class OrderLine(Told):
    """An attempt in a list."""

    number: str
    dossier_code: str
    amount_vnd: int
    state: OrderState
    opened_at: Moment
    expires_at: Moment
    ended_at: Moment | None


class OrderPage(Told):
    """Some attempts, newest first, and the cursor of what follows (empty at the end)."""

    items: list[OrderLine]
    next_cursor: str
