"""Where addresses and wishes come from. The one door through which an address reaches a notice: today
from what was typed at reception; the account of a citizen will answer here later."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from motcua.dossiers.reaching import Reachable
from motcua.notices.models import AddressWish
from motcua.notices.rules.addressing import address_digest, addresses_of
from motcua.notices.vocabulary import Address, Carrier, Contact, Language, Wish

NOTHING_SAID = Wish()


def addresses_for(dossier: Reachable, carriers: Collection[Carrier]) -> tuple[Address, ...]:
    """Everybody of the dossier who can be told, each address once."""
    contacts = (Contact(phone=phone, email=email) for phone, email in dossier.contacts)
    return addresses_of(contacts, carriers)


def wishes_at(addresses: Iterable[Address]) -> dict[str, Wish]:
    """By digest, the wishes of those who have said something. One query, none for nobody."""
    digests = {address_digest(one.at) for one in addresses}
    if not digests:
        return {}
    rows = AddressWish.objects.filter(pk__in=digests)
    return {
        row.pk: Wish(
            is_wanted=row.is_wanted, in_digest=row.in_digest, language=Language(row.language)
        )
        for row in rows
    }
