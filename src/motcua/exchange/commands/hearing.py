"""What a partner tells is kept, once each, whatever comes twice or too early; nothing is done yet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from motcua.exchange.models import InMessage, Partner
from motcua.exchange.rules.ordering import Arrival, arrival, through_now
from motcua.exchange.vocabulary import InState, Message
from motcua.kernel.event import instant_text
from motcua.kernel.refusal import Refusal

STUCK_TOLD_MAX: Final = 100


class NumberTaken(Refusal):
    """Another message of this sender has the number; params: seq, through."""

    code = "number-taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How far there is no gap, and the messages that could not be carried out, each with its reason."""

    through: int
    stuck: tuple[tuple[int, str], ...]


@transaction.atomic
def hear(*, partner_id: int, at: datetime, messages: Iterable[Message]) -> Heard:
    """Refusals: NumberTaken."""
    partner = Partner.objects.select_for_update().get(pk=partner_id)
    through = partner.heard_through
    for message in messages:
        through = _keep(partner, message, through, at)
    partner.heard_through, partner.heard_at = through, at
    partner.save(update_fields=["heard_through", "heard_at"])
    return Heard(through=through, stuck=_stuck(partner_id))


def _keep(partner: Partner, message: Message, through: int, at: datetime) -> int:
    mine = InMessage.objects.filter(partner=partner)
    kept = mine.filter(seq=message.seq).values_list("digest", flat=True).first()
    digest = digest_of(message)
    what = arrival(seq=message.seq, digest=digest, through=through, kept_digest=kept)
    if what is Arrival.NUMBER_TAKEN:
        raise NumberTaken(seq=message.seq, through=through)
    if what is not Arrival.KEPT:
        return through
    InMessage.objects.create(
        partner=partner,
        seq=message.seq,
        kind=str(message.kind),
        thread=message.thread,
        body=message.body,
        digest=digest,
        told_at=message.at,
        received_at=at,
    )
    later = mine.filter(seq__gt=through).order_by("seq").values_list("seq", flat=True)
    return through_now(through, later)


def digest_of(message: Message) -> str:
    """What the message is, whatever its number."""
    parts = (message.kind, message.thread, instant_text(message.at), message.body)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _stuck(partner_id: int) -> tuple[tuple[int, str], ...]:
    """Index: in_message_open."""
    rows = InMessage.objects.filter(partner=partner_id, state=InState.STUCK).order_by("seq")
    return tuple(rows.values_list("seq", "reason")[:STUCK_TOLD_MAX])
