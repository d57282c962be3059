"""The slip of a card terminal behind a receipt: kept once, freed when its receipt is canceled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.kernel.clock import local_day
from motcua.ledger.recording import Record
from motcua.payments.models import CardSlip
from motcua.payments.rules.book import number_text
from motcua.payments.rules.cards import CardSlipUsed, slip_moment
from motcua.payments.rules.collecting import total_of
from motcua.payments.vocabulary import FeeInput


def card_values(record: Record, agency_id: int, given: FeeInput) -> dict[str, Any] | None:
    """What of the slip is kept; None where the money came otherwise. Call it with the agency's chain
    locked and the input checked. Refusals: CardTimeFaulty, CardSlipUsed."""
    if given.card is None:
        return None
    paid_at = slip_moment(given.card, record.at)
    named = {
        "terminal": given.card.terminal.strip().upper(),
        "reference": given.slip_number.strip().upper(),
        "day": local_day(paid_at),
    }
    used = CardSlip.objects.filter(agency=agency_id, is_void=False, **named)
    earlier = used.values_list("receipt__book_symbol", "receipt__number").first()
    if earlier is not None:
        raise CardSlipUsed(field="slip_number", receipt=f"{earlier[0]} {number_text(earlier[1])}")
    return {
        **named,
        "last_four": given.card.last_four.strip(),
        "paid_at": paid_at,
        "amount_vnd": total_of(given.lines),
    }


def slip_row(card: Mapping[str, Any], receipt: Mapping[str, Any]) -> dict[str, Any]:
    """The row of the slip behind this receipt."""
    return {
        **card,
        "receipt_id": receipt["id"],
        "agency_id": receipt["agency_id"],
        "is_void": False,
    }


def free_slip(receipt_id: int) -> None:
    """Its receipt is void: the slip may stand behind another."""
    CardSlip.objects.filter(receipt=receipt_id).update(is_void=True)
