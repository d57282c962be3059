"""Whatever happens to fees, receipts and refunds in whatever order: every till closes to the đồng, the books
sum to zero, and no money is asked for twice or given back twice."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.books.proof import books_flaws
from motcua.books.queries.balances import balance, trial_balance
from motcua.books.vocabulary import AccountCode, Place, signed
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.fees.settling import allow_unpaid_return, settle_fee
from motcua.dossiers.inputs import SettleFee, WithReason
from motcua.dossiers.proof import disagreements
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.fees.standing import has_leave
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.verification import verify
from motcua.payments.commands.tills import close_till
from motcua.payments.models import Receipt, ReceiptLine, Till
from motcua.payments.proof import money_flaws
from motcua.payments.queries.owed import owed
from motcua.payments.queries.tills import till_detail
from motcua.payments.vocabulary import CashCount, PaymentMethod, ReceiptState
from motcua.procedures.vocabulary import FeeKind
from motcua.reconciliation.queries.gathering import facts_of
from motcua.reconciliation.rules.comparing import differences
from motcua.reconciliation.vocabulary import Kind
from motcua.settlements.models import Refund
from motcua.settlements.proof import refund_flaws
from motcua.settlements.vocabulary import RefundReason, RefundState, RefundWay
from tests.support.any_till import Office
from tests.support.money import LEADER, cashier, collect
from tests.support.refunding import ACCOUNTANT, ask, decide, pay
from tests.support.settling import home

OFFICERS = ("tiepnhan1", "tiepnhan2")
who, place, amount = st.sampled_from(OFFICERS), st.integers(0, 30), st.integers(1, 9_000)
STEP = st.one_of(
    st.tuples(st.just("collect"), who, st.integers(0, 2), amount, st.booleans()),
    st.tuples(st.just("collect_all"), who, st.integers(0, 2)),
    st.tuples(st.just("cancel"), st.sampled_from((*OFFICERS, LEADER)), place),
    st.tuples(st.just("open"), who, amount),
    st.tuples(st.just("close"), who, st.integers(0, 10), amount, st.booleans()),
    st.tuples(st.just("close_all")),
    st.tuples(st.just("fee"), st.integers(0, 2), st.integers(1, 6)),
    st.tuples(st.just("let_go"), st.integers(0, 2)),
    st.tuples(st.just("ask"), place, amount, st.sampled_from(RefundReason)),
    st.tuples(st.just("decide"), place, st.booleans()),
    st.tuples(st.just("pay"), place, st.sampled_from((*OFFICERS, ACCOUNTANT))),
    st.tuples(st.just("night")),
)
OF_DOSSIERS = {FeeKind.FEE: "fee_vnd", FeeKind.CHARGE: "charge_vnd"}


class MoneyOffice(Office):
    """What also happens: fees change, refunds are asked, decided and paid, results go unpaid."""

    def collect_all(self, by: str, number: int) -> None:
        collect(self.codes[number], by=by, at=self.at)

    def fee(self, number: int, copies: int) -> None:
        asked = Asked(actor=cashier(at=self.at), at=self.at, code=self.codes[number])
        settle_fee(asked, SettleFee(copies=copies, reason="Đổi số bản"))

    def let_go(self, number: int) -> None:
        asked = Asked(actor=cashier(LEADER, self.at), at=self.at, code=self.codes[number])
        allow_unpaid_return(asked, WithReason(reason="Hộ bị thiên tai"))

    def ask(self, chosen: int, amount_vnd: int, reason: RefundReason) -> None:
        ask(_one(Receipt, chosen), amount_vnd, at=self.at, reason=reason, note="Theo đơn")

    def decide(self, chosen: int, approved: bool) -> None:
        decide(_one(Refund, chosen), approved=approved, note="Đã xem", at=self.at)

    def pay(self, chosen: int, by: str) -> None:
        way = RefundWay.TRANSFER if by == ACCOUNTANT else RefundWay.CASH
        pay(_one(Refund, chosen), way, by=by, at=self.at)

    def close_all(self) -> None:
        """Each by its own officer, counted as it should be."""
        for till in Till.objects.filter(closed_at=None).select_related("holding__officer__user"):
            actor = cashier(till.holding.officer.user.username, self.at)
            count = CashCount(total_vnd=till_detail(actor, till.pk).row.expected_vnd)
            close_till(actor=actor, at=self.at, till_id=till.pk, count=count)

    def night(self) -> None:
        self.at += timedelta(days=1)

    def check(self) -> None:
        self.at += timedelta(minutes=1)
        for code in self.codes:
            detail = dossier_detail(cashier(at=self.at), code)
            told = owed(detail)
            for kind in FeeKind:
                one = told.of(kind)
                assert not (one.over_vnd and one.remaining_vnd)
                back = _granted(detail.id, kind)
                held = _paid(detail.id, kind) - back
                assert 0 <= one.forgiven_vnd <= back
                assert one.paid_vnd - one.forgiven_vnd == held


def _one(kind: Any, chosen: int) -> int:
    ids = list(kind.objects.order_by("id").values_list("id", flat=True))
    return ids[chosen % len(ids)] if ids else 0


def _paid(dossier_id: int, kind: FeeKind) -> int:
    lines = ReceiptLine.objects.filter(
        receipt__dossier=dossier_id, receipt__state=ReceiptState.ISSUED, kind=str(kind)
    ).filter(is_additional=False)
    return lines.aggregate(sum=Sum("amount_vnd", default=0))["sum"]


def _granted(dossier_id: int, kind: FeeKind) -> int:
    states = (RefundState.APPROVED, RefundState.PAID)
    found = Refund.objects.filter(dossier=dossier_id, state__in=states)
    return found.aggregate(sum=Sum(OF_DOSSIERS[kind], default=0))["sum"]


@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEP, min_size=5, max_size=30))
def test_every_till_closes_to_the_dong_and_the_books_sum_to_zero(
    office: None, steps: list[Any]
) -> None:
    with transaction.atomic():
        life = MoneyOffice()
        for name, *told in steps:
            with suppress(Refusal), transaction.atomic():
                getattr(life, name)(*told)
            life.check()
        life.close_all()
        _nothing_is_left_in_a_till(life)
        _the_safe_holds_what_the_tills_say(life)
        flaws = [*money_flaws(), *books_flaws(), *refund_flaws(), *disagreements(), *verify()]
        assert flaws == []
        _only_what_was_counted_wrongly_differs(life)
        transaction.set_rollback(True)


def _nothing_is_left_in_a_till(life: MoneyOffice) -> None:
    day = local_day(life.at)
    for till in Till.objects.all():
        assert till.closed_at is not None
        assert balance(home(), Place(AccountCode.CASH, str(till.pk)), day) == 0
    told = trial_balance(cashier(ACCOUNTANT, life.at), home(), day, day)
    assert told.is_even
    assert sum(row.closing_vnd * signed(row.place.code, 1, 0) for row in told.rows) == 0


def _the_safe_holds_what_the_tills_say(life: MoneyOffice) -> None:
    """Cash receipts that stand, less cash refunds, and what was counted too much or too little."""
    cash = Receipt.objects.filter(state=ReceiptState.ISSUED, method=PaymentMethod.CASH)
    came = cash.aggregate(sum=Sum("total_vnd", default=0))["sum"]
    paid = Refund.objects.filter(state=RefundState.PAID, way=RefundWay.CASH)
    went = sum(one.total_vnd for one in paid)
    off = Till.objects.aggregate(sum=Sum("difference_vnd", default=0))["sum"]
    held = balance(home(), Place(AccountCode.SAFE), local_day(life.at))
    assert held == came - went + off


def _only_what_was_counted_wrongly_differs(life: MoneyOffice) -> None:
    found = differences(facts_of(home(), local_day(life.at) - timedelta(days=60)), life.at)
    wrong = set(Till.objects.exclude(difference_vnd=0).values_list("pk", flat=True))
    named = {one.named.subject_id for one in found if one.named.kind is Kind.TILL_COUNT}
    assert named == wrong
    assert {one.named.kind for one in found} <= {Kind.TILL_COUNT, Kind.REFUND_STUCK}


@pytest.mark.django_db
def test_the_steps_of_these_lives_are_all_taken(office: None) -> None:
    """A life in which nothing is refused: each step does what it says."""
    with transaction.atomic():
        life = MoneyOffice()
        life.collect_all("tiepnhan1", 1)
        life.fee(1, 1)
        life.close_all()
        life.ask(0, 4_000, RefundReason.FEE_LOWERED)
        life.decide(0, approved=True)
        life.open("tiepnhan2", 5_000)
        life.night()
        life.pay(0, ACCOUNTANT)
        life.fee(1, 2)
        life.collect_all("tiepnhan1", 1)
        life.cancel("tiepnhan1", 1)
        life.let_go(2)
        life.check()
        states = list(Refund.objects.values_list("state", flat=True))
        assert states == [RefundState.PAID]
        assert Receipt.objects.filter(state=ReceiptState.CANCELLED).count() == 1
        third = dossier_detail(cashier(at=life.at), life.codes[2])
        assert has_leave(third.id)
        life.close_all()
        _the_safe_holds_what_the_tills_say(life)
        transaction.set_rollback(True)
