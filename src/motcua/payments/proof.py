"""Do the book, the tills and the ledger agree? Facts are folded and compared with rows, the sums
of closed tills with their receipts, every book is without a gap, and the double entry follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from motcua.ledger.agreement import Compared, State, differences
from motcua.payments.booked import unbooked
from motcua.payments.expected import all_paid_out
from motcua.payments.flaws import MoneyFlaw
from motcua.payments.models import (
    CardSlip,
    Payment,
    PaymentOrder,
    PaymentOrderLine,
    Receipt,
    ReceiptBook,
    ReceiptLine,
    StatementLine,
    Till,
)
from motcua.payments.projections import fold
from motcua.payments.rows import line_state, order_state, payment_state, receipt_state, till_state
from motcua.payments.vocabulary import PaymentMethod, ReceiptState

PIECE = 500


def money_flaws() -> Iterator[MoneyFlaw]:
    """Everything that differs. Memory is bounded: rows are read in pieces by id."""
    receipts, tills = Receipt.objects.all(), Till.objects.all()
    yield from _told(Compared(kind="receipt", rows=receipts, states=_receipt_states, fold=fold))
    yield from _told(Compared(kind="till", rows=tills, states=_till_states, fold=fold))
    orders, came = PaymentOrder.objects.all(), Payment.objects.all()
    yield from _told(Compared(kind="payment-order", rows=orders, states=_order_states, fold=fold))
    yield from _told(Compared(kind="payment", rows=came, states=_payment_states, fold=fold))
    lines = StatementLine.objects.all()
    yield from _told(Compared(kind="statement-line", rows=lines, states=_line_states, fold=fold))
    yield from _sums()
    yield from _came()
    yield from _books()
    yield from unbooked()


def _told(which: Compared[Any]) -> Iterator[MoneyFlaw]:
    for one in differences(which):
        yield MoneyFlaw(which.kind, str(one.row or f"#{one.subject_id}"), one.fields)


def _receipt_states(receipts: list[Receipt]) -> Iterator[tuple[Receipt, State]]:
    lines: dict[int, list[ReceiptLine]] = defaultdict(list)
    for line in ReceiptLine.objects.filter(receipt__in=receipts).order_by("position"):
        lines[line.receipt_id].append(line)
    cards = {card.receipt_id: card for card in CardSlip.objects.filter(receipt__in=receipts)}
    for receipt in receipts:
        yield receipt, receipt_state(receipt, lines[receipt.pk], cards.get(receipt.pk))


def _till_states(tills: list[Till]) -> Iterator[tuple[Till, State]]:
    for till in tills:
        yield till, till_state(till)


def _order_states(orders: list[PaymentOrder]) -> Iterator[tuple[PaymentOrder, State]]:
    lines: dict[int, list[PaymentOrderLine]] = defaultdict(list)
    for line in PaymentOrderLine.objects.filter(order__in=orders).order_by("position"):
        lines[line.order_id].append(line)
    for order in orders:
        yield order, order_state(order, lines[order.pk])


def _payment_states(payments: list[Payment]) -> Iterator[tuple[Payment, State]]:
    for payment in payments:
        yield payment, payment_state(payment)


def _line_states(lines: list[StatementLine]) -> Iterator[tuple[StatementLine, State]]:
    for line in lines:
        yield line, line_state(line)


def _came() -> Iterator[MoneyFlaw]:
    """Money that came whose receipt is of another amount; receipts without a till that no money
    stands behind; orders whose lines are another sum."""
    of_account = Receipt.objects.filter(till__isnull=True).order_by("pk")
    behind = Payment.objects.filter(receipt=OuterRef("pk")).values("booked_vnd")
    for receipt in of_account.annotate(came=Subquery(behind)).exclude(came=F("total_vnd")):
        yield MoneyFlaw("receipt", str(receipt), ("total_vnd",))
    for receipt in of_account.annotate(came=Subquery(behind)).filter(came__isnull=True):
        yield MoneyFlaw("receipt", str(receipt), ("payment",))
    lines = PaymentOrderLine.objects.values("order__number").annotate(sum=Sum("amount_vnd"))
    for line in lines.exclude(sum=F("order__amount_vnd")).order_by("order__number"):
        yield MoneyFlaw("payment-order", line["order__number"], ("amount_vnd",))


def _sums() -> Iterator[MoneyFlaw]:
    """Closed tills that do not expect what their receipts say; receipts that are not their lines."""
    cash = Q(state=ReceiptState.ISSUED, method=PaymentMethod.CASH)
    taken = Receipt.objects.filter(cash).values("till").annotate(sum=Sum("total_vnd"))
    sums = dict(taken.values_list("till", "sum"))
    closed = Till.objects.filter(closed_at__isnull=False).order_by("pk")
    refunded = all_paid_out()
    for till in closed.iterator(chunk_size=PIECE):
        held = till.opening_vnd + sums.get(till.pk, 0) - refunded[till.pk]
        if till.expected_vnd != held:
            yield MoneyFlaw("till", str(till), ("expected_vnd",))
    lines = ReceiptLine.objects.values("receipt").annotate(
        sum=Coalesce(Sum("amount_vnd"), 0), total=F("receipt__total_vnd")
    )
    for line in lines.exclude(sum=F("total")).order_by("receipt"):
        yield MoneyFlaw("receipt", f"#{line['receipt']}", ("total_vnd",))


def _books() -> Iterator[MoneyFlaw]:
    """Each book has exactly the numbers from 1 to its last one."""
    counted = Receipt.objects.values("agency", "year").annotate(
        count=Count("id"), highest=Max("number")
    )
    held = {(row["agency"], row["year"]): (row["count"], row["highest"]) for row in counted}
    for book in ReceiptBook.objects.order_by("pk"):
        if held.get((book.agency_id, book.year)) != (book.last, book.last):
            yield MoneyFlaw("book", f"{book.symbol} ({book.agency_id})", ("number",))
