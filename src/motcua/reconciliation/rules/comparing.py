"""Compare tills, receipts, orders, statements, refunds and books; name every difference. Pure.

Basis: law.md 4.9 (payments are reconciled daily; a repeated message counts once).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from motcua.kernel.clock import local_day
from motcua.reconciliation.vocabulary import (
    Facts,
    Found,
    Kind,
    Likely,
    LineFact,
    MessageFact,
    Named,
    Patience,
    PaymentFact,
    SubjectKind,
    TillFact,
)

USUAL = Patience()
LIKELY_OF_CAUSE = {
    "AGAIN": Likely.PAID_TWICE,
    "LATE": Likely.PAID_LATE,
    "WRONG_AMOUNT": Likely.PAID_TOO_MUCH,
    "ASSIGNED": Likely.PAID_TOO_MUCH,
    "AS_ASKED": Likely.PAID_TWICE,
}
GONE_WHEN_PAID = frozenset({"STALE", "WRONG_CURRENCY"})
"""Refusals that no longer matter once the order is paid after all."""
REFUSED_LIKELY = {"FORGED": Likely.FORGED}


def differences(facts: Facts, at: datetime, patience: Patience = USUAL) -> list[Found]:
    """Each once, in the order of its kind and subject."""
    today = local_day(at)
    paired = _bank_fees(facts, patience)
    found = [
        *_tills(facts.tills, today),
        *_books(facts),
        *paired.values(),
        *_lines(facts),
        *_rests(facts, paired),
        *_less(facts, paired),
        *_not_come(facts, paired, today, patience),
        *_slips(facts, today, patience),
        *_orders(facts, at, patience),
        *_messages(facts),
        *_refunds(facts, today, patience),
    ]
    return sorted({one.named: one for one in found}.values(), key=lambda one: one.named)


def _found(
    kind: Kind,
    subject: tuple[SubjectKind, int],
    day: date,
    amount_vnd: int,
    likely: Likely,
    about: str = "",
    owner_id: int | None = None,
) -> Found:
    return Found(
        named=Named(kind, *subject),
        day=day,
        amount_vnd=amount_vnd,
        likely=likely,
        about=about,
        owner_id=owner_id,
    )


def _tills(tills: tuple[TillFact, ...], today: date) -> Iterator[Found]:
    for till in tills:
        about, owner = (SubjectKind.TILL, till.id), till.holding_id
        held = till.opening_vnd + till.cash_vnd - till.refunded_vnd
        if not till.is_closed:
            if till.day < today:
                yield _found(
                    Kind.TILL_OPEN, about, till.day, held, Likely.FORGOTTEN, owner_id=owner
                )
            continue
        over = till.counted_vnd - till.expected_vnd
        if over:
            yield _found(Kind.TILL_COUNT, about, till.day, over, Likely.MISCOUNTED, owner_id=owner)
        if till.expected_vnd != held:
            gap = till.expected_vnd - held
            yield _found(Kind.TILL_RECEIPTS, about, till.day, gap, Likely.TAMPERED, owner_id=owner)


def _books(facts: Facts) -> Iterator[Found]:
    for one in facts.books:
        about = one.subject_kind, one.subject_id
        yield _found(Kind.BOOKS, about, one.day, one.amount_vnd, Likely.TAMPERED, one.about)


def _bank_fees(facts: Facts, patience: Patience) -> dict[int, Found]:
    """By the id of either payment: the bank took its fee out of money that a message had told of, so that
    the line of the statement is another sum and was taken for money that came again."""
    of_order: dict[int, list[PaymentFact]] = defaultdict(list)
    for payment in facts.payments:
        if payment.order_id is not None:
            of_order[payment.order_id].append(payment)
    told: dict[int, Found] = {}
    for came in of_order.values():
        told_of = [one for one in came if not one.on_statement]
        lines = [one for one in came if one.on_statement and one.cause == "AGAIN"]
        for said in told_of:
            near = next(
                (
                    line
                    for line in lines
                    if line.id not in told
                    and 0 < said.amount_vnd - line.amount_vnd <= patience.bank_fee_max_vnd
                ),
                None,
            )
            if near is not None:
                about = SubjectKind.PAYMENT, said.id
                fee = said.amount_vnd - near.amount_vnd
                told[said.id] = told[near.id] = _found(
                    Kind.BANK_FEE, about, near.day, fee, Likely.FEE_BY_BANK, said.reference
                )
    return told


def _lines(facts: Facts) -> Iterator[Found]:
    slips = {(slip.slip_number, slip.total_vnd) for slip in facts.slips if slip.slip_number}
    unpaid = {order.amount_vnd for order in facts.orders if not order.is_paid}
    for line in facts.lines:
        about = SubjectKind.STATEMENT_LINE, line.id
        if line.is_waiting:
            likely = _whose(line, slips, unpaid)
            yield _found(
                Kind.LINE_WAITING, about, line.day, line.amount_vnd, likely, line.reference
            )
        elif not line.has_payment and not line.is_not_ours:
            yield _found(
                Kind.LINE_WITHOUT_RECEIPT, about, line.day, line.amount_vnd, Likely.TAMPERED,
                line.reference,
            )  # fmt: skip


def _whose(line: LineFact, slips: set[tuple[str, int]], unpaid: set[int]) -> Likely:
    if (line.reference, line.amount_vnd) in slips:
        return Likely.SLIP_AT_COUNTER
    return Likely.WRONG_REFERENCE if line.amount_vnd in unpaid else Likely.UNKNOWN


def _rests(facts: Facts, paired: dict[int, Found]) -> Iterator[Found]:
    for one in facts.payments:
        left = one.rest_vnd - one.asked_back_vnd
        if left > 0 and one.id not in paired:
            about, likely = (SubjectKind.PAYMENT, one.id), LIKELY_OF_CAUSE[one.cause]
            yield _found(Kind.REST, about, one.day, left, likely, one.reference)


def _less(facts: Facts, paired: dict[int, Found]) -> Iterator[Found]:
    for one in facts.payments:
        short = one.asked_vnd - one.amount_vnd
        if (
            one.cause == "WRONG_AMOUNT"
            and short > 0
            and one.still_owed_vnd
            and one.id not in paired
        ):
            about = SubjectKind.PAYMENT, one.id
            owed = min(short, one.still_owed_vnd)
            yield _found(
                Kind.PAID_LESS, about, one.day, owed, Likely.PAID_TOO_LITTLE, one.reference
            )


def _not_come(
    facts: Facts, paired: dict[int, Found], today: date, patience: Patience
) -> Iterator[Found]:
    """Money that was told of and is not on the statement, where that covers its days; the account whose
    statement nobody has read, where it does not."""
    wait = timedelta(days=patience.clearing_days)
    unread: dict[int, tuple[date, int]] = {}
    for one in facts.payments:
        if one.on_statement or one.id in paired or one.account_id is None:
            continue
        by = one.day + wait
        if by <= facts.read_until.get(one.account_id, date.min):
            about = SubjectKind.PAYMENT, one.id
            yield _found(
                Kind.RECEIPT_WITHOUT_MONEY, about, one.day, one.amount_vnd, Likely.NEVER_CAME,
                one.reference,
            )  # fmt: skip
        elif by < today:
            day, sum_vnd = unread.get(one.account_id, (one.day, 0))
            unread[one.account_id] = min(day, one.day), sum_vnd + one.amount_vnd
    for account_id, (day, sum_vnd) in unread.items():
        about = SubjectKind.ACCOUNT, account_id
        yield _found(Kind.STATEMENT_MISSING, about, day, sum_vnd, Likely.NOT_READ)


def _slips(facts: Facts, today: date, patience: Patience) -> Iterator[Found]:
    """Transfers whose slip was shown at the counter and that no line bears out."""
    if not facts.read_until:
        return
    seen = {(line.reference, line.amount_vnd) for line in facts.lines}
    until = min(today, max(facts.read_until.values()))
    for slip in facts.slips:
        is_over = slip.day + timedelta(days=patience.clearing_days) <= until
        if is_over and (slip.slip_number, slip.total_vnd) not in seen:
            about = SubjectKind.RECEIPT, slip.id
            yield _found(
                Kind.RECEIPT_WITHOUT_MONEY, about, slip.day, slip.total_vnd, Likely.NEVER_CAME,
                slip.number,
            )  # fmt: skip


def _orders(facts: Facts, at: datetime, patience: Patience) -> Iterator[Found]:
    wait = timedelta(minutes=patience.order_minutes)
    for order in facts.orders:
        if order.is_open and order.expires_at + wait <= at:
            about = SubjectKind.PAYMENT_ORDER, order.id
            yield _found(
                Kind.ORDER_STUCK, about, order.day, order.amount_vnd, Likely.JOB_STOPPED,
                order.number,
            )  # fmt: skip


def _messages(facts: Facts) -> Iterator[Found]:
    paid = {order.id for order in facts.orders if order.is_paid}
    for one in facts.messages:
        if not (one.verdict in GONE_WHEN_PAID and one.order_id in paid):
            yield _refused(one)


def _refused(one: MessageFact) -> Found:
    likely = REFUSED_LIKELY.get(one.verdict, Likely.GATEWAY_FAULT)
    about = SubjectKind.MESSAGE, one.id
    return _found(Kind.MESSAGE_REFUSED, about, one.day, one.amount_vnd, likely, one.order_number)


def _refunds(facts: Facts, today: date, patience: Patience) -> Iterator[Found]:
    for one in facts.refunds:
        if one.since + timedelta(days=patience.refund_days) <= today:
            likely = Likely.UNPAID if one.is_granted else Likely.UNDECIDED
            about = SubjectKind.REFUND, one.id
            yield _found(Kind.REFUND_STUCK, about, one.since, one.total_vnd, likely)
