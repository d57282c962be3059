"""Do refunds and settlements agree with the ledger and with the books? Each difference is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Sum

from motcua.books.queries.posted import posted_entries, sources_of
from motcua.books.vocabulary import AccountCode, Entry, Place
from motcua.ledger.agreement import Compared, State, differences
from motcua.payments.queries.paying.accounts import accounts_of_all
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
        accounts = _accounts_of(piece)
        for refund in piece:
            yield from _booked(refund, posted.get(refund.pk, {}), accounts[refund.agency_id])
        last = piece[-1].pk
    for source in sources_of("refund", last + 1):
        yield RefundFlaw(f"#{source.id}", ("books",))


def _accounts_of(refunds: list[Refund]) -> dict[int, set[str]]:
    """By agency: the accounts that it ever was paid on, as the books call them. One query."""
    found: dict[int, set[str]] = defaultdict(set)
    for account in accounts_of_all({refund.agency_id for refund in refunds}):
        found[account.agency_id].add(str(account.id))
    return found


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


def _booked(
    refund: Refund, posted: dict[str, Entry], accounts: Collection[str]
) -> Iterator[RefundFlaw]:
    wanted = POSTED.get(RefundState(refund.state), set())
    total = refund.total_vnd
    sums = {name: sum(line.amount_vnd for line in one.lines) for name, one in posted.items()}
    if sums != dict.fromkeys(wanted, total):
        yield RefundFlaw(f"#{refund.pk}", ("books",))
        return
    if "paid" in posted and not _went_out_of(posted["paid"].lines[0].credit, refund, accounts):
        yield RefundFlaw(f"#{refund.pk}", ("books", "till_id"))


def _went_out_of(place: Place, refund: Refund, accounts: Collection[str]) -> bool:
    """Out of its till, or of an account of the agency ("" where there was none yet)."""
    if refund.till_id:
        return place == Place(AccountCode.CASH, str(refund.till_id))
    return place.code == AccountCode.BANK and place.ref in {"", *accounts}
