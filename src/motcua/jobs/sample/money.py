"""A little money of the sample office: receipts of yesterday, a till that was counted short, a refund asked
for, a settlement sent, and what reconciliation says of it. All by the commands that the pages call."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from motcua.accounts.queries import actor_for_user, user_id_called
from motcua.kernel.actor import Actor, Door, system
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.payments.commands.collect import collect_fee
from motcua.payments.commands.tills import close_till
from motcua.payments.queries.tills import my_tills
from motcua.payments.vocabulary import CashCount, FeeInput
from motcua.procedures.vocabulary import FeeKind
from motcua.reconciliation.commands.comparing import compare_all
from motcua.settlements.commands.refunds import request_refund
from motcua.settlements.commands.settling import draft_settlement, send_settlement
from motcua.settlements.queries.refunds import receipt_to_refund
from motcua.settlements.vocabulary import RefundInput, RefundReason

RECEIPTS, SHORT_VND = 5, 1_000
CASHIER, ACCOUNTANT = "tiepnhan1", "ketoan"


def take_money(codes: Iterable[str], *, at: datetime) -> int:
    """How many receipts were given: for the first of these dossiers that owe anything."""
    before = at - timedelta(days=1)
    cashier = _actor(CASHIER, before)
    receipts: list[int] = []
    for code in codes:
        if len(receipts) == RECEIPTS:
            break
        try:
            given = FeeInput(dossier_code=code)
            receipts.append(collect_fee(actor=cashier, at=before, given=given).id)
        except Refusal:
            continue  # It owes nothing, or not at this desk.
    if not receipts:
        return 0
    _close(cashier, before)
    _go_on(_actor(ACCOUNTANT, at), at, receipts[0])
    compare_all(actor=system("sample"), at=at)
    return len(receipts)


def _close(cashier: Actor, at: datetime) -> None:
    till = my_tills(cashier, at).today
    assert till is not None
    short = min(SHORT_VND, till.expected_vnd)
    count = CashCount(total_vnd=till.expected_vnd - short, note="Trả nhầm tiền thừa cho người nộp")
    close_till(actor=cashier, at=at, till_id=till.id, count=count)


def _go_on(accountant: Actor, at: datetime, receipt_id: int) -> None:
    """A refund is asked for; what was collected until yesterday is settled with the agency."""
    paid = receipt_to_refund(accountant, receipt_id).facts.paid
    request_refund(
        actor=accountant,
        at=at,
        given=RefundInput(
            receipt_id=receipt_id,
            reason=RefundReason.EXEMPTION_PROVEN_LATER,
            fee_vnd=paid[FeeKind.FEE].left_vnd,
            charge_vnd=paid[FeeKind.CHARGE].left_vnd,
        ),
    )
    agency_id = accountant.agency_id
    assert agency_id is not None
    last_day = local_day(at) - timedelta(days=1)
    made = draft_settlement(
        actor=accountant, at=at, agency_id=agency_id, due_agency_id=agency_id, last_day=last_day
    )
    send_settlement(actor=accountant, at=at, settlement_id=made)


def _actor(username: str, at: datetime) -> Actor:
    return actor_for_user(user_id_called(username), at, Door.COMMAND_LINE, f"demo-{username}")
