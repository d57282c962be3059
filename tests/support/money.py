"""Builders of money at the counter: a dossier that owes, its collection, a till counted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.kernel.actor import Actor, Door
from motcua.ledger.recording import RequestKey
from motcua.payments.commands.collect import ReceiptRef, collect_fee
from motcua.payments.commands.tills import TillRef, close_till
from motcua.payments.queries.tills import my_tills
from motcua.payments.vocabulary import CashCount, FeeInput, ReceiptLineIn
from motcua.procedures.vocabulary import FeeKind
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import CERTIFIED_COPY, a_reception, receive
from tests.support.working_office import officer

CASHIER, COLLEAGUE, LEADER, CLERK = "tiepnhan1", "tiepnhan2", "lanhdao", "vanthu"


def cashier(username: str = CASHIER, at: datetime = PLAIN_MORNING) -> Actor:
    """A sample officer at a browser."""
    return officer(username, at, Door.PAGE)


def owing(copies: int = 1, pages: int = 2, at: datetime = PLAIN_MORNING, **changes: Any) -> str:
    """The code of a dossier of certified copies: 2,000 đồng for each of the first two pages."""
    given = a_reception(CERTIFIED_COPY, at=at, copies=copies, pages=pages, **changes)
    return receive(given, actor=cashier(at=at), at=at).code


def extra(amount_vnd: int = 8_000, kind: FeeKind = FeeKind.CHARGE) -> ReceiptLineIn:
    """A line beyond what the dossier owes."""
    return ReceiptLineIn(
        kind=kind, name="Trích lục thêm", amount_vnd=amount_vnd, is_additional=True
    )


def fee(amount_vnd: int, kind: FeeKind = FeeKind.FEE) -> ReceiptLineIn:
    return ReceiptLineIn(kind=kind, name="Phí chứng thực", amount_vnd=amount_vnd)


def collect(
    code: str = "",
    *lines: ReceiptLineIn,
    by: str = CASHIER,
    at: datetime = PLAIN_MORNING,
    request: RequestKey | None = None,
    **changes: Any,
) -> ReceiptRef:
    """The real act. Without a code a dossier that owes 4,000 đồng is received first."""
    given = FeeInput(dossier_code=code or owing(at=at), lines=lines, **changes)
    return collect_fee(actor=cashier(by, at), at=at, given=given, request=request)


def count(total_vnd: int, note: str = "") -> CashCount:
    return CashCount(total_vnd=total_vnd, note=note)


def close(
    total_vnd: int, *, note: str = "", by: str = CASHIER, at: datetime = PLAIN_MORNING
) -> TillRef:
    """Close this officer's till of that day."""
    till = my_tills(cashier(by, at), at).today
    assert till is not None
    return close_till(actor=cashier(by, at), at=at, till_id=till.id, count=count(total_vnd, note))
