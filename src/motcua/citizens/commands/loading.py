"""What the commands of citizens share: the locked row, the chain, the place of a fact in it."""

from __future__ import annotations

from motcua.citizens.models import Citizen
from motcua.citizens.policies import demand_citizen
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject

STREAM = "citizens"
"""A chain of their own: each fact of the `office` chain makes the whole catalogue be read anew."""


def own_row(actor: Actor) -> Citizen:
    """The citizen who acts, locked. Refusals: NotPermitted, NotFound."""
    return locked_citizen(demand_citizen(actor))


def locked_citizen(citizen_id: int) -> Citizen:
    """A citizen whose account has not been erased, locked. Refusals: NotFound."""
    rows = Citizen.objects.select_for_update(no_key=True)
    found = rows.filter(pk=citizen_id, erased_at=None).first()
    if found is None:
        raise NotFound(kind="citizen")
    return found


def about_citizen(citizen_id: int) -> Subject:
    """The next place in the ledger of the facts about a citizen (his row must be locked)."""
    return Subject("citizen", citizen_id, next_seq("citizen", citizen_id))


def about_organization(organization_id: int) -> Subject:
    """The same for an organization."""
    return Subject("organization", organization_id, next_seq("organization", organization_id))
