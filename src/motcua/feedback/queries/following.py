"""What a sender reads of his own: by its code and secret, or in the account it was sent from."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime

from motcua.feedback.codes import digest_of
from motcua.feedback.models import Petition
from motcua.feedback.queries.rows import COLUMNS, PetitionRow, StepRow, petition_row
from motcua.feedback.queries.steps import agency_name, steps_of, trace_of
from motcua.feedback.rules.acting import TOLD_TO_SENDER
from motcua.feedback.rules.transitions import fits
from motcua.feedback.vocabulary import Act, State
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.verdict import NotFound
from motcua.worktime.vocabulary import TraceLine

OWN_MAX = 100
HANDED_ON_MAX = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Where it stands; no officer is named. `now_at`: whose register it is in after being forwarded.

    `may`: what the sender may do now. `question`: what was last asked of him.
    """

    row: PetitionRow
    code: str
    agency: str
    content: str
    answer: str
    outside_body: str
    steps: tuple[StepRow, ...]
    trace: tuple[TraceLine, ...]
    may: tuple[Act, ...]


def own(actor: Actor, code: str, secret: str) -> Petition:
    """The row that he follows, where it was handed on that of the agency that has it now.

    Refusals: NotFound, alike for a wrong code and a wrong secret.
    """
    row = Petition.objects.filter(code=plain_words(code).upper()).first()
    mine = row is not None and actor.citizen_id is not None and row.citizen_id == actor.citizen_id
    digest = digest_of(row.code if row else code, secret)
    known = bool(secret) and hmac.compare_digest(digest, row.secret_digest if row else "0" * 64)
    if row is None or not (mine or known):
        raise NotFound(kind="petition")
    for _step in range(HANDED_ON_MAX):
        if row.state != State.FORWARDED or row.outside_body:
            break
        row = Petition.objects.filter(forwarded_from=row).first() or row
    return row


def followed(actor: Actor, code: str, secret: str, at: datetime) -> Followed:
    """State, date, answer. Refusals: NotFound."""
    row = own(actor, code, secret)
    steps = steps_of(row)
    state = State(row.state)
    return Followed(
        row=petition_row(row),
        code=row.code,
        agency=agency_name(row.agency_id, at),
        content=row.content,
        answer=row.answer,
        outside_body=row.outside_body,
        steps=tuple(one for one in steps if _is_told(one)),
        trace=trace_of(row, steps),
        may=tuple(act for act in (Act.CLARIFY, Act.RATE) if fits(act, state)),
    )


def _is_told(step: StepRow) -> bool:
    return step.act in TOLD_TO_SENDER or step.act in (Act.SEND, Act.REGISTER, Act.CLOSE)


def own_petitions(actor: Actor) -> tuple[PetitionRow, ...]:
    """Those sent from this account, newest first. One query, by `petition_citizen`."""
    if actor.citizen_id is None:
        return ()
    rows = Petition.objects.filter(citizen=actor.citizen_id, forwarded_from__isnull=True)
    return tuple(petition_row(row) for row in rows.order_by("-id").only(*COLUMNS)[:OWN_MAX])
