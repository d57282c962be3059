"""What reconciliation compares, as plain values: of one agency, since a day. For commands, no reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.db.models import Max, Q, Sum

from motcua.dossiers.queries.own.to_pay import dossier_to_pay
from motcua.kernel.clock import ZONE, local_day
from motcua.payments.booked import unbooked_among
from motcua.payments.expected import paid_out
from motcua.payments.models import (
    CollectingAccount,
    Payment,
    PaymentMessage,
    PaymentOrder,
    Receipt,
    StatementLine,
    Till,
)
from motcua.payments.queries.owed import owed_for
from motcua.payments.rules.book import number_text
from motcua.payments.rules.paying.life import PAID_STATES
from motcua.payments.vocabulary import (
    LineState,
    MessageVerdict,
    OrderState,
    PaymentCause,
    PaymentMethod,
    ReceiptState,
)

REFUSED = (
    MessageVerdict.CONTRADICTED,
    MessageVerdict.WRONG_CURRENCY,
    MessageVerdict.UNKNOWN_ORDER,
    MessageVerdict.STALE,
    MessageVerdict.FORGED,
    MessageVerdict.UNREADABLE,
)
MESSAGES_MAX = 500
Values = dict[str, Any]


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZONE)


def tills_compared(agency_id: int, since: date) -> Iterator[Values]:
    """Tills since the day, and all that are open. Three queries."""
    wanted = Q(day__gte=since) | Q(closed_at__isnull=True)
    tills = list(Till.objects.filter(wanted, agency=agency_id).order_by("pk"))
    issued = Receipt.objects.filter(
        till__in=tills, state=ReceiptState.ISSUED, method=PaymentMethod.CASH
    )
    cash = dict(issued.values_list("till").annotate(sum=Sum("total_vnd")))
    back = paid_out([till.pk for till in tills]) if tills else {}
    for till in tills:
        yield {
            "id": till.pk,
            "day": till.day,
            "holding_id": till.holding_id,
            "is_closed": till.closed_at is not None,
            "opening_vnd": till.opening_vnd,
            "expected_vnd": till.expected_vnd or 0,
            "counted_vnd": till.counted_vnd or 0,
            "cash_vnd": cash.get(till.pk, 0),
            "refunded_vnd": back.get(till.pk, 0),
        }


def slips_compared(agency_id: int, since: date) -> Iterator[Values]:
    """Receipts of transfers shown at the counter. One query."""
    found = Receipt.objects.filter(
        agency=agency_id,
        method=PaymentMethod.TRANSFER_SLIP,
        state=ReceiptState.ISSUED,
        collected_at__gte=_morning(since),
    )
    for one in found.order_by("pk"):
        yield {
            "id": one.pk,
            "day": local_day(one.collected_at),
            "total_vnd": one.total_vnd,
            "slip_number": one.slip_number,
            "number": f"{one.book_symbol} {number_text(one.number)}",
        }


def orders_compared(agency_id: int, since: date) -> Iterator[Values]:
    """Attempts to pay since the day, and all that are open. One query."""
    wanted = Q(opened_at__gte=_morning(since)) | Q(state=OrderState.OPEN)
    for one in PaymentOrder.objects.filter(wanted, agency=agency_id).order_by("pk"):
        yield {
            "id": one.pk,
            "number": one.number,
            "amount_vnd": one.amount_vnd,
            "is_open": one.state == OrderState.OPEN,
            "is_paid": one.state in PAID_STATES,
            "expires_at": one.expires_at,
            "day": local_day(one.opened_at),
        }


def payments_compared(agency_id: int, since: date) -> Iterator[Values]:
    """Money that came. One query, two more for each that is less than was asked."""
    found = Payment.objects.filter(agency=agency_id, booked_at__gte=_morning(since))
    for one in found.select_related("order", "line").order_by("pk"):
        account = one.line or one.order
        asked = one.order.amount_vnd if one.order else one.amount_vnd
        is_less = one.cause == PaymentCause.WRONG_AMOUNT and one.amount_vnd < asked
        yield {
            "id": one.pk,
            "order_id": one.order_id,
            "account_id": account.account_id if account else None,
            "reference": one.reference,
            "amount_vnd": one.amount_vnd,
            "rest_vnd": one.rest_vnd,
            "cause": one.cause,
            "day": local_day(one.came_at),
            "on_statement": one.line_id is not None,
            "asked_vnd": asked,
            "still_owed_vnd": _still_owed(one.dossier_id) if is_less else 0,
        }


def _still_owed(dossier_id: int) -> int:
    return owed_for(dossier_id, dossier_to_pay(dossier_id=dossier_id).fees).remaining_vnd


def lines_compared(agency_id: int, since: date) -> Iterator[Values]:
    """Lines of statements since the day, and all that wait. Two queries."""
    wanted = Q(day__gte=since) | Q(state=LineState.WAITING)
    lines = list(StatementLine.objects.filter(wanted, agency=agency_id).order_by("pk"))
    booked = set(Payment.objects.filter(line__in=lines).values_list("line", flat=True))
    for one in lines:
        yield {
            "id": one.pk,
            "account_id": one.account_id,
            "day": one.day,
            "amount_vnd": one.amount_vnd,
            "reference": one.bank_reference,
            "text": one.text,
            "is_waiting": one.state == LineState.WAITING,
            "has_payment": one.pk in booked,
            "is_not_ours": one.state == LineState.NOT_OURS,
        }


def messages_compared(agency_id: int, since: date) -> Iterator[Values]:
    """What gateways said and the office refused: about an order of the agency; about none, by a gateway
    that serves it. Two queries."""
    accounts = CollectingAccount.objects.filter(agency=agency_id).exclude(gateway="")
    gateways = list(accounts.values_list("gateway", flat=True).distinct())
    wanted = Q(order__agency=agency_id) | Q(order=None, gateway__in=gateways)
    found = PaymentMessage.objects.filter(
        wanted, verdict__in=REFUSED, received_at__gte=_morning(since)
    )
    for one in found.select_related("order").order_by("-pk")[:MESSAGES_MAX]:
        yield {
            "id": one.pk,
            "day": local_day(one.received_at),
            "verdict": one.verdict,
            "order_id": one.order_id,
            "order_number": one.order.number if one.order else one.transaction,
            "amount_vnd": one.amount_vnd or 0,
        }


def read_until(agency_id: int) -> dict[int, date]:
    """By account: the last day of which a statement told. One query."""
    lines = StatementLine.objects.filter(agency=agency_id)
    return dict(lines.values_list("account").annotate(last=Max("day")))


def books_compared(agency_id: int, since: date) -> Iterator[Values]:
    """Receipts, tills, payments and lines of which the books say something else."""
    morning = _morning(since)
    rows: tuple[tuple[str, Any], ...] = (
        ("receipt", Receipt.objects.filter(agency=agency_id, collected_at__gte=morning)),
        ("till", Till.objects.filter(agency=agency_id, day__gte=since)),
        ("payment", Payment.objects.filter(agency=agency_id, booked_at__gte=morning)),
        ("statement-line", StatementLine.objects.filter(agency=agency_id, day__gte=since)),
    )
    for kind, found in rows:
        for row in unbooked_among(kind, found):
            yield _told(kind, row)


def _told(kind: str, row: Any) -> Values:
    if isinstance(row, Receipt):
        day, amount, about = local_day(row.collected_at), row.total_vnd, str(row)
    elif isinstance(row, Till):
        day, amount, about = row.day, row.expected_vnd or 0, ""
    elif isinstance(row, Payment):
        day, amount, about = local_day(row.came_at), row.rest_vnd, row.reference
    else:
        day, amount, about = row.day, row.amount_vnd, row.bank_reference
    return {"subject_kind": kind, "subject_id": row.pk, "day": day, "amount_vnd": amount,
            "about": about}  # fmt: skip


def agencies_with_money() -> tuple[int, ...]:
    """Those that ever took any, at a counter or on an account. Three queries."""
    tables = (Till, CollectingAccount, Receipt)
    found = {
        pk for table in tables for pk in table.objects.values_list("agency", flat=True).distinct()
    }
    return tuple(sorted(found))
