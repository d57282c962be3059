"""What receipts, tills, money that came and the bank's statement say of one day. For reconciliation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, Sum

from motcua.kernel.clock import ZONE
from motcua.payments.models import Payment, PaymentOrder, Receipt, StatementLine, Till
from motcua.payments.rules.paying.life import PAID_STATES
from motcua.payments.vocabulary import LineState, PaymentMethod, ReceiptState


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySums:
    """Sums of one agency and day. `methods`: of receipts that stand, by way."""

    methods: dict[str, int]
    receipts: int
    void: int
    void_vnd: int
    expected_vnd: int
    counted_vnd: int
    tills: int
    tills_open: int
    orders: int
    orders_paid: int
    came_vnd: int
    booked_vnd: int
    rest_vnd: int
    lines: int
    lines_vnd: int
    lines_waiting: int
    lines_waiting_vnd: int

    @property
    def collected_vnd(self) -> int:
        return sum(self.methods.values())

    @property
    def cash_vnd(self) -> int:
        return self.methods.get(PaymentMethod.CASH, 0)


def sums_of_day(agency_id: int, day: date) -> DaySums:
    """Six queries. The caller has found the agency for its reader."""
    morning = datetime.combine(day, time(), tzinfo=ZONE)
    night = morning + timedelta(days=1)
    receipts = Receipt.objects.filter(
        agency=agency_id, collected_at__gte=morning, collected_at__lt=night
    )
    stand = receipts.filter(state=ReceiptState.ISSUED)
    void = receipts.filter(state=ReceiptState.CANCELLED)
    voided = void.aggregate(count=Count("id"), sum=Sum("total_vnd", default=0))
    tills = Till.objects.filter(agency=agency_id, day=day).aggregate(
        count=Count("id"),
        open=Count("id", filter=Q(closed_at__isnull=True)),
        expected=Sum("expected_vnd", default=0),
        counted=Sum("counted_vnd", default=0),
    )
    orders = PaymentOrder.objects.filter(
        agency=agency_id, opened_at__gte=morning, opened_at__lt=night
    ).aggregate(count=Count("id"), paid=Count("id", filter=Q(state__in=PAID_STATES)))
    came = Payment.objects.filter(
        agency=agency_id, booked_at__gte=morning, booked_at__lt=night
    ).aggregate(
        came=Sum("amount_vnd", default=0),
        booked=Sum("booked_vnd", default=0),
        rest=Sum("rest_vnd", default=0),
    )
    return DaySums(
        methods=dict(stand.values_list("method").annotate(sum=Sum("total_vnd"))),
        receipts=stand.count(),
        void=voided["count"],
        void_vnd=voided["sum"],
        expected_vnd=tills["expected"],
        counted_vnd=tills["counted"],
        tills=tills["count"],
        tills_open=tills["open"],
        orders=orders["count"],
        orders_paid=orders["paid"],
        came_vnd=came["came"],
        booked_vnd=came["booked"],
        rest_vnd=came["rest"],
        **_lines(agency_id, day),
    )


def _lines(agency_id: int, day: date) -> dict[str, int]:
    waits = Q(state=LineState.WAITING)
    found = StatementLine.objects.filter(agency=agency_id, day=day)
    return found.aggregate(
        lines=Count("id"),
        lines_vnd=Sum("amount_vnd", default=0),
        lines_waiting=Count("id", filter=waits),
        lines_waiting_vnd=Sum("amount_vnd", filter=waits, default=0),
    )
