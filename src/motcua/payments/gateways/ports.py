"""What a payment gateway must offer. Each adapter is one class of this shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from motcua.payments.vocabulary import Said


class Unread(StrEnum):
    """Why a message is not read: nobody whom we know signed it, or it says nothing that we understand."""

    FORGED = "FORGED"
    UNREADABLE = "UNREADABLE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the citizen is sent to the gateway with. `back_to` is where the gateway sends him then."""

    merchant: str
    order_number: str
    amount_vnd: int
    purpose: str
    back_to: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Answered:
    """The gateway's answer to the letter, with its signature."""

    body: bytes
    signature: str


class Gateway(Protocol):
    """A gateway. No method raises for what a network or a stranger may do; each ends in bounded time."""

    @property
    def name(self) -> str: ...

    def pay_address(self, asked: Asking) -> str:
        """Where the citizen pays this order. Asks nobody."""

    def read(self, body: bytes, signature: str) -> tuple[Said, ...] | Unread:
        """What a message says of each transaction, if the gateway signed it."""

    def ask(self, merchant: str, order_number: str, at: datetime) -> Answered | None:
        """What the gateway knows of an order; None when it could not be learned now."""
