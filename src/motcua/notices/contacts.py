"""Where addresses and wishes come from. The one door through which an address reaches a notice: the account of
whoever sent the dossier by web, else what was typed at reception."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from motcua.citizens.queries.reaching import CitizenContacts, contacts_of_citizens
from motcua.dossiers.reaching import Reachable
from motcua.dossiers.vocabulary import CitizenPart
from motcua.feedback.reaching import Sender
from motcua.notices.models import AddressWish
from motcua.notices.rules.addressing import address_digest, addresses_of
from motcua.notices.vocabulary import Address, Carrier, Contact, Language, Wish

NOTHING_SAID = Wish()
TOLD_PARTS = frozenset({CitizenPart.FILER})
"""In whose stead a contact typed at reception is not used. A helper is told in his account only; whom he
helps is told as before."""


def accounts_of(dossiers: Iterable[Reachable]) -> dict[int, CitizenContacts]:
    """The citizens of these dossiers. One query, none where none is linked."""
    return contacts_of_citizens({citizen for one in dossiers for citizen, _part in one.citizens})


def addresses_for(
    dossier: Reachable,
    carriers: Collection[Carrier],
    accounts: Mapping[int, CitizenContacts] | None = None,
) -> tuple[Address, ...]:
    """Everybody of the dossier who can be told, each address once.

    Who sent it by web is reached at what he has proved to hold, in place of what stands first in the
    declaration; one who has proved nothing is reached as he wrote.
    """
    typed = [Contact(phone=phone, email=email) for phone, email in dossier.contacts]
    own = [
        Contact(phone=found.phone, email=found.email)
        for citizen, part in dossier.citizens
        if part in TOLD_PARTS
        and (found := (accounts or {}).get(citizen))
        and (found.phone or found.email)
    ]
    return addresses_of([*own, *typed[1:]] if own else typed, carriers)


def addresses_of_sender(sender: Sender, carriers: Collection[Carrier]) -> tuple[Address, ...]:
    """Where whoever sent feedback wrote that he is reached, each address once."""
    return addresses_of([Contact(phone=sender.phone, email=sender.email)], carriers)


def wishes_at(addresses: Iterable[Address]) -> dict[str, Wish]:
    """By digest, the wishes of those who have said something. One query, none for nobody."""
    digests = {address_digest(one.at) for one in addresses}
    if not digests:
        return {}
    rows = AddressWish.objects.filter(pk__in=digests)
    return {
        row.pk: Wish(
            is_wanted=row.is_wanted,
            in_digest=row.in_digest,
            language=Language(row.language),
            quiet_from=row.quiet_from,
            quiet_until=row.quiet_until,
        )
        for row in rows
    }
