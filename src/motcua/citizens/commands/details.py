"""What a citizen says of himself, and what the national identity says, which nobody types over."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from motcua.accounts.commands.citizen_users import rename_citizen_user
from motcua.citizens.commands.loading import STREAM, about_citizen, own_row
from motcua.citizens.events import CitizenDetailsChanged
from motcua.citizens.models import Citizen
from motcua.citizens.rules.names import checked_name
from motcua.citizens.vocabulary import IdentityLevel, Person
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import recording

LANGUAGES = ("vi", "en")


class IdentityFixed(Refusal):
    """Name, birth and number come from the national identity; there they are corrected."""

    code = "identity-fixed"


class LanguageUnknown(Refusal):
    """Neither Vietnamese nor English."""

    code = "language-unknown"


def change_details(*, actor: Actor, at: datetime, person: Person) -> None:
    """Name, day of birth and personal number, as the caller has read them from what was typed.

    Refusals: NotPermitted, CitizenNameMissing, CitizenNameTooLong, CitizenNameOdd, IdentityFixed.
    """
    wanted = {**asdict(person), "full_name": checked_name(person.full_name)}
    with recording(actor, at) as record:
        citizen = own_row(actor)
        changed = {name: value for name, value in wanted.items() if getattr(citizen, name) != value}
        if changed and citizen.level == IdentityLevel.NATIONAL:
            raise IdentityFixed(field="full_name")
        if not changed:
            return
        Citizen.objects.filter(pk=citizen.pk).update(**changed)
        rename_citizen_user(user_id=citizen.user_id, display_name=wanted["full_name"])
        told = CitizenDetailsChanged(fields=tuple(sorted(changed)))
        record.append(told, about=about_citizen(citizen.pk), stream=STREAM)


def choose_language(*, actor: Actor, at: datetime, language: str) -> None:
    """In which language he is written to. Refusals: NotPermitted, LanguageUnknown."""
    if language not in LANGUAGES:
        raise LanguageUnknown(field="language")
    with recording(actor, at) as record:
        citizen = own_row(actor)
        if citizen.language == language:
            return
        Citizen.objects.filter(pk=citizen.pk).update(language=language)
        told = CitizenDetailsChanged(fields=("language",))
        record.append(told, about=about_citizen(citizen.pk), stream=STREAM)
