"""A little money of the sample office: receipts of yesterday (one written by mistake and canceled), a till that
was counted short, a refund asked for and one paid, a settlement sent, and what reconciliation says of it. All
by the commands that the pages call."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from motcua.accounts.queries import actor_for_user, user_id_called
from motcua.kernel.actor import Actor, Door, system
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.commands.collect import collect_fee
from motcua.payments.commands.tills import close_till
from motcua.payments.queries.tills import my_tills
from motcua.payments.vocabulary import CashCount, FeeInput
from motcua.procedures.vocabulary import FeeKind
from motcua.reconciliation.commands.comparing import compare_all
from motcua.settlements.commands.refunds import decide_refund, pay_refund, request_refund
from motcua.settlements.commands.settling import draft_settlement, send_settlement
from motcua.settlements.queries.refunds import receipt_to_refund
from motcua.settlements.vocabulary import RefundInput, RefundReason, RefundWay

RECEIPTS, SHORT_VND = 5, 1_000
CASHIER, ACCOUNTANT, LEADER = "tiepnhan1", "ketoan", "lanhdao"


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
    _write_anew(cashier, before, receipts)
    _close(cashier, before)
    accountant = _actor(ACCOUNTANT, at)
    _ask_back(accountant, at, receipts[0])
    for receipt_id in receipts[1:][-1:]:
        _pay_back(accountant, at, receipt_id)
    _settle(accountant, at)
    compare_all(actor=system("sample"), at=at)
    return len(receipts)


def _write_anew(cashier: Actor, at: datetime, receipts: list[int]) -> None:
    """The last one had been written by mistake: it is canceled, and another is given."""
    wrong = receipt_to_refund(cashier, receipts.pop())
    cancel_receipt(
        actor=cashier, at=at, receipt_id=wrong.id, reason="Ghi nhầm, đã lập biên lai khác"
    )
    again = FeeInput(dossier_code=wrong.dossier_code)
    receipts.append(collect_fee(actor=cashier, at=at, given=again).id)


def _close(cashier: Actor, at: datetime) -> None:
    till = my_tills(cashier, at).today
    assert till is not None
    short = min(SHORT_VND, till.expected_vnd)
    count = CashCount(total_vnd=till.expected_vnd - short, note="Trả nhầm tiền thừa cho người nộp")
    close_till(actor=cashier, at=at, till_id=till.id, count=count)


def _ask_back(accountant: Actor, at: datetime, receipt_id: int) -> int:
    """All of the receipt is asked back."""
    paid = receipt_to_refund(accountant, receipt_id).facts.paid
    return request_refund(
        actor=accountant,
        at=at,
        given=RefundInput(
            receipt_id=receipt_id,
            reason=RefundReason.EXEMPTION_PROVEN_LATER,
            fee_vnd=paid[FeeKind.FEE].left_vnd,
            charge_vnd=paid[FeeKind.CHARGE].left_vnd,
        ),
    )


def _pay_back(accountant: Actor, at: datetime, receipt_id: int) -> None:
    """Asked, granted by the signer, and paid by transfer."""
    refund_id = _ask_back(accountant, at, receipt_id)
    decide_refund(actor=_actor(LEADER, at), at=at, refund_id=refund_id, approved=True)
    pay_refund(
        actor=accountant, at=at, refund_id=refund_id, way=RefundWay.TRANSFER, slip_number="UNC 01"
    )


def _settle(accountant: Actor, at: datetime) -> None:
    """What was collected until yesterday is settled with the agency."""
    agency_id = accountant.agency_id
    assert agency_id is not None
    last_day = local_day(at) - timedelta(days=1)
    made = draft_settlement(
        actor=accountant, at=at, agency_id=agency_id, due_agency_id=agency_id, last_day=last_day
    )
    send_settlement(actor=accountant, at=at, settlement_id=made)


def _actor(username: str, at: datetime) -> Actor:
    return actor_for_user(user_id_called(username), at, Door.COMMAND_LINE, f"demo-{username}")
