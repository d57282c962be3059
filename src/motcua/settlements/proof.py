"""Do refunds and settlements agree with the ledger and with the books? Each difference is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Sum

from motcua.books.queries.posted import posted_entries, sources_of
from motcua.books.vocabulary import AccountCode, Entry
from motcua.ledger.agreement import Compared, State, differences
from motcua.settlements.models import Refund, Settlement, SettlementItem, SettlementPart
from motcua.settlements.projections import (
    fold,
    fold_settlement,
    refund_state,
    settlement_state,
)
from motcua.settlements.vocabulary import RefundState, SettlementState

PIECE = 500
ID_MAX = 2**63 - 1
PARTS = ("collected", "cancelled", "refunded")
POSTED = {
    RefundState.APPROVED: {"approved"},
    RefundState.PAID: {"approved", "paid"},
}


@dataclass(frozen=True, slots=True)
class RefundFlaw:
    """What does not agree: `place` names the refund or settlement; `fields` say where."""

    place: str
    fields: tuple[str, ...]


def refund_flaws() -> Iterator[RefundFlaw]:
    """Everything that differs. Memory is bounded: rows are read in pieces by id."""
    whole = Compared(kind="refund", rows=Refund.objects.all(), states=_states, fold=fold)
    for one in differences(whole):
        yield RefundFlaw(f"#{one.subject_id}", one.fields)
    last = 0
    while piece := list(Refund.objects.filter(pk__gt=last).order_by("pk")[:PIECE]):
        posted: dict[int, dict[str, Entry]] = {}
        for entry in posted_entries("refund", last + 1, piece[-1].pk):
            posted.setdefault(entry.source.id, {})[entry.source.purpose] = entry
        for refund in piece:
            yield from _booked(refund, posted.get(refund.pk, {}))
        last = piece[-1].pk
    for source in sources_of("refund", last + 1):
        yield RefundFlaw(f"#{source.id}", ("books",))


def settlement_flaws() -> Iterator[RefundFlaw]:
    """Settlements that differ from their facts, whose parts are not their items, or that moved another
    sum in the books."""
    rows = Settlement.objects.all()
    whole = Compared(kind="settlement", rows=rows, states=_settled, fold=fold_settlement)
    for one in differences(whole):
        yield RefundFlaw(f"#{one.subject_id}", one.fields)
    yield from _unlike_their_items()
    yield from _otherwise_in_the_books()


def _unlike_their_items() -> Iterator[RefundFlaw]:
    items = SettlementItem.objects.values_list("settlement", "kind", "part")
    sums = {tuple(key): total for *key, total in items.annotate(sum=Sum("amount_vnd"))}
    for part in SettlementPart.objects.order_by("pk").iterator(chunk_size=PIECE):
        for name in PARTS:
            held = sums.get((part.settlement_id, part.kind, name.upper()), 0)
            if held != getattr(part, f"{name}_vnd"):
                yield RefundFlaw(f"#{part.settlement_id}", (part.kind, f"{name}_vnd"))


def _otherwise_in_the_books() -> Iterator[RefundFlaw]:
    paid = Settlement.objects.filter(state=SettlementState.PAID)
    due: dict[int, int] = defaultdict(int)
    for part in SettlementPart.objects.filter(settlement__in=paid):
        due[part.settlement_id] += max(0, part.due_vnd) + part.kept_vnd
    moved: dict[int, int] = defaultdict(int)
    for entry in posted_entries("settlement", 1, ID_MAX):
        moved[entry.source.id] += sum(line.amount_vnd for line in entry.lines)
    for pk in sorted(due.keys() | moved.keys()):
        if due[pk] != moved[pk]:
            yield RefundFlaw(f"#{pk}", ("books",))


def _settled(rows: list[Settlement]) -> Iterator[tuple[Settlement, State]]:
    parts: dict[int, list[SettlementPart]] = defaultdict(list)
    for part in SettlementPart.objects.filter(settlement__in=rows).order_by("pk"):
        parts[part.settlement_id].append(part)
    for row in rows:
        yield row, settlement_state(row, parts[row.pk])


def _states(refunds: list[Refund]) -> Iterator[tuple[Refund, State]]:
    for refund in refunds:
        yield refund, refund_state(refund)


def _booked(refund: Refund, posted: dict[str, Entry]) -> Iterator[RefundFlaw]:
    wanted = POSTED.get(RefundState(refund.state), set())
    total = refund.total_vnd
    sums = {name: sum(line.amount_vnd for line in one.lines) for name, one in posted.items()}
    if sums != dict.fromkeys(wanted, total):
        yield RefundFlaw(f"#{refund.pk}", ("books",))
        return
    held = str(refund.till_id) if refund.till_id else ""
    if "paid" in posted:
        place = posted["paid"].lines[0].credit
        code = AccountCode.CASH if refund.till_id else AccountCode.BANK
        if (place.code, place.ref) != (code, held):
            yield RefundFlaw(f"#{refund.pk}", ("books", "till_id"))
