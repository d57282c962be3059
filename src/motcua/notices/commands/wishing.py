"""What somebody wishes at an address: to be told or not, bundled, in which language."""

from __future__ import annotations

from datetime import datetime, time

from motcua.accounts.rules.roles import Permission, may
from motcua.citizens.commands.loading import STREAM as CITIZENS_STREAM
from motcua.citizens.queries import citizen_of
from motcua.citizens.vocabulary import ContactKind
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import OFFICE_STREAM, Record, Subject, recording
from motcua.notices.events import AddressWishSet
from motcua.notices.models import AddressWish
from motcua.notices.rules.addressing import address_digest, international, is_email
from motcua.notices.vocabulary import Wish

_SUBJECT_DIGITS = 15


class AddressNotKnownForm(Refusal):
    """Neither a Vietnamese mobile number nor a mailbox."""

    code = "address-not-known-form"


class QuietHoursHalfSaid(Refusal):
    """Quiet hours have a beginning and an end."""

    code = "quiet-hours-half-said"


def set_wish(*, actor: Actor, at: datetime, address: str, wish: Wish) -> None:
    """Keep the wish for what is queued from now on. Only the digest of the address is kept.

    Refusals: NotPermitted, AddressNotKnownForm, QuietHoursHalfSaid.
    """
    may(actor, Permission.NOTICE_CHANGE).demand()
    with recording(actor, at) as record:
        _keep(record, known_address(address), wish, OFFICE_STREAM)


def set_own_wish(*, actor: Actor, at: datetime, kind: ContactKind, wish: Wish) -> None:
    """A citizen's wish at a contact that he has proved to hold; in the chain of citizens, so that the
    catalogue stands. Refusals: NotPermitted, NotFound, AddressNotKnownForm,
    QuietHoursHalfSaid."""
    citizen = citizen_of(actor)
    address = citizen.phone if kind == ContactKind.PHONE else citizen.email
    with recording(actor, at) as record:
        _keep(record, known_address(address), wish, CITIZENS_STREAM)


def _keep(record: Record, address: str, wish: Wish, stream: str) -> None:
    if (wish.quiet_from is None) != (wish.quiet_until is None):
        raise QuietHoursHalfSaid(field="quiet_from")
    digest = address_digest(address)
    values = {
        "is_wanted": wish.is_wanted,
        "in_digest": wish.in_digest,
        "language": str(wish.language),
    }
    hours = {"quiet_from": wish.quiet_from, "quiet_until": wish.quiet_until}
    # A number made of the digest: facts are told apart by numbers, and the address stays unknown.
    about = int(digest[:_SUBJECT_DIGITS], 16)
    AddressWish.objects.update_or_create(
        pk=digest, defaults={**values, **hours, "set_at": record.at}
    )
    record.append(
        AddressWishSet(
            address_digest=digest,
            is_wanted=wish.is_wanted,
            in_digest=wish.in_digest,
            language=str(wish.language),
            quiet_from=_clock(wish.quiet_from),
            quiet_until=_clock(wish.quiet_until),
        ),
        about=Subject("address-wish", about, next_seq("address-wish", about)),
        stream=stream,
    )


def _clock(moment: time | None) -> str | None:
    return f"{moment:%H:%M}" if moment else None


def known_address(typed: str) -> str:
    """The number or mailbox as notices know it. Refusals: AddressNotKnownForm."""
    text = typed.strip()
    found = text if is_email(text) else international(text)
    if not found:
        raise AddressNotKnownForm(field="address")
    return found
