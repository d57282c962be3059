"""Tills as read: my own today, those of some days, one with its receipts and totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson
from django.db.models import Count, F, Q, QuerySet, Sum, Value

from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.payments.expected import paid_out
from motcua.payments.models import Receipt, ReceiptLine, Till
from motcua.payments.policies import can_close, drawers_of, visible_tills
from motcua.payments.queries.receipts import ReceiptRow, rows_from
from motcua.payments.vocabulary import PaymentMethod, ReceiptState
from motcua.procedures.vocabulary import FeeKind

RECEIPTS_MAX = 1000
FORMER_MAX = 31
PROCEDURES_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Takings:
    """What came in: cash and slips (those of cards among them), fee (phí) and charge (lệ phí), counts of receipts."""

    cash_vnd: int = 0
    slips_vnd: int = 0
    cards_vnd: int = 0
    cards: int = 0
    fee_vnd: int = 0
    charge_vnd: int = 0
    issued: int = 0
    cancelled: int = 0

    @property
    def total_vnd(self) -> int:
        return self.cash_vnd + self.slips_vnd

    @property
    def transfers_vnd(self) -> int:
        return self.slips_vnd - self.cards_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class TillRow:
    """One till with what came in. Until it is closed `expected_vnd` is what should lie in it now."""

    id: int
    agency_id: int
    holding_id: int
    officer: str
    day: date
    opened_at: datetime
    opening_vnd: int
    closed_at: datetime | None
    counted_vnd: int | None
    expected_vnd: int
    difference_vnd: int | None
    note: str
    takings: Takings
    refunded_vnd: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureTakings:
    """What came in for one procedure; `name` is "" for money without a dossier."""

    code: str
    name: str
    fee_vnd: int
    charge_vnd: int
    receipts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TillDetail:
    """A till for its closing sheet. `more_receipts`: there are more than are listed."""

    row: TillRow
    title: str
    notes: tuple[tuple[int, int], ...]
    receipts: tuple[ReceiptRow, ...]
    more_receipts: bool
    by_procedure: tuple[ProcedureTakings, ...]
    may_close: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyTills:
    """One's own: today's (None before the first receipt) and those of former days left open."""

    today: TillRow | None
    left_open: tuple[TillRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TillFilter:
    """From the first to the last day, both in it."""

    first_day: date
    last_day: date


STANDING = Q(state=ReceiptState.ISSUED)
CASH = Q(method=PaymentMethod.CASH)
CARD = Q(method=PaymentMethod.CARD_SLIP)


def my_tills(actor: Actor, at: datetime) -> MyTills:
    """Today's till and what must be closed before it. Three queries."""
    today = local_day(at)
    mine = Till.objects.filter(agency=actor.agency_id, holding__in=drawers_of(actor))
    asked = mine.filter(Q(day=today) | Q(closed_at__isnull=True, day__lt=today))
    rows = _rows(asked.order_by("day", "id")[: FORMER_MAX + 1])
    own = [row for row in rows if row.day == today]
    return MyTills(
        today=own[0] if own else None,
        left_open=tuple(row for row in rows if row.day < today),
    )


def tills_of(
    actor: Actor, which: TillFilter, *, cursor: str = "", size: int | None = None
) -> Page[TillRow]:
    """The tills of those days, newest first. Three queries, served by `till_agency_day`.
    Refusals: CursorFaulty."""
    size = size_of(size)
    found = _between(actor, which)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    return page_of(_rows(found.order_by("-id")[: size + 1]), size=size, key="id")


def takings_of(actor: Actor, which: TillFilter) -> Takings:
    """All that came in on those days, over every page of `tills_of`. Two queries."""
    tills, all_of_them = _between(actor, which), Value(0)
    return _takings(
        Receipt.objects.filter(till__in=tills).annotate(group=all_of_them),
        ReceiptLine.objects.filter(receipt__till__in=tills).annotate(group=all_of_them),
    )[0]


def till_detail(actor: Actor, till_id: int) -> TillDetail:
    """One till in full. Six queries. Refusals: NotFound, also when the actor may not see it."""
    found = Till.objects.filter(visible_tills(actor), pk=till_id)
    till = found.select_related("holding__position").first()
    if till is None:
        raise NotFound(kind="till")
    receipts = rows_from(Receipt.objects.filter(till=till).order_by("id")[: RECEIPTS_MAX + 1])
    return TillDetail(
        row=_rows(found)[0],
        title=till.holding.position.title,
        notes=tuple((value, count) for value, count in orjson.loads(till.notes)),
        receipts=tuple(receipts[:RECEIPTS_MAX]),
        more_receipts=len(receipts) > RECEIPTS_MAX,
        by_procedure=_by_procedure(till.pk),
        may_close=till.closed_at is None and bool(can_close(actor, till)),
    )


def open_day_of(receipt_id: int) -> date | None:
    """The day of the receipt's till, if that is not closed yet. The caller may see the receipt."""
    open_tills = Receipt.objects.filter(pk=receipt_id, till__closed_at__isnull=True)
    return open_tills.values_list("till__day", flat=True).first()


def _between(actor: Actor, which: TillFilter) -> QuerySet[Till]:
    days = (which.first_day, which.last_day)
    return Till.objects.filter(visible_tills(actor), day__range=days)


def _rows(tills: QuerySet[Till]) -> list[TillRow]:
    found = list(tills.select_related("holding__officer"))
    among = [till.pk for till in found]
    takings = _takings(
        Receipt.objects.filter(till__in=among).annotate(group=F("till")),
        ReceiptLine.objects.filter(receipt__till__in=among).annotate(group=F("receipt__till")),
    )
    refunded = paid_out(among) if among else {}
    return [_row(till, takings[till.pk], refunded.get(till.pk, 0)) for till in found]


def _row(till: Till, takings: Takings, refunded_vnd: int) -> TillRow:
    same = ("agency_id", "holding_id", "day", "opened_at", "opening_vnd", "closed_at",
            "counted_vnd", "difference_vnd", "note")  # fmt: skip
    expected = till.expected_vnd
    return TillRow(
        id=till.pk,
        officer=till.holding.officer.full_name,
        expected_vnd=till.opening_vnd + takings.cash_vnd - refunded_vnd
        if expected is None
        else expected,
        takings=takings,
        refunded_vnd=refunded_vnd,
        **{name: getattr(till, name) for name in same},
    )


def _takings(receipts: QuerySet[Any], lines: QuerySet[Any]) -> defaultdict[Any, Takings]:
    """By the `group` that both carry. Two queries."""
    sums: defaultdict[Any, dict[str, int]] = defaultdict(dict)
    by_method = receipts.values("group").annotate(
        cash_vnd=Sum("total_vnd", filter=STANDING & CASH),
        slips_vnd=Sum("total_vnd", filter=STANDING & ~CASH),
        cards_vnd=Sum("total_vnd", filter=STANDING & CARD),
        cards=Count("id", filter=STANDING & CARD),
        issued=Count("id", filter=STANDING),
        cancelled=Count("id", filter=~STANDING),
    )
    standing = Q(receipt__state=ReceiptState.ISSUED)
    by_kind = lines.values("group").annotate(
        fee_vnd=Sum("amount_vnd", filter=standing & Q(kind=FeeKind.FEE)),
        charge_vnd=Sum("amount_vnd", filter=standing & Q(kind=FeeKind.CHARGE)),
    )
    for row in (*by_method, *by_kind):
        group = row.pop("group")
        sums[group] |= {name: value or 0 for name, value in row.items()}
    told = {group: Takings(**values) for group, values in sums.items()}
    return defaultdict(Takings, told)


def _by_procedure(till_id: int) -> tuple[ProcedureTakings, ...]:
    lines = ReceiptLine.objects.filter(
        receipt__till=till_id, receipt__state=ReceiptState.ISSUED
    ).values_list(
        "receipt__dossier__procedure_version__procedure__code",
        "receipt__dossier__procedure_version__name",
    )
    sums = lines.annotate(
        fee=Sum("amount_vnd", filter=Q(kind=FeeKind.FEE)),
        charge=Sum("amount_vnd", filter=Q(kind=FeeKind.CHARGE)),
        receipts=Count("receipt", distinct=True),
    )
    return tuple(_by_total(sums[:PROCEDURES_MAX]))


def _by_total(sums: Iterable[tuple[Any, ...]]) -> list[ProcedureTakings]:
    told = [
        ProcedureTakings(
            code=code or "",
            name=name or "",
            fee_vnd=fee or 0,
            charge_vnd=charge or 0,
            receipts=count,
        )
        for code, name, fee, charge, count in sums
    ]
    return sorted(told, key=lambda one: (-(one.fee_vnd + one.charge_vnd), one.code))
