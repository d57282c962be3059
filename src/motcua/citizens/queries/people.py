"""What an account knows of its owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.citizens.models import Citizen
from motcua.citizens.policies import demand_citizen
from motcua.citizens.vocabulary import IdentityLevel
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound


@dataclass(frozen=True, kw_only=True, slots=True)
class CitizenRow:
    """A citizen as he sees himself. `phone` and `email` have been confirmed, or are empty."""

    id: int
    user_id: int
    full_name: str
    birth_date: date | None
    personal_id: str
    phone: str
    email: str
    level: IdentityLevel
    language: str
    opened_at: datetime
    erase_at: datetime | None


def citizen_of(actor: Actor) -> CitizenRow:
    """The citizen who acts. One query, by key. Refusals: NotPermitted, NotFound."""
    return citizen_row(demand_citizen(actor))


def citizen_row(citizen_id: int) -> CitizenRow:
    """A citizen for an app that has decided that it may know him. One query, by key.

    Refusals: NotFound, also when the account has been erased.
    """
    found = Citizen.objects.filter(pk=citizen_id, erased_at=None).first()
    if found is None:
        raise NotFound(kind="citizen")
    return CitizenRow(
        id=found.pk,
        user_id=found.user_id,
        full_name=found.full_name,
        birth_date=found.birth_date,
        personal_id=found.personal_id,
        phone=found.phone,
        email=found.email,
        level=IdentityLevel(found.level),
        language=found.language,
        opened_at=found.opened_at,
        erase_at=found.erase_at,
    )
