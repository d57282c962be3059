"""What a citizen wishes at the contacts he holds."""

from __future__ import annotations

from motcua.citizens.queries import citizen_of
from motcua.citizens.vocabulary import ContactKind
from motcua.kernel.actor import Actor
from motcua.notices.models import AddressWish
from motcua.notices.rules.addressing import address_digest, international
from motcua.notices.vocabulary import Language, Wish


def own_wishes(actor: Actor) -> dict[ContactKind, Wish]:
    """By kind of contact, those he has; whoever said nothing is told at once. Two queries, by keys.

    Refusals: NotPermitted, NotFound.
    """
    citizen = citizen_of(actor)
    held = {
        ContactKind.PHONE: international(citizen.phone) if citizen.phone else "",
        ContactKind.EMAIL: citizen.email,
    }
    digests = {kind: address_digest(value) for kind, value in held.items() if value}
    kept = AddressWish.objects.in_bulk(list(digests.values()))
    return {kind: _wish(kept.get(digest), citizen.language) for kind, digest in digests.items()}


def _wish(row: AddressWish | None, language: str) -> Wish:
    if row is None:
        return Wish(language=Language(language))
    return Wish(
        is_wanted=row.is_wanted,
        in_digest=row.in_digest,
        language=Language(row.language),
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
    )
