"""Do the books say what the receipts and tills say? Each difference is named.

What must have been posted is worked out anew from the rows (which the ledger proves) and compared
with what was; a posting without its receipt or till is named too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet

from motcua.books.queries.posted import posted_entries, sources_of
from motcua.books.vocabulary import OWED, Entry, Line, Place, Source
from motcua.kernel.clock import local_day
from motcua.payments.flaws import MoneyFlaw
from motcua.payments.models import Payment, Receipt, ReceiptLine, StatementLine, Till
from motcua.payments.rules.booking import (
    CANCELLED,
    assigned_entry,
    closing_entry,
    holds,
    line_entry,
    opening_entry,
    receipt_entry,
    rest_entry,
)
from motcua.payments.vocabulary import LineState

PIECE = 500
ANYBODY = "*"
Expected = Callable[[list[Any]], Iterator[Entry]]


def unbooked() -> Iterator[MoneyFlaw]:
    """Everything that differs. Memory is bounded: rows are read in pieces by id."""
    yield from _compared("receipt", Receipt.objects.all(), _of_receipts)
    yield from _compared("till", Till.objects.all(), _of_tills)
    yield from _compared("payment", Payment.objects.all(), _of_payments)
    yield from _compared("statement-line", StatementLine.objects.all(), _of_lines)


def _compared(kind: str, rows: QuerySet[Any], expected: Expected) -> Iterator[MoneyFlaw]:
    last = 0
    while piece := list(rows.filter(pk__gt=last).order_by("pk")[:PIECE]):
        wanted = {entry.source: entry for entry in expected(piece)}
        posted = {one.source: one for one in posted_entries(kind, last + 1, piece[-1].pk)}
        for source in sorted(wanted.keys() | posted.keys(), key=_order):
            fields = _differing(wanted.get(source), posted.get(source))
            if fields:
                yield MoneyFlaw("booking", f"{kind} #{source.id} {source.purpose}", fields)
        last = piece[-1].pk
    for source in sources_of(kind, last + 1):
        yield MoneyFlaw("booking", f"{kind} #{source.id} {source.purpose}", (kind,))


def unbooked_among(kind: str, rows: QuerySet[Any]) -> Iterator[Any]:
    """Those of the rows of which the books say something else. Memory is bounded."""
    last, expected = 0, EXPECTED[kind]
    while piece := list(rows.filter(pk__gt=last).order_by("pk")[:PIECE]):
        among = {row.pk: row for row in piece}
        wanted = {entry.source: entry for entry in expected(piece)}
        posted = {
            one.source: one
            for one in posted_entries(kind, piece[0].pk, piece[-1].pk)
            if one.source.id in among
        }
        unlike = {
            source.id
            for source in wanted.keys() | posted.keys()
            if _differing(wanted.get(source), posted.get(source))
        }
        yield from (among[pk] for pk in sorted(unlike))
        last = piece[-1].pk


def _order(source: Source) -> tuple[int, str]:
    return source.id, source.purpose


def _differing(wanted: Entry | None, posted: Entry | None) -> tuple[str, ...]:
    if wanted is None:
        return ("not-of-the-facts",)
    if posted is None:
        return ("not-posted",)
    names = ("agency_id", "day", "dossier_id")
    told = [name for name in names if getattr(wanted, name) != getattr(posted, name)]
    if [_plain(one) for one in wanted.lines] != [_plain(one) for one in posted.lines]:
        told.append("lines")
    return tuple(told)


def _plain(line: Line) -> Line:
    """Whom the money is due was settled when it was posted; the dossier may have moved since."""
    sides = [
        Place(place.code, ANYBODY) if place.code in OWED else place
        for place in (line.debit, line.credit)
    ]
    return Line(sides[0], sides[1], line.amount_vnd)


def _of_receipts(receipts: list[Receipt]) -> Iterator[Entry]:
    lines: dict[int, list[tuple[str, int]]] = defaultdict(list)
    rows = ReceiptLine.objects.filter(receipt__in=receipts).order_by("position")
    for receipt_id, kind, amount in rows.values_list("receipt", "kind", "amount_vnd"):
        lines[receipt_id].append((kind, amount))
    for receipt in receipts:
        day = local_day(receipt.collected_at)
        issued = receipt_entry(vars(receipt), lines[receipt.pk], due_agency_id=0, day=day)
        yield issued
        if receipt.cancelled_at is not None:
            yield Entry(
                agency_id=issued.agency_id,
                source=Source("receipt", receipt.pk, CANCELLED),
                day=local_day(receipt.cancelled_at),
                lines=tuple(line.turned() for line in issued.lines),
                dossier_id=issued.dossier_id,
            )


def _of_tills(tills: list[Till]) -> Iterator[Entry]:
    for till in tills:
        opened_on = local_day(till.opened_at)
        opened = opening_entry(till.pk, till.agency_id, opened_on, till.opening_vnd)
        if opened is not None:
            yield opened
        if till.closed_at is None or till.counted_vnd is None or till.difference_vnd is None:
            continue
        closed = closing_entry(
            vars(till),
            counted_vnd=till.counted_vnd,
            difference_vnd=till.difference_vnd,
            day=local_day(till.closed_at),
        )
        if closed is not None:
            yield closed


def _of_payments(payments: list[Payment]) -> Iterator[Entry]:
    for payment in payments:
        entry = rest_entry(vars(payment), local_day(payment.booked_at))
        if entry is not None:
            yield entry


def _of_lines(lines: list[StatementLine]) -> Iterator[Entry]:
    found = Payment.objects.filter(line__in=lines).values_list("line", "method")
    held = {line_id: holds(method, None) for line_id, method in found}
    for line in lines:
        was_known = line.state == LineState.MATCHED
        yield line_entry(vars(line), held.get(line.pk) if was_known else None)
        if line.state == LineState.ASSIGNED and line.settled_at is not None:
            yield assigned_entry(vars(line), held[line.pk], local_day(line.settled_at))


EXPECTED: dict[str, Expected] = {
    "receipt": _of_receipts,
    "till": _of_tills,
    "payment": _of_payments,
    "statement-line": _of_lines,
}
