"""Open an account: by a contact somebody has just proved to hold, or by the national identity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.accounts.commands.citizen_users import add_citizen_user
from motcua.citizens.commands.loading import STREAM
from motcua.citizens.events import CitizenAccountOpened
from motcua.citizens.models import Citizen
from motcua.citizens.policies import may_open
from motcua.citizens.rules.names import checked_name
from motcua.citizens.vocabulary import Contact, ContactKind, IdentityLevel, Person
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import Subject, recording


class ContactTaken(Refusal):
    """Another account has this contact."""

    code = "contact-taken"


@dataclass(frozen=True, slots=True)
class Opened:
    citizen_id: int
    user_id: int


def open_account(
    *,
    actor: Actor,
    at: datetime,
    person: Person,
    contact: Contact | None = None,
    level: IdentityLevel = IdentityLevel.CONTACT,
    language: str = "vi",
) -> Opened:
    """Give somebody an account of his own. The contact has been confirmed by a code, the person of
    level 2 by the national identity; the user name is of no meaning, nobody types it.

    Refusals: NotPermitted, CitizenNameMissing, CitizenNameTooLong, CitizenNameOdd, ContactTaken.
    """
    may_open(actor).demand()
    name = checked_name(person.full_name)
    with recording(actor, at) as record:
        user_id = add_citizen_user(at=at, display_name=name)
        citizen = Citizen(
            user_id=user_id,
            full_name=name,
            birth_date=person.birth_date,
            personal_id=person.personal_id,
            level=level,
            level_proven_at=at if level == IdentityLevel.NATIONAL else None,
            language=language,
            opened_at=at,
            **_reached_by(contact, at),
        )
        _saved(citizen)
        opened = CitizenAccountOpened(by=contact.kind if contact else "IDENTITY", level=level)
        record.append(opened, about=Subject("citizen", citizen.pk, 1), stream=STREAM)
    return Opened(citizen.pk, user_id)


def _reached_by(contact: Contact | None, at: datetime) -> dict[str, str | datetime]:
    if contact is None:
        return {}
    column = "phone" if contact.kind == ContactKind.PHONE else "email"
    return {column: contact.value, f"{column}_confirmed_at": at}


def _saved(citizen: Citizen) -> None:
    """Two who open an account by one contact at once: the second is told that it is taken."""
    try:
        with transaction.atomic():
            citizen.save(force_insert=True)
    except IntegrityError as fault:
        raise ContactTaken(field="contact") from fault
