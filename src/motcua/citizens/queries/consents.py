"""What a citizen has agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.citizens.models import Consent
from motcua.citizens.policies import demand_citizen
from motcua.citizens.vocabulary import ConsentPurpose
from motcua.kernel.actor import Actor

CONSENTS_MAX = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class ConsentRow:
    purpose: ConsentPurpose
    given_at: datetime
    withdrawn_at: datetime | None


def consents_of(actor: Actor) -> tuple[ConsentRow, ...]:
    """All, also those taken back, newest first. One query, by the key of the citizen.

    Refusals: NotPermitted.
    """
    rows = Consent.objects.filter(citizen=demand_citizen(actor)).order_by("-id")[:CONSENTS_MAX]
    return tuple(
        ConsentRow(
            purpose=ConsentPurpose(row.purpose),
            given_at=row.given_at,
            withdrawn_at=row.withdrawn_at,
        )
        for row in rows
    )


def has_consent(citizen_id: int, purpose: ConsentPurpose) -> bool:
    """Whether it holds now. One query, by `consent_given_once`."""
    held = Consent.objects.filter(citizen=citizen_id, purpose=purpose, withdrawn_at=None)
    return held.exists()
