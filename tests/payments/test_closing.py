"""The till at the end of the day: counted, explained, closed; closed stays closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.commands.tills import (
    FormerTillOpen,
    TillAlreadyClosed,
    close_till,
    open_till,
)
from motcua.payments.models import Till
from motcua.payments.queries.tills import (
    TillFilter,
    my_tills,
    takings_of,
    till_detail,
    tills_of,
)
from motcua.payments.vocabulary import CashCount, PaymentMethod
from motcua.procedures.vocabulary import FeeKind
from tests.support.clock import PLAIN_MORNING
from tests.support.money import (
    CLERK,
    COLLEAGUE,
    LEADER,
    cashier,
    close,
    collect,
    count,
    extra,
    owing,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
TOMORROW = PLAIN_MORNING + timedelta(days=1)
TODAY = TillFilter(first_day=date(2026, 6, 10), last_day=date(2026, 6, 10))


def test_the_till_holds_the_cash_and_not_the_slips() -> None:
    open_till(actor=cashier(), at=PLAIN_MORNING, opening_vnd=100_000)
    collect()
    collect(method=PaymentMethod.TRANSFER_SLIP, slip_number="FT26161")
    row = my_tills(cashier(), PLAIN_MORNING).today
    assert row is not None
    assert (row.expected_vnd, row.takings.cash_vnd, row.takings.slips_vnd) == (
        104_000,
        4_000,
        4_000,
    )
    closed = till_detail(cashier(), close(104_000).id).row
    assert (closed.expected_vnd, closed.counted_vnd, closed.difference_vnd) == (104_000, 104_000, 0)


def test_a_canceled_receipt_is_out_of_the_till() -> None:
    first, _second = collect(), collect()
    cancel_receipt(actor=cashier(), at=PLAIN_MORNING, receipt_id=first.id, reason="Ghi nhầm")
    takings = till_detail(cashier(), close(4_000).id).row.takings
    assert (takings.cash_vnd, takings.issued, takings.cancelled) == (4_000, 1, 1)


def test_notes_counted_one_by_one_make_the_sum() -> None:
    code = owing()
    collect(code)
    collect(code, extra(150_000))
    till = my_tills(cashier(), PLAIN_MORNING).today
    assert till is not None
    counted = CashCount(notes=((100_000, 1), (50_000, 1), (2_000, 2), (1_000, 0)))
    close_till(actor=cashier(), at=PLAIN_MORNING, till_id=till.id, count=counted)
    detail = till_detail(cashier(), till.id)
    assert detail.notes == ((100_000, 1), (50_000, 1), (2_000, 2))
    assert detail.row.counted_vnd == 154_000


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (CashCount(), "count-missing"),
        (count(-1), "count-faulty"),
        (count(10**13), "count-faulty"),
        (CashCount(notes=((3_000, 1),)), "count-faulty"),
        (CashCount(notes=((1_000, -1),)), "count-faulty"),
        (CashCount(notes=((1_000, 4),), total_vnd=5_000), "counts-disagree"),
        (count(3_000), "difference-unexplained"),
        (count(3_000, "   "), "difference-unexplained"),
        (count(3_000, "x" * 501), "till-note-too-long"),
    ],
)
def test_a_bad_count_is_refused_and_the_till_stays_open(told: CashCount, code: str) -> None:
    collect()
    till = my_tills(cashier(), PLAIN_MORNING).today
    assert till is not None
    with pytest.raises(Refusal, match=code):
        close_till(actor=cashier(), at=PLAIN_MORNING, till_id=till.id, count=told)
    assert till_detail(cashier(), till.id).row.closed_at is None


def test_a_difference_is_written_down_with_its_note() -> None:
    collect()
    row = till_detail(cashier(), close(3_000, note="Thối nhầm 1.000 đồng").id).row
    assert (row.difference_vnd, row.note) == (-1_000, "Thối nhầm 1.000 đồng")


def test_a_closed_till_takes_no_money_and_gives_none_back() -> None:
    first = collect()
    close(4_000)
    with pytest.raises(TillAlreadyClosed):
        collect()
    with pytest.raises(TillAlreadyClosed):
        cancel_receipt(actor=cashier(), at=PLAIN_MORNING, receipt_id=first.id, reason="x")
    with pytest.raises(TillAlreadyClosed):
        open_till(actor=cashier(), at=PLAIN_MORNING)


def test_closing_twice_is_told() -> None:
    collect()
    till = close(4_000)
    with pytest.raises(TillAlreadyClosed):
        close_till(actor=cashier(), at=PLAIN_MORNING, till_id=till.id, count=count(4_000))


def test_the_till_of_a_former_day_comes_first() -> None:
    collect()
    with pytest.raises(FormerTillOpen) as refused:
        collect(at=TOMORROW)
    assert refused.value.params["day"] == "2026-06-10"
    (left,) = my_tills(cashier(at=TOMORROW), TOMORROW).left_open
    close_till(actor=cashier(), at=TOMORROW, till_id=left.id, count=count(4_000))
    assert collect(at=TOMORROW).number == 2


def test_a_colleagues_open_till_stops_nobody_else() -> None:
    collect()
    assert collect(by=COLLEAGUE, at=TOMORROW).number == 2
    close(4_000, by=COLLEAGUE, at=TOMORROW)


@pytest.mark.parametrize("who", [COLLEAGUE, LEADER, CLERK, "giamsat", "quantri", "thuly1"])
def test_a_till_is_closed_by_who_took_the_money(who: str) -> None:
    collect()
    till = my_tills(cashier(), PLAIN_MORNING).today
    assert till is not None
    with pytest.raises((NotFound, NotPermitted)):
        close_till(actor=cashier(who), at=PLAIN_MORNING, till_id=till.id, count=count(4_000))


@pytest.mark.parametrize(
    ("who", "sees"),
    [("tiepnhan1", 1), (COLLEAGUE, 1), ("tiepnhan3", 0), (LEADER, 2), (CLERK, 2), ("giamsat", 2)],
)
def test_a_cashier_sees_his_own_till_and_leaders_all_of_the_agency(who: str, sees: int) -> None:
    collect()
    collect(by=COLLEAGUE)
    rows = tills_of(cashier(who), TODAY).rows
    assert len(rows) == sees
    assert takings_of(cashier(who), TODAY).total_vnd == 4_000 * sees


def test_totals_are_told_by_kind_and_by_procedure() -> None:
    code = owing()
    collect(code)
    collect(code, extra(8_000, FeeKind.CHARGE))
    detail = till_detail(cashier(), close(12_000).id)
    takings = detail.row.takings
    assert (takings.fee_vnd, takings.charge_vnd) == (4_000, 8_000)
    (only,) = detail.by_procedure
    assert (only.code, only.fee_vnd, only.charge_vnd, only.receipts) == (
        "2.000815",
        4_000,
        8_000,
        2,
    )


def test_opening_twice_keeps_the_first_amount() -> None:
    open_till(actor=cashier(), at=PLAIN_MORNING, opening_vnd=50_000)
    open_till(actor=cashier(), at=PLAIN_MORNING, opening_vnd=70_000)
    assert Till.objects.get().opening_vnd == 50_000


@pytest.mark.parametrize("amount", [-1, 10**13])
def test_a_faulty_opening_is_refused(amount: int) -> None:
    with pytest.raises(Refusal, match="till-opening-faulty"):
        open_till(actor=cashier(), at=PLAIN_MORNING, opening_vnd=amount)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE payments_till SET note = 'khác'",
        "UPDATE payments_till SET closed_at = NULL, counted_vnd = NULL, expected_vnd = NULL, difference_vnd = NULL",
        "UPDATE payments_receipt SET state = 'CANCELLED', cancelled_at = collected_at, reason = 'x'",
        "INSERT INTO payments_receipt (agency_id, till_id, year, number, book_symbol, payer_name, "
        "payer_number, address, collected_at, collected_by_id, method, slip_number, total_vnd, state, "
        "reason, search_key) SELECT agency_id, till_id, year, 2, book_symbol, payer_name, payer_number, "
        "address, '2026-06-10 15:00:00+00:00', collected_by_id, method, slip_number, total_vnd, state, "
        "reason, search_key FROM payments_receipt",
    ],
)
def test_the_database_holds_a_closed_till_shut(statement: str) -> None:
    collect()
    close(4_000)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
