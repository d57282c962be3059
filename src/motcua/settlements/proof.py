"""Do the refunds agree with the ledger and with the books? Each difference is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.books.queries.posted import posted_entries, sources_of
from motcua.books.vocabulary import AccountCode, Entry
from motcua.ledger.agreement import Compared, State, differences
from motcua.settlements.models import Refund
from motcua.settlements.projections import fold, refund_state
from motcua.settlements.vocabulary import RefundState

PIECE = 500
POSTED = {
    RefundState.APPROVED: {"approved"},
    RefundState.PAID: {"approved", "paid"},
}


@dataclass(frozen=True, slots=True)
class RefundFlaw:
    """What does not agree: `place` names the refund; `fields` say where."""

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


def _states(refunds: list[Refund]) -> Iterator[tuple[Refund, State]]:
    for refund in refunds:
        yield refund, refund_state(refund)


def _booked(refund: Refund, posted: dict[str, Entry]) -> Iterator[RefundFlaw]:
    wanted = POSTED.get(RefundState(refund.state), set())
    total = refund.fee_vnd + refund.charge_vnd
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
