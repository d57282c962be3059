"""What the sender does with his own: make something clear, say whether the answer satisfies."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from motcua.feedback.commands.act import carry_out
from motcua.feedback.commands.changing import Asked
from motcua.feedback.commands.writing import clock_of
from motcua.feedback.models import Petition
from motcua.feedback.queries.following import own
from motcua.feedback.vocabulary import Act, ActIn
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.recording import agency_stream, recording

OF_SENDER = frozenset({Act.CLARIFY, Act.RATE})


def act_as_sender(
    *, actor: Actor, at: datetime, code: str, secret: str, act: Act, given: ActIn
) -> None:
    """By the code and secret, or by the account it was sent from.

    Refusals: NotPermitted, NotFound, ActNotNow, PetitionFaulty. Basis: NĐ 20/2008/NĐ-CP Art. 12.
    """
    if act not in OF_SENDER:
        raise NotPermitted(reason="not-of-sender")
    found = own(actor, code, secret)
    with recording(actor, at) as record:
        record.lock(agency_stream(found.agency_id))
        row = Petition.objects.get(pk=found.pk)
        clock = clock_of(row.agency_id, row.counts_from)
        told = replace(given, text=given.text.strip())
        carry_out(Asked(record=record, row=row, act=act, given=told, clock=clock))
