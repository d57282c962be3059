"""How citizens are reached, for telling them; asked by the system, not by officers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from motcua.citizens.models import Citizen


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenContacts:
    """What a citizen has proved to hold; the language chosen in the account."""

    id: int
    phone: str
    email: str
    language: str


def contacts_of_citizens(ids: Collection[int]) -> dict[int, CitizenContacts]:
    """By citizen, without those who are gone. One query by the primary key, none for nobody."""
    if not ids:
        return {}
    rows = Citizen.objects.filter(pk__in=set(ids), erased_at__isnull=True)
    return {
        row["id"]: CitizenContacts(**row) for row in rows.values("id", "phone", "email", "language")
    }
