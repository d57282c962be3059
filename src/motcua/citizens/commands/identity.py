"""The national identity: it opens an account, comes back to it, or is put to one already open."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from motcua.accounts.commands.citizen_users import rename_citizen_user
from motcua.citizens.commands.loading import STREAM, about_citizen, locked_citizen, own_row
from motcua.citizens.commands.opening import open_account
from motcua.citizens.events import IdentityProven
from motcua.citizens.models import Citizen
from motcua.citizens.policies import may_open
from motcua.citizens.queries.sign_in import Entrance
from motcua.citizens.rules.identity import Identity
from motcua.citizens.vocabulary import IdentityLevel, Person
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import Record, recording


class IdentityTaken(Refusal):
    """This identity opens another account."""

    code = "identity-taken"


class OtherIdentity(Refusal):
    """This account is another person's already."""

    code = "other-identity"


def come_back(*, actor: Actor, at: datetime, identity: Identity) -> Entrance | None:
    """The account that this identity opens, brought up to what it says today; None when there is none.

    A personal number that somebody typed opens nothing: only one that was proven does.
    Refusals: NotPermitted.
    """
    may_open(actor).demand()
    known = Q(identity=identity.subject)
    if identity.personal_id:
        known |= Q(personal_id=identity.personal_id, level=IdentityLevel.NATIONAL)
    found = Citizen.objects.filter(known, user__is_active=True).select_related("user").first()
    if found is None:
        return None
    with recording(actor, at) as record:
        _put(record, locked_citizen(found.pk), identity)
    return Entrance(found.pk, found.user_id, found.user.username)


def open_by_identity(
    *, actor: Actor, at: datetime, identity: Identity, full_name: str = "", language: str = "vi"
) -> Entrance:
    """A new account. Of level 1 the citizen says his name himself.

    Refusals: NotPermitted, CitizenNameMissing, CitizenNameTooLong, CitizenNameOdd, ContactTaken, IdentityTaken.
    """
    is_proven = identity.level == IdentityLevel.NATIONAL
    with recording(actor, at) as record:
        opened = open_account(
            actor=actor,
            at=at,
            person=Person(
                full_name=identity.full_name if is_proven else full_name,
                birth_date=identity.birth_date if is_proven else None,
                personal_id=identity.personal_id,
            ),
            level=identity.level,
            language=language,
        )
        _put(record, locked_citizen(opened.citizen_id), identity)
    return Entrance(opened.citizen_id, opened.user_id, "")


def prove_identity(*, actor: Actor, at: datetime, identity: Identity) -> None:
    """Put the identity to the account one is signed in to: both have just been proven.

    Refusals: NotPermitted, IdentityTaken, OtherIdentity.
    """
    with recording(actor, at) as record:
        citizen = own_row(actor)
        is_other = citizen.identity and citizen.identity != identity.subject
        if is_other or (citizen.level == 2 and citizen.personal_id != identity.personal_id):
            raise OtherIdentity(field="identity")
        _put(record, citizen, identity)


def _put(record: Record, citizen: Citizen, identity: Identity) -> None:
    """Of level 2 name, birth and number become what the identity says; level 1 takes nothing away."""
    values: dict[str, object] = {"identity": identity.subject}
    if identity.level == IdentityLevel.NATIONAL:
        values |= {
            "full_name": identity.full_name,
            "birth_date": identity.birth_date,
            "personal_id": identity.personal_id,
            "level": int(identity.level),
        }
    changed = {name: value for name, value in values.items() if getattr(citizen, name) != value}
    if not changed:
        return
    if "level" in changed:
        changed["level_proven_at"] = record.at
    try:
        with transaction.atomic():
            Citizen.objects.filter(pk=citizen.pk).update(**changed)
    except IntegrityError as fault:
        raise IdentityTaken(field="identity") from fault
    if "full_name" in changed:
        rename_citizen_user(user_id=citizen.user_id, display_name=identity.full_name)
    proven = IdentityProven(provider="national", level=identity.level)
    record.append(proven, about=about_citizen(citizen.pk), stream=STREAM)
