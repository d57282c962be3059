"""Random honest days name nothing; whatever is planted in them is named, that and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.kernel.clock import local_day
from motcua.reconciliation.rules.comparing import differences
from motcua.reconciliation.vocabulary import (
    BookFact,
    Facts,
    Kind,
    Likely,
    LineFact,
    MessageFact,
    Named,
    OrderFact,
    PaymentFact,
    RefundFact,
    SlipFact,
    SubjectKind,
    TillFact,
)
from tests.support.clock import PLAIN_MORNING

AT = PLAIN_MORNING
TODAY = local_day(AT)
ACCOUNT = 7
Expected = tuple[Named, int, Likely]
Plant = Callable[[Facts, Random], tuple[Facts, list[Expected]]]
NEW = 1_000_000
"""Ids of what is planted begin here."""


def honest(random: Random) -> Facts:
    """Some weeks of an office where everything is as it should be."""
    tills = []
    for number in range(random.randrange(6)):
        day = TODAY - timedelta(days=number)
        opening, cash = random.randrange(0, 200_000, 1_000), random.randrange(0, 900_000, 500)
        back = random.randrange(0, opening + 1)
        held = opening + cash - back
        is_closed = number > 0 or random.random() < 0.5
        tills.append(
            TillFact(
                id=number + 1, day=day, holding_id=3, is_closed=is_closed, opening_vnd=opening,
                cash_vnd=cash, refunded_vnd=back, expected_vnd=held * is_closed,
                counted_vnd=held * is_closed,
            )
        )  # fmt: skip
    orders, payments, lines = [], [], []
    for number in range(1, random.randrange(12) + 1):
        days, amount = random.randrange(30), random.randrange(1_000, 3_000_000, 500)
        paid = random.random() < 0.7
        orders.append(
            OrderFact(
                id=number, number=f"MC{number}", amount_vnd=amount, is_open=not paid and days == 0,
                is_paid=paid, expires_at=AT + timedelta(days=1 - days, hours=1),
                day=TODAY - timedelta(days=days),
            )
        )  # fmt: skip
        if not paid:
            continue
        seen = days > 2 or random.random() < 0.5
        payments.append(
            PaymentFact(
                id=number, order_id=number, account_id=ACCOUNT, reference=f"FT{number}",
                amount_vnd=amount, rest_vnd=0, cause=random.choice(["AS_ASKED", "LATE"]),
                day=TODAY - timedelta(days=days), on_statement=seen, asked_vnd=amount,
            )
        )  # fmt: skip
        if seen:
            lines.append(line(number, amount, days))
    slips = [
        SlipFact(id=900 + number, day=TODAY - timedelta(days=number + 4), total_vnd=5_000 + number,
                 slip_number=f"S{number}")
        for number in range(random.randrange(3))
    ]  # fmt: skip
    lines += [
        replace(line(900 + number, slip.total_vnd, number), reference=slip.slip_number)
        for number, slip in enumerate(slips)
    ]
    refunds = [
        RefundFact(id=number, is_granted=random.random() < 0.5, total_vnd=1_000,
                   since=TODAY - timedelta(days=random.randrange(5)))
        for number in range(1, random.randrange(4))
    ]  # fmt: skip
    return Facts(
        tills=tuple(tills), orders=tuple(orders), payments=tuple(payments), lines=tuple(lines),
        slips=tuple(slips), refunds=tuple(refunds), read_until={ACCOUNT: TODAY},
    )  # fmt: skip


def line(number: int, amount: int, days: int, **changes: bool) -> LineFact:
    return LineFact(
        id=number, account_id=ACCOUNT, day=TODAY - timedelta(days=days), amount_vnd=amount,
        reference=f"FT{number}", text="", is_waiting=changes.get("is_waiting", False),
        has_payment=changes.get("has_payment", True),
        is_not_ours=changes.get("is_not_ours", False),
    )  # fmt: skip


def payment(number: int, amount: int, **changes: object) -> PaymentFact:
    usual = PaymentFact(
        id=number, order_id=number, account_id=ACCOUNT, reference="FTX", amount_vnd=amount,
        rest_vnd=0, cause="AS_ASKED", day=TODAY - timedelta(days=10), on_statement=True,
        asked_vnd=amount,
    )  # fmt: skip
    return replace(usual, **changes)  # type: ignore[arg-type]


def one(kind: Kind, subject: SubjectKind, pk: int, amount: int, likely: Likely) -> list[Expected]:
    return [(Named(kind, subject, pk), amount, likely)]


def till_counted_otherwise(facts: Facts, random: Random) -> tuple[Facts, list[Expected]]:
    gap = random.choice([-1, 1]) * random.randrange(1, 50_000)
    till = TillFact(id=NEW + 1, day=TODAY - timedelta(days=3), holding_id=9, is_closed=True,
                    expected_vnd=60_000, counted_vnd=60_000 + gap, cash_vnd=60_000)  # fmt: skip
    told = one(Kind.TILL_COUNT, SubjectKind.TILL, NEW + 1, gap, Likely.MISCOUNTED)
    return replace(facts, tills=(*facts.tills, till)), told


def till_left_open(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    till = TillFact(id=NEW + 2, day=TODAY - timedelta(days=1), holding_id=9, is_closed=False,
                    opening_vnd=500, cash_vnd=2_000)  # fmt: skip
    told = one(Kind.TILL_OPEN, SubjectKind.TILL, NEW + 2, 2_500, Likely.FORGOTTEN)
    return replace(facts, tills=(*facts.tills, till)), told


def till_unlike_its_receipts(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    till = TillFact(id=NEW + 3, day=TODAY, holding_id=9, is_closed=True, cash_vnd=9_000,
                    expected_vnd=8_000, counted_vnd=8_000)  # fmt: skip
    told = one(Kind.TILL_RECEIPTS, SubjectKind.TILL, NEW + 3, -1_000, Likely.TAMPERED)
    return replace(facts, tills=(*facts.tills, till)), told


def not_in_the_books(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    fact = BookFact(subject_kind=SubjectKind.RECEIPT, subject_id=NEW + 4, day=TODAY, amount_vnd=70)
    told = one(Kind.BOOKS, SubjectKind.RECEIPT, NEW + 4, 70, Likely.TAMPERED)
    return replace(facts, books=(*facts.books, fact)), told


def line_nobody_knows(facts: Facts, random: Random) -> tuple[Facts, list[Expected]]:
    amount = random.randrange(501, 999)
    new = line(NEW + 5, amount, 1, is_waiting=True, has_payment=False)
    told = one(Kind.LINE_WAITING, SubjectKind.STATEMENT_LINE, NEW + 5, amount, Likely.UNKNOWN)
    return replace(facts, lines=(*facts.lines, new)), told


def line_with_a_wrong_reference(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    order = OrderFact(id=NEW + 6, number="MCX", amount_vnd=333, is_open=False, is_paid=False,
                      expires_at=AT - timedelta(days=2), day=TODAY - timedelta(days=3))  # fmt: skip
    new = line(NEW + 6, 333, 1, is_waiting=True, has_payment=False)
    likely = Likely.WRONG_REFERENCE
    told = one(Kind.LINE_WAITING, SubjectKind.STATEMENT_LINE, NEW + 6, 333, likely)
    return replace(facts, lines=(*facts.lines, new), orders=(*facts.orders, order)), told


def line_of_a_slip_at_the_counter(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    slip = SlipFact(id=NEW + 7, day=TODAY - timedelta(days=9), total_vnd=444, slip_number="FT99")
    new = replace(line(NEW + 7, 444, 8, is_waiting=True, has_payment=False), reference="FT99")
    likely = Likely.SLIP_AT_COUNTER
    told = one(Kind.LINE_WAITING, SubjectKind.STATEMENT_LINE, NEW + 7, 444, likely)
    return replace(facts, lines=(*facts.lines, new), slips=(*facts.slips, slip)), told


def line_without_its_receipt(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    new = line(NEW + 8, 20_000, 2, has_payment=False)
    aside = line(NEW + 9, 20_000, 2, has_payment=False, is_not_ours=True)
    about = Kind.LINE_WITHOUT_RECEIPT, SubjectKind.STATEMENT_LINE, NEW + 8
    return replace(facts, lines=(*facts.lines, new, aside)), one(*about, 20_000, Likely.TAMPERED)


def receipt_whose_money_never_came(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    came = payment(NEW + 10, 50_000, on_statement=False)
    slip = SlipFact(id=NEW + 10, day=TODAY - timedelta(days=5), total_vnd=1, slip_number="Z")
    told = [
        *one(Kind.RECEIPT_WITHOUT_MONEY, SubjectKind.PAYMENT, NEW + 10, 50_000, Likely.NEVER_CAME),
        *one(Kind.RECEIPT_WITHOUT_MONEY, SubjectKind.RECEIPT, NEW + 10, 1, Likely.NEVER_CAME),
    ]
    return replace(facts, payments=(*facts.payments, came), slips=(*facts.slips, slip)), told


def paid_twice_too_much_or_late(facts: Facts, random: Random) -> tuple[Facts, list[Expected]]:
    cause, likely = random.choice(
        [
            ("AGAIN", Likely.PAID_TWICE),
            ("LATE", Likely.PAID_LATE),
            ("WRONG_AMOUNT", Likely.PAID_TOO_MUCH),
        ]
    )
    came = payment(NEW + 11, 90_000, rest_vnd=60_000, cause=cause, asked_vnd=30_000)
    partly = replace(came, id=NEW + 12, order_id=NEW + 12, asked_back_vnd=59_999)
    wholly = replace(came, id=NEW + 13, order_id=NEW + 13, asked_back_vnd=60_000)
    told = [
        *one(Kind.REST, SubjectKind.PAYMENT, NEW + 11, 60_000, likely),
        *one(Kind.REST, SubjectKind.PAYMENT, NEW + 12, 1, likely),
    ]
    return replace(facts, payments=(*facts.payments, came, partly, wholly)), told


def paid_too_little(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    less = payment(NEW + 14, 10_000, cause="WRONG_AMOUNT", asked_vnd=30_000, still_owed_vnd=20_000)
    since_paid = replace(less, id=NEW + 15, order_id=NEW + 15, still_owed_vnd=0)
    about = Kind.PAID_LESS, SubjectKind.PAYMENT, NEW + 14
    told = one(*about, 20_000, Likely.PAID_TOO_LITTLE)
    return replace(facts, payments=(*facts.payments, less, since_paid)), told


def fee_taken_by_the_bank(facts: Facts, random: Random) -> tuple[Facts, list[Expected]]:
    fee = random.randrange(1, 55_001)
    said = payment(NEW + 16, 100_000, on_statement=False)
    came = payment(NEW + 17, 100_000 - fee, order_id=NEW + 16, cause="AGAIN", rest_vnd=100_000 - fee,
                   asked_vnd=100_000)  # fmt: skip
    told = one(Kind.BANK_FEE, SubjectKind.PAYMENT, NEW + 16, fee, Likely.FEE_BY_BANK)
    return replace(facts, payments=(*facts.payments, said, came)), told


def order_nobody_ended(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    order = OrderFact(id=NEW + 18, number="MCY", amount_vnd=77, is_open=True, is_paid=False,
                      expires_at=AT - timedelta(hours=2), day=TODAY)  # fmt: skip
    told = one(Kind.ORDER_STUCK, SubjectKind.PAYMENT_ORDER, NEW + 18, 77, Likely.JOB_STOPPED)
    return replace(facts, orders=(*facts.orders, order)), told


def message_refused(facts: Facts, random: Random) -> tuple[Facts, list[Expected]]:
    verdict = random.choice(["CONTRADICTED", "UNKNOWN_ORDER", "UNREADABLE", "FORGED"])
    order = OrderFact(id=NEW + 19, number="MCZ", amount_vnd=99, is_open=False, is_paid=True,
                      expires_at=AT, day=TODAY)  # fmt: skip
    new = MessageFact(id=NEW + 19, day=TODAY, verdict=verdict, order_id=None, order_number="",
                      amount_vnd=99)  # fmt: skip
    since_paid = replace(new, id=NEW + 20, verdict="STALE", order_id=order.id)
    likely = Likely.FORGED if verdict == "FORGED" else Likely.GATEWAY_FAULT
    told = one(Kind.MESSAGE_REFUSED, SubjectKind.MESSAGE, NEW + 19, 99, likely)
    return replace(
        facts, messages=(*facts.messages, new, since_paid), orders=(*facts.orders, order)
    ), told


def refund_forgotten(facts: Facts, random: Random) -> tuple[Facts, list[Expected]]:
    granted = random.random() < 0.5
    refund = RefundFact(id=NEW + 21, is_granted=granted, total_vnd=6_000,
                        since=TODAY - timedelta(days=random.randrange(5, 50)))  # fmt: skip
    likely = Likely.UNPAID if granted else Likely.UNDECIDED
    told = one(Kind.REFUND_STUCK, SubjectKind.REFUND, NEW + 21, 6_000, likely)
    return replace(facts, refunds=(*facts.refunds, refund)), told


def statement_nobody_read(facts: Facts, _random: Random) -> tuple[Facts, list[Expected]]:
    came = [
        payment(NEW + 22 + place, 1_000, account_id=8, on_statement=False) for place in range(3)
    ]
    told = one(Kind.STATEMENT_MISSING, SubjectKind.ACCOUNT, 8, 3_000, Likely.NOT_READ)
    return replace(facts, payments=(*facts.payments, *came)), told


PLANTS: tuple[Plant, ...] = (
    till_counted_otherwise,
    till_left_open,
    till_unlike_its_receipts,
    not_in_the_books,
    line_nobody_knows,
    line_with_a_wrong_reference,
    line_of_a_slip_at_the_counter,
    line_without_its_receipt,
    receipt_whose_money_never_came,
    paid_twice_too_much_or_late,
    paid_too_little,
    fee_taken_by_the_bank,
    order_nobody_ended,
    message_refused,
    refund_forgotten,
    statement_nobody_read,
)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_honest_days_name_nothing(seed: int) -> None:
    assert differences(honest(Random(seed)), AT) == []


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 2**32), st.sets(st.sampled_from(PLANTS), min_size=1))
def test_what_is_planted_is_named_and_nothing_else(seed: int, plants: set[Plant]) -> None:
    random = Random(seed)
    facts, wanted = honest(random), []
    for plant in sorted(plants, key=lambda one: one.__name__):
        facts, told = plant(facts, random)
        wanted += told
    found = [(one.named, one.amount_vnd, one.likely) for one in differences(facts, AT)]
    assert found == sorted(wanted)


def test_every_kind_is_planted() -> None:
    named = {expected[0].kind for plant in PLANTS for expected in plant(Facts(), Random(0))[1]}
    assert named == set(Kind)
