"""Receipts as read: one in full, those found by a word, those of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.payments.models import CardSlip, Receipt, ReceiptLine
from motcua.payments.policies import can_cancel, visible_receipts
from motcua.payments.vocabulary import PaymentMethod, ReceiptLineIn
from motcua.procedures.vocabulary import FeeKind

WORDS_MAX = 8
OF_DOSSIER_MAX = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """One line of a list of receipts."""

    id: int
    book_symbol: str
    number: int
    state: str
    method: str
    total_vnd: int
    given_vnd: int | None
    payer_name: str
    collected_at: datetime
    collected_by: str
    dossier_code: str

    @property
    def change_vnd(self) -> int:
        """What was handed back of the cash; 0 where none was counted."""
        return 0 if self.given_vnd is None else self.given_vnd - self.total_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class CardShown:
    """The slip of a terminal; the number of its approval is the receipt's `slip_number`."""

    terminal: str
    last_four: str
    paid_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptDetail:
    """One receipt in full. `is_final`: its till is closed, it has none, or it is void; nothing
    changes it."""

    id: int
    agency_id: int
    till_id: int | None
    day: date
    year: int
    number: int
    book_symbol: str
    dossier_id: int | None
    dossier_code: str
    procedure_name: str
    payer_name: str
    payer_number: str
    address: str
    collected_at: datetime
    collected_by: str
    collected_by_title: str
    method: str
    slip_number: str
    total_vnd: int
    given_vnd: int | None
    state: str
    cancelled_at: datetime | None
    cancelled_by: str
    reason: str
    lines: tuple[ReceiptLineIn, ...]
    card: CardShown | None
    is_final: bool
    may_cancel: bool

    @property
    def change_vnd(self) -> int | None:
        return None if self.given_vnd is None else self.given_vnd - self.total_vnd


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptFilter:
    """What is asked for; empty = anything. `text` is looked for word by word, accents optional."""

    text: str = ""
    till_id: int | None = None


NAMES = ("id", "book_symbol", "number", "state", "method", "total_vnd", "given_vnd", "payer_name",
         "collected_at", "collected_by", "dossier_code")  # fmt: skip
COLUMNS = ("id", "book_symbol", "number", "state", "method", "total_vnd", "given_vnd", "payer_name",
           "collected_at", "collected_by__officer__full_name", "dossier__code")  # fmt: skip


def receipts_of(
    actor: Actor, which: ReceiptFilter, *, cursor: str = "", size: int | None = None
) -> Page[ReceiptRow]:
    """Newest first. One query, served by `receipt_agency` or `receipt_till`. Refusals: CursorFaulty."""
    size = size_of(size)
    found = Receipt.objects.filter(visible_receipts(actor))
    if which.till_id is not None:
        found = found.filter(till=which.till_id)
    for word in fold(which.text).split()[:WORDS_MAX]:
        found = found.filter(search_key__contains=word)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__lt=start)
    return page_of(rows_from(found.order_by("-id")[: size + 1]), size=size, key="id")


def rows_from(found: QuerySet[Receipt]) -> list[ReceiptRow]:
    """The lines of a list, read from rows already filtered and bounded."""
    return [
        ReceiptRow(**dict(zip(NAMES, _told(value), strict=True)))  # type: ignore[arg-type]
        for value in found.values_list(*COLUMNS)
    ]


def _told(value: tuple[object, ...]) -> tuple[object, ...]:
    return (*value[:-2], value[-2] or "", value[-1] or "")


def receipts_of_dossier(actor: Actor, dossier_id: int) -> tuple[ReceiptRow, ...]:
    """All that was ever taken for a dossier, oldest first, void ones too. One query, served by
    `receipt_dossier`. The caller has found the dossier for this actor."""
    found = Receipt.objects.filter(visible_receipts(actor), dossier=dossier_id)
    return tuple(rows_from(found.order_by("id")[:OF_DOSSIER_MAX]))


def receipt_detail(actor: Actor, receipt_id: int) -> ReceiptDetail:
    """The receipt in full. Two queries, three of one paid by card. Refusals: NotFound, also when the actor may not see it."""
    related = ("till", "collected_by__officer", "collected_by__position", "cancelled_by__officer",
               "dossier__procedure_version")  # fmt: skip
    found = Receipt.objects.filter(visible_receipts(actor), pk=receipt_id)
    receipt = found.select_related(*related).first()
    if receipt is None:
        raise NotFound(kind="receipt")
    till, collector = receipt.till, receipt.collected_by
    is_final = till is None or till.closed_at is not None or receipt.cancelled_at is not None
    dossier, canceler = receipt.dossier, receipt.cancelled_by
    same = ("agency_id", "till_id", "year", "number", "book_symbol", "payer_name", "payer_number",
            "address", "collected_at", "method", "slip_number", "total_vnd", "given_vnd", "state",
            "cancelled_at", "reason")  # fmt: skip
    return ReceiptDetail(
        id=receipt.pk,
        day=local_day(receipt.collected_at),
        dossier_id=receipt.dossier_id,
        dossier_code=dossier.code if dossier else "",
        procedure_name=dossier.procedure_version.name if dossier else "",
        collected_by=collector.officer.full_name if collector else "",
        collected_by_title=collector.position.title if collector else "",
        cancelled_by=canceler.officer.full_name if canceler else "",
        lines=_lines(receipt.pk),
        card=_card(receipt) if receipt.method == PaymentMethod.CARD_SLIP else None,
        is_final=is_final,
        may_cancel=not is_final and till is not None and bool(can_cancel(actor, till)),
        **{name: getattr(receipt, name) for name in same},
    )


def _card(receipt: Receipt) -> CardShown | None:
    """None for a slip of the time before they were kept in full."""
    found = CardSlip.objects.filter(receipt=receipt).values("terminal", "last_four", "paid_at")
    row = found.first()
    return CardShown(**row) if row else None


def _lines(receipt_id: int) -> tuple[ReceiptLineIn, ...]:
    return tuple(
        ReceiptLineIn(
            kind=FeeKind(line.kind),
            name=line.name,
            amount_vnd=line.amount_vnd,
            is_additional=line.is_additional,
        )
        for line in ReceiptLine.objects.filter(receipt=receipt_id).order_by("position")
    )
