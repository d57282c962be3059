"""An office whose officers take money in whatever order: each step is the real command."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from motcua.dossiers.queries.detail import dossier_detail
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.commands.tills import close_till, open_till
from motcua.payments.models import Receipt, Till
from motcua.payments.queries.owed import owed
from motcua.payments.vocabulary import CardSlipIn, CashCount, PaymentMethod
from tests.support.clock import PLAIN_MORNING
from tests.support.money import cashier, collect, extra, fee, owing


class Office:
    """The steps, each by the real command; a refusal changes nothing."""

    def __init__(self) -> None:
        self.at = PLAIN_MORNING
        self.codes = [owing(copies=copies) for copies in (1, 2, 5)]
        self.closed: dict[int, tuple[Any, ...]] = {}

    def collect(self, by: str, place: int, amount_vnd: int, is_additional: bool) -> None:
        line = extra(amount_vnd) if is_additional else fee(amount_vnd)
        collect(self.codes[place], line, by=by, at=self.at)

    def slip(self, by: str, place: int, amount_vnd: int) -> None:
        # Of two terminals: the same slip comes again and is refused, but after its receipt was canceled.
        card = CardSlipIn(terminal=f"T{place}", last_four="0000")
        slip = {"method": PaymentMethod.CARD_SLIP, "slip_number": "7", "card": card}
        collect(self.codes[place], fee(amount_vnd), by=by, at=self.at, **slip)

    def cancel(self, by: str, place: int) -> None:
        ids = list(Receipt.objects.order_by("id").values_list("id", flat=True))
        chosen = ids[place % len(ids)] if ids else 0
        cancel_receipt(actor=cashier(by, self.at), at=self.at, receipt_id=chosen, reason="Nhầm")

    def open(self, by: str, amount_vnd: int) -> None:
        open_till(actor=cashier(by, self.at), at=self.at, opening_vnd=amount_vnd)

    def close(self, by: str, place: int, amount_vnd: int, explains: bool) -> None:
        ids = list(Till.objects.order_by("id").values_list("id", flat=True))
        chosen = ids[place % len(ids)] if ids else 0
        count = CashCount(total_vnd=amount_vnd, note="Lệch" * explains)
        close_till(actor=cashier(by, self.at), at=self.at, till_id=chosen, count=count)

    def night(self) -> None:
        self.at += timedelta(days=1)

    def check(self) -> None:
        """What holds after every step."""
        for code in self.codes:
            told = owed(dossier_detail(cashier(), code))
            assert told.paid_vnd <= told.total_vnd
        for pk, before in self.closed.items():
            assert _frozen(pk) == before
        closed = Till.objects.filter(closed_at__isnull=False).values_list("pk", flat=True)
        self.closed = {pk: _frozen(pk) for pk in closed}


def _frozen(till_id: int) -> tuple[Any, ...]:
    receipts = Receipt.objects.filter(till=till_id).order_by("id").values_list()
    return (*Till.objects.filter(pk=till_id).values_list(), *receipts)
