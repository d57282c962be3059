"""Settling with an agency: each đồng counted once, what was sent stays, corrections go on and are named."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.books.queries.balances import balance
from motcua.books.vocabulary import AccountCode, Place
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.payments.commands.cancel import cancel_receipt
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.commands.terms import set_terms
from motcua.settlements.models import Settlement, SettlementItem
from motcua.settlements.queries.settlements import (
    items_of,
    open_periods,
    settlement_detail,
    settlements_of,
)
from motcua.settlements.rules.settling import (
    NothingToSettle,
    OwnSettlement,
    PaidOnFaulty,
    PeriodFaulty,
    PeriodNotOver,
    SettlementNoteMissing,
    SettlementSlipMissing,
    StepNotNow,
    TermsFaulty,
)
from motcua.settlements.vocabulary import (
    Part,
    RemittanceWay,
    SettlementAct,
    SettlementState,
    Span,
    TermsInput,
)
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, close, collect, extra, owing
from tests.support.refunding import ACCOUNTANT, NEXT_DAY, ask, decide, pay
from tests.support.settling import AFTER, LAST_DAY, answer, draft, hand_on, home, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
FEE, CHARGE = FeeKind.FEE, FeeKind.CHARGE
MONTH_LATER = AFTER + timedelta(days=30)


def owed(kind: AccountCode = AccountCode.OWED_FEE) -> int:
    return balance(home(), Place(kind, str(home())), local_day(MONTH_LATER))


def detail(settlement_id: int, by: str = ACCOUNTANT):  # type: ignore[no-untyped-def]
    return settlement_detail(cashier(by, AFTER), settlement_id)


def test_what_was_collected_is_settled_to_the_dong_and_handed_on() -> None:
    collect()
    collect("", extra(8_000), by="tiepnhan2")
    made = draft()
    told = detail(made)
    assert told.figures[FEE].due_vnd == 4_000
    assert told.figures[CHARGE].due_vnd == 8_000
    send(made)
    answer(made)
    hand_on(made)
    told = detail(made)
    assert (told.row.state, told.transferred_vnd, told.left_vnd) == (
        SettlementState.PAID,
        12_000,
        0,
    )
    assert (owed(), owed(AccountCode.OWED_CHARGE)) == (0, 0)
    assert balance(home(), Place(AccountCode.BANK), local_day(AFTER)) == -12_000
    assert open_periods(cashier(ACCOUNTANT, AFTER)) == ()


def test_every_figure_opens_to_its_receipts() -> None:
    receipt = collect()
    void = collect(by="tiepnhan2")
    cancel_receipt(actor=cashier("tiepnhan2"), at=PLAIN_MORNING, receipt_id=void.id, reason="Nhầm")
    close(4_000)
    refund = ask(receipt.id, 1_000)
    decide(refund)
    pay(refund)
    made = draft()
    for _drafted_then_sent in range(2):
        figures = detail(made).figures[FEE]
        assert (figures.collected_vnd, figures.cancelled_vnd, figures.refunded_vnd) == (
            8_000, 4_000, 1_000,
        )  # fmt: skip
        actor = cashier(ACCOUNTANT, AFTER)
        behind = {part: items_of(actor, made, part=part, kind=FEE).rows for part in Part}
        assert [row.receipt.id for row in behind[Part.COLLECTED] if row.receipt] == [
            receipt.id, void.id,
        ]  # fmt: skip
        assert [row.source.id for row in behind[Part.REFUNDED]] == [refund]
        for part, rows in behind.items():
            assert sum(row.amount_vnd for row in rows) == getattr(figures, f"{part.lower()}_vnd")
        assert items_of(actor, made, late_only=True).rows == ()
        if detail(made).row.state is SettlementState.DRAFT:
            send(made)


def test_a_sent_period_does_not_change_and_corrections_go_on_by_name() -> None:
    receipt = collect()
    made = draft(last_day=local_day(PLAIN_MORNING), at=NEXT_DAY)
    send(made, at=NEXT_DAY)
    cancel_receipt(actor=cashier(at=NEXT_DAY), at=NEXT_DAY, receipt_id=receipt.id, reason="Nhầm")
    collect(by="tiepnhan2", at=NEXT_DAY)
    assert detail(made).figures[FEE].due_vnd == 4_000
    later = draft()
    told = detail(later)
    assert (told.row.first_day, told.late) == (local_day(NEXT_DAY), 1)
    assert told.figures[FEE].due_vnd == 0
    (late,) = items_of(cashier(ACCOUNTANT, AFTER), later, late_only=True).rows
    assert late.receipt is not None
    assert (late.part, late.receipt.id) == (Part.CANCELLED, receipt.id)


def test_what_comes_late_into_a_sent_period_is_settled_with_the_next() -> None:
    collect()
    made = draft(last_day=local_day(PLAIN_MORNING), at=NEXT_DAY)
    send(made, at=NEXT_DAY)
    late = collect(by="tiepnhan2", at=PLAIN_MORNING)
    (row,) = items_of(cashier(ACCOUNTANT, AFTER), draft(), late_only=True).rows
    assert row.receipt is not None
    assert (row.receipt.id, row.part) == (late.id, Part.COLLECTED)


def test_what_falls_below_nothing_is_carried_to_the_next() -> None:
    receipt = collect()
    close(4_000)
    first = draft(last_day=local_day(PLAIN_MORNING), at=NEXT_DAY)
    send(first, at=NEXT_DAY)
    answer(first, at=NEXT_DAY)
    hand_on(first, at=NEXT_DAY)
    decide(ask(receipt.id))
    second = draft()
    send(second)
    assert detail(second).figures[FEE].due_vnd == -4_000
    answer(second)
    assert detail(second).row.state is SettlementState.PAID
    collect("", extra(10_000, FEE), at=MONTH_LATER, by="tiepnhan2")
    third = draft(last_day=local_day(MONTH_LATER), at=MONTH_LATER + timedelta(days=1))
    told = settlement_detail(cashier(ACCOUNTANT, MONTH_LATER), third).figures[FEE]
    assert (told.carried_vnd, told.collected_vnd, told.due_vnd) == (-4_000, 10_000, 6_000)


def test_a_share_is_kept_if_a_rule_says_so() -> None:
    terms(kept_fee_bp=3_333)
    collect()
    made = draft()
    send(made)
    answer(made)
    hand_on(made, RemittanceWay.CASH, "GNT-1")
    told = detail(made).figures[FEE]
    assert (told.kept_vnd, told.due_vnd) == (1_333, 2_667)
    day = local_day(AFTER)
    assert balance(home(), Place(AccountCode.KEPT, "FEE"), day) == 1_333
    assert balance(home(), Place(AccountCode.SAFE), day) == -2_667
    assert owed() == 0


def terms(**changes: object) -> int:
    given = {
        "agency_id": home(), "valid_from": PLAIN_MORNING.date().replace(day=1), "span": Span.DAY,
        "kept_fee_bp": 0, "kept_charge_bp": 0, "basis": "Nghị quyết 21/2024", **changes,
    }  # fmt: skip
    return set_terms(
        actor=cashier(LEADER),
        at=PLAIN_MORNING,
        given=TermsInput(**given),  # type: ignore[arg-type]
    )


def test_the_period_is_the_quarter_unless_the_terms_say_otherwise() -> None:
    collect()
    (period,) = open_periods(cashier(ACCOUNTANT, AFTER))
    assert f"{period.last_day:%d/%m/%Y}" == "30/06/2026"
    with pytest.raises(PeriodNotOver):
        draft(last_day=None)
    terms()
    (period,) = open_periods(cashier(ACCOUNTANT, AFTER))
    assert period.last_day == local_day(PLAIN_MORNING)
    assert detail(draft(last_day=None)).row.last_day == local_day(PLAIN_MORNING)


@pytest.mark.parametrize(
    "changes", [{"kept_fee_bp": 10_001}, {"kept_charge_bp": -1}, {"basis": " "}]
)
def test_faulty_terms_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(TermsFaulty):
        terms(**changes)
    terms()
    with pytest.raises(TermsFaulty):
        terms()


def test_bad_periods_are_refused() -> None:
    with pytest.raises(NothingToSettle):
        draft()
    collect()
    with pytest.raises(PeriodNotOver):
        draft(last_day=local_day(AFTER))
    with pytest.raises(PeriodFaulty):
        draft(last_day=local_day(PLAIN_MORNING) - timedelta(days=1))
    assert draft() == draft(by=ACCOUNTANT)


def test_a_dispute_has_a_reason_and_an_answer() -> None:
    collect()
    made = draft()
    send(made)
    with pytest.raises(SettlementNoteMissing):
        answer(made, accepted=False)
    answer(made, accepted=False, note="Thiếu biên lai ngày 10")
    with pytest.raises(SettlementNoteMissing):
        send(made)
    with pytest.raises(StepNotNow):
        answer(made)
    send(made, "Biên lai ấy đã hủy")
    answer(made)
    assert detail(made).sent_note == "Biên lai ấy đã hủy"


def test_steps_are_taken_in_order_and_never_by_one_person_alone() -> None:
    collect()
    made = draft()
    with pytest.raises(NotPermitted):
        answer(made, by="giamsat")
    with pytest.raises(StepNotNow):
        answer(made)
    send(made)
    with pytest.raises(OwnSettlement):
        answer(made, by=ACCOUNTANT)
    with pytest.raises(StepNotNow):
        send(made)
    with pytest.raises(StepNotNow):
        hand_on(made)
    answer(made)
    with pytest.raises(SettlementSlipMissing):
        hand_on(made, slip=" ")
    with pytest.raises(PaidOnFaulty):
        hand_on(made, at=AFTER - timedelta(days=1))
    hand_on(made)
    with pytest.raises(StepNotNow):
        hand_on(made)


@pytest.mark.parametrize("who", ["thuly1", "vanthu", "quantri", "giamsat", "tiepnhan1", LEADER])
def test_nobody_else_begins_one(who: str) -> None:
    collect()
    with pytest.raises((NotPermitted, NotFound)):
        draft(by=who)


@pytest.mark.parametrize(
    ("who", "sees"),
    [(ACCOUNTANT, 1), (LEADER, 1), ("giamsat", 1), ("tiepnhan1", 0), ("quantri", 0)],
)
def test_whoever_may_sees_them_and_nobody_else(who: str, sees: int) -> None:
    collect()
    made = draft()
    send(made)
    actor = cashier(who, AFTER)
    assert len(settlements_of(actor).rows) == sees
    if sees:
        wanted = {SettlementAct.ACCEPT, SettlementAct.DISPUTE} if who == LEADER else frozenset()
        assert settlement_detail(actor, made).acts == wanted
    else:
        with pytest.raises(NotFound):
            settlement_detail(actor, made)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE settlements_settlement SET last_day = '2030-01-01'",
        "UPDATE settlements_settlement SET state = 'DRAFT', sent_at = NULL",
        "DELETE FROM settlements_settlement",
        "UPDATE settlements_settlementpart SET collected_vnd = collected_vnd + 1, due_vnd = due_vnd + 1",
        "DELETE FROM settlements_settlementitem",
        "INSERT INTO settlements_settlementitem (settlement_id, transfer_id, part, kind, amount_vnd, "
        "is_late) SELECT settlement_id, transfer_id + 1, part, kind, amount_vnd, is_late "
        "FROM settlements_settlementitem",
    ],
)
def test_the_database_keeps_what_was_sent(statement: str) -> None:
    collect(owing())
    send(draft())
    assert (Settlement.objects.count(), SettlementItem.objects.count()) == (1, 1)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_last_day_is_in_the_period() -> None:
    collect()
    assert local_day(PLAIN_MORNING) < LAST_DAY
    assert detail(draft(last_day=local_day(PLAIN_MORNING))).figures[FEE].due_vnd == 4_000
