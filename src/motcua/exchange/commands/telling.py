"""Writing down what a partner is to be told, in the transaction of the act it tells of.

Nothing is sent here: the desk does not wait for the line, and what is undone was never told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from motcua.exchange.models import OutMessage, Partner
from motcua.exchange.vocabulary import MessageKind
from motcua.ledger.rules.chain import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTell:
    """What of a dossier is told to whom. `given`: what only the act knows, as plain values."""

    partner_id: int
    kind: MessageKind
    thread: str
    dossier_id: int
    given: Mapping[str, Any]


def tell(told: ToTell, at: datetime) -> int:
    """The number it got. The row of the partner stays locked until the act is done: numbers have no
    gap."""
    mine = Partner.objects.filter(pk=told.partner_id)
    mine.update(last_seq=F("last_seq") + 1)
    seq = mine.values_list("last_seq", flat=True).get()
    OutMessage.objects.create(
        partner_id=told.partner_id,
        seq=seq,
        kind=str(told.kind),
        thread=told.thread,
        dossier_id=told.dossier_id,
        given=canonical(told.given),
        next_try_at=at,
        told_at=at,
    )
    return seq
