"""A bank and payment gateway on this machine that takes no money: the shape of docs/explain/paying.md,
well behaved or badly, as whoever tries it out says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from urllib.request import Request, urlopen

import orjson

from motcua.kernel import clock
from motcua.kernel.event import instant_text
from motcua.payments.gateways.signed_web import PAID, signature_of

SECONDS_SLOW = 4.0
SECONDS_TO_TELL = 10
TRANSACTIONS_MAX = 2000
FORGER = "nobody has given this secret to anybody"


class Behavior(StrEnum):
    """How the news of a payment goes wrong."""

    GOOD = "good"
    LOST = "lost"
    DOUBLED = "doubled"
    REORDERED = "reordered"
    FORGED = "forged"
    WRONG_AMOUNT = "wrong-amount"
    WRONG_CURRENCY = "wrong-currency"
    LATE = "late"
    SLOW = "slow"
    REPLAYED = "replayed"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Paid:
    """Money that a citizen paid here."""

    transaction: str
    order: str
    merchant: str
    amount_vnd: int
    means: str
    paid_at: datetime


@dataclass
class Bank:
    """What was paid, and how it is told to the office at `callback`. `told`: the
    statuses of the answers it got."""

    secret: str
    callback: str = ""
    now: Callable[[], datetime] = lambda: clock.now()
    paid: list[Paid] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    held_back: list[bytes] = field(default_factory=list)
    is_broken: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def pay(self, order: str, merchant: str, amount_vnd: int, means: str, how: Behavior) -> Paid:
        """Take the money and tell of it in this way."""
        with self._lock:
            name = f"SIM{len(self.paid) + 1:06d}-{order[-6:]}"
            one = Paid(name, order, merchant, amount_vnd, means, self.now())
            self.paid.append(one)
            del self.paid[:-TRANSACTIONS_MAX]
            self.is_broken = how is Behavior.BROKEN
        self._tell(one, how)
        return one

    def about(self, order: str) -> bytes:
        """All that was paid for an order, as the office asks for it."""
        return self._body([one for one in self.paid if one.order == order])

    def _tell(self, one: Paid, how: Behavior) -> None:
        for body, signature in self._news(one, how):
            self._send(body, signature)
        if how is Behavior.GOOD:
            while self.held_back:
                self._send(self.held_back.pop())

    def _news(self, one: Paid, how: Behavior) -> list[tuple[bytes, str]]:
        """What is said of it at once: each message with its signature, "" for the right one."""
        # As if the bank told of it when the order is long over: orders wait a day.
        body, later = self._body([one]), instant_text(self.now() + timedelta(hours=26))
        if how is Behavior.REORDERED:
            self.held_back.append(body)
        if how is Behavior.SLOW:
            teller = threading.Timer(SECONDS_SLOW, self._send, args=(body,))
            teller.daemon = True
            teller.start()
        return {
            Behavior.GOOD: [(body, "")],
            Behavior.DOUBLED: [(body, ""), (body, "")],
            Behavior.FORGED: [(body, signature_of(body, FORGER))],
            Behavior.WRONG_AMOUNT: [(self._body([one], amount=one.amount_vnd + 1_000), "")],
            Behavior.WRONG_CURRENCY: [(self._body([one], currency="USD"), "")],
            Behavior.LATE: [(self._body([one], paid_at=later), "")],
            Behavior.REPLAYED: [(self._body([one], sent_at=self.now() - timedelta(hours=2)), "")],
        }.get(how, [])

    def _body(self, found: list[Paid], *, sent_at: datetime | None = None, **changes: Any) -> bytes:
        merchant = found[0].merchant if found else ""
        return orjson.dumps(
            {
                "merchant": merchant,
                "sent_at": instant_text(sent_at or self.now()),
                "transactions": [{**_told(one), **changes} for one in found],
            }
        )

    def _send(self, body: bytes, signature: str = "") -> None:
        if not self.callback:
            return
        headers = {
            "Content-Type": "application/json",
            "X-Signature": signature or signature_of(body, self.secret),
        }
        asked = Request(self.callback, body, headers)  # noqa: S310  # an address of this machine
        try:
            with urlopen(asked, timeout=SECONDS_TO_TELL) as answer:  # noqa: S310
                self.told.append(answer.status)
        except OSError as fault:
            self.told.append(getattr(fault, "code", 0))


def _told(one: Paid) -> dict[str, Any]:
    return {
        "order": one.order,
        "transaction": one.transaction,
        "amount": one.amount_vnd,
        "currency": "VND",
        "status": PAID,
        "means": one.means,
        "paid_at": instant_text(one.paid_at),
    }
