"""Collecting at the counter: numbers, what is owed, once only, and every reason why not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.dossiers.commands.receive import NotWorkingHere
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.repeating import RequestKeyReused
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.recording import RequestKey
from motcua.payments.commands.cancel import AlreadyCancelled, cancel_receipt
from motcua.payments.commands.collect import collect_fee
from motcua.payments.models import Receipt, ReceiptBook, ReceiptLine, Till
from motcua.payments.queries.owed import owed
from motcua.payments.queries.receipts import receipt_detail, receipts_of_dossier
from motcua.payments.rules.book import BookFull
from motcua.payments.rules.collecting import (
    AlreadyPaid,
    CollectionRefused,
    MoreThanOwed,
    NothingOwed,
)
from motcua.payments.vocabulary import FeeInput, PaymentMethod, ReceiptLineIn
from motcua.procedures.vocabulary import FeeKind
from tests.support.clock import PLAIN_MORNING
from tests.support.money import (
    CLERK,
    COLLEAGUE,
    LEADER,
    cashier,
    close,
    collect,
    extra,
    fee,
    owing,
)
from tests.support.offices import somebody
from tests.support.reception import OWNER, receive
from tests.support.two_communes import PEOPLE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
A_YEAR = timedelta(days=365)


def detail_of(code: str) -> Any:
    return dossier_detail(cashier(), code)


def test_all_that_is_owed_is_collected_from_whoever_handed_it_in() -> None:
    code = owing(copies=3, pages=3)
    told = receipt_detail(cashier(), collect(code).id)
    assert (told.total_vnd, told.dossier_code, told.payer_name) == (15_000, code, OWNER.name)
    assert told.payer_number == OWNER.personal_id
    assert [(line.kind, line.amount_vnd) for line in told.lines] == [(FeeKind.FEE, 15_000)]
    assert owed(detail_of(code)).is_settled


def test_receipts_are_numbered_from_one_in_one_book_of_the_agency() -> None:
    numbers = [collect(by=who).number for who in ("tiepnhan1", "tiepnhan2", "tiepnhan1")]
    assert numbers == [1, 2, 3]
    assert {receipt.book_symbol for receipt in Receipt.objects.all()} == {"BL-26"}


def test_each_calendar_year_has_its_own_book() -> None:
    collect()
    close(4_000)
    next_year = collect(at=PLAIN_MORNING + A_YEAR)
    assert (next_year.number, next_year.book_symbol) == (1, "BL-27")
    assert ReceiptBook.objects.count() == 2


def test_a_refused_collection_takes_no_number() -> None:
    code = owing()
    with pytest.raises(MoreThanOwed):
        collect(code, fee(5_000))
    assert collect(code).number == 1


def test_a_full_book_gives_no_more_numbers() -> None:
    collect()
    ReceiptBook.objects.update(last=99_999_999)
    with pytest.raises((BookFull, IntegrityError)), transaction.atomic():
        collect()
    ReceiptBook.objects.update(last=1)


def test_the_same_request_collects_once() -> None:
    code, key = owing(), RequestKey("double-click", "d")
    first, second = collect(code, request=key), collect(code, request=key)
    assert (first.id, first.repeated, second.id, second.repeated) == (
        first.id,
        False,
        first.id,
        True,
    )
    assert Receipt.objects.count() == 1


def test_a_key_that_meant_something_else_is_refused() -> None:
    collect(request=RequestKey("k", "one"))
    with pytest.raises(RequestKeyReused):
        collect(request=RequestKey("k", "two"))


def test_part_of_it_may_be_paid_and_the_rest_later() -> None:
    code = owing(copies=5)
    collect(code, fee(12_000))
    assert owed(detail_of(code)).remaining_vnd == 8_000
    collect(code)
    assert [row.total_vnd for row in receipts_of_dossier(cashier(), detail_of(code).id)] == [
        12_000,
        8_000,
    ]


def test_nothing_is_collected_for_a_procedure_that_is_free() -> None:
    code = receive(actor=cashier()).code
    with pytest.raises(NothingOwed):
        collect(code)
    assert owed(detail_of(code)).is_free


def test_a_further_copy_is_collected_even_where_nothing_is_owed() -> None:
    code = receive(actor=cashier()).code
    collect(code, extra(8_000))
    told = owed(detail_of(code))
    assert (told.remaining_vnd, told.charge.additional_vnd) == (0, 8_000)


def test_what_is_paid_in_full_is_not_collected_again() -> None:
    code = owing()
    collect(code)
    with pytest.raises(AlreadyPaid):
        collect(code)


def test_more_than_owed_is_refused_by_kind() -> None:
    code = owing()
    with pytest.raises(MoreThanOwed) as refused:
        collect(code, fee(1_000), fee(1_000, FeeKind.CHARGE))
    assert refused.value.params == {"kind": "CHARGE", "remaining_vnd": 0}


def test_a_canceled_receipt_is_owed_again_and_its_number_is_not_given_anew() -> None:
    code = owing()
    first = collect(code)
    cancel_receipt(actor=cashier(), at=PLAIN_MORNING, receipt_id=first.id, reason="Ghi nhầm")
    assert owed(detail_of(code)).remaining_vnd == 4_000
    assert collect(code).number == 2
    told = receipt_detail(cashier(), first.id)
    assert (told.state, told.reason, told.is_final) == ("CANCELLED", "Ghi nhầm", True)


def test_canceling_twice_is_told() -> None:
    first = collect()
    cancel_receipt(actor=cashier(), at=PLAIN_MORNING, receipt_id=first.id, reason="Ghi nhầm")
    with pytest.raises(AlreadyCancelled):
        cancel_receipt(actor=cashier(), at=PLAIN_MORNING, receipt_id=first.id, reason="Nữa")


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_canceling_needs_a_reason(reason: str) -> None:
    first = collect()
    with pytest.raises(Refusal, match="cancel-reason-faulty"):
        cancel_receipt(actor=cashier(), at=PLAIN_MORNING, receipt_id=first.id, reason=reason)


def test_a_leader_of_the_agency_may_cancel() -> None:
    first = collect()
    cancel_receipt(actor=cashier(LEADER), at=PLAIN_MORNING, receipt_id=first.id, reason="Sai tên")
    assert receipt_detail(cashier(LEADER), first.id).cancelled_by == "Đặng Thị Bích Vân"


@pytest.mark.parametrize("who", [COLLEAGUE, CLERK, "giamsat", "quantri", "thuly1"])
def test_nobody_else_cancels(who: str) -> None:
    first = collect()
    with pytest.raises((NotPermitted, NotFound)):
        cancel_receipt(actor=cashier(who), at=PLAIN_MORNING, receipt_id=first.id, reason="x")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"method": PaymentMethod.TRANSFER_SLIP}, "slip-number-missing"),
        ({"given_vnd": 3_999}, "given-too-little"),
        ({"given_vnd": -1}, "given-too-little"),
        ({"given_vnd": 10**13}, "receipt-amount-faulty"),
        ({"payer_name": "x" * 201}, "receipt-text-too-long"),
        ({"address": "x" * 301}, "receipt-text-too-long"),
    ],
)
def test_bad_input_is_refused_with_its_reason(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(CollectionRefused) as refused:
        collect(**changes)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert not Receipt.objects.exists()


@pytest.mark.parametrize(
    "line",
    [
        fee(0),
        fee(-1_000),
        ReceiptLineIn(kind=FeeKind.FEE, name=" ", amount_vnd=1_000),
        ReceiptLineIn(kind=FeeKind.FEE, name="x" * 501, amount_vnd=1_000),
    ],
)
def test_a_bad_line_is_refused(line: ReceiptLineIn) -> None:
    with pytest.raises(CollectionRefused):
        collect("", line)


def test_money_without_a_dossier_needs_a_payer_and_a_line() -> None:
    given = FeeInput()
    with pytest.raises(CollectionRefused) as refused:
        collect_fee(actor=cashier(), at=PLAIN_MORNING, given=given)
    assert {problem.field for problem in refused.value.problems} == {"lines", "payer_name"}
    whole = FeeInput(payer_name="Trần Văn Đức", lines=(extra(),))
    made = collect_fee(actor=cashier(), at=PLAIN_MORNING, given=whole)
    assert receipt_detail(cashier(), made.id).dossier_code == ""


def test_the_change_is_told() -> None:
    told = receipt_detail(cashier(), collect(given_vnd=50_000).id)
    assert told.change_vnd == 46_000


@pytest.mark.parametrize(
    "who", sorted({one.username for one in PEOPLE if "benkia" not in one.username})
)
def test_only_reception_collects(who: str) -> None:
    code = owing()
    allowed = who.startswith("tiepnhan")
    before = Receipt.objects.count()
    outcome = [collect] if allowed else [_refused]
    outcome[0](code, by=who)
    assert Receipt.objects.count() - before == int(allowed)


def _refused(code: str, *, by: str) -> None:
    with pytest.raises((NotPermitted, NotFound)):
        collect(code, by=by)


def test_who_holds_no_position_takes_no_money() -> None:
    actor = somebody(*cashier().roles, agency=cashier().agency_id)
    with pytest.raises(NotWorkingHere):
        collect_fee(actor=actor, at=PLAIN_MORNING, given=FeeInput(dossier_code=owing()))


def test_an_unknown_dossier_is_not_found() -> None:
    with pytest.raises(NotFound):
        collect("H26.45-260610-9999")


def test_the_facts_are_of_the_receipt_and_of_the_till() -> None:
    collect()
    codes = Fact.objects.filter(subject_kind__in=["receipt", "till"]).order_by("id")
    assert list(codes.values_list("code", "subject_seq")) == [
        ("receipt.issued", 1),
        ("till.opened", 1),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE payments_receipt SET total_vnd = total_vnd + 1",
        "UPDATE payments_receipt SET payer_name = 'Người khác'",
        "UPDATE payments_receipt SET number = 7",
        "DELETE FROM payments_receiptline",
        "UPDATE payments_receiptline SET amount_vnd = 1",
        "DELETE FROM payments_receipt",
        "DELETE FROM payments_till",
        "UPDATE payments_till SET day = '2026-06-11'",
    ],
)
def test_the_database_keeps_what_was_booked(statement: str) -> None:
    collect()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    counts = [model.objects.count() for model in (Receipt, ReceiptLine, Till)]
    assert counts == [1, 1, 1]
