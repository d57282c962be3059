"""Whose account a contact opens. Asked only by the pages of signing in, which answer alike for all."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.citizens.models import Citizen
from motcua.citizens.vocabulary import Contact, ContactKind


@dataclass(frozen=True, slots=True)
class Entrance:
    """An account that a contact opens; `username` is what its password is counted under."""

    citizen_id: int
    user_id: int
    username: str


def account_of(contact: Contact) -> Entrance | None:
    """The account with this confirmed contact; by `citizen_phone_of_one` or `citizen_email_of_one`."""
    column = "phone" if contact.kind == ContactKind.PHONE else "email"
    found = (
        Citizen.objects.filter(**{column: contact.value}, user__is_active=True)
        .values_list("id", "user_id", "user__username")
        .first()
    )
    return Entrance(*found) if found else None
