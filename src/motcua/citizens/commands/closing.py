"""Close an account: asked for, kept after all, or erased when the time has come.

Erased is what the account knew of its owner. His dossiers stay: the law has them kept, and they
belong to the office's records.
"""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.commands.citizen_users import erase_citizen_user
from motcua.citizens.commands.loading import STREAM, about_citizen, locked_citizen, own_row
from motcua.citizens.commands.members import demand_may_leave_all, leave_all
from motcua.citizens.events import CitizenClosingAsked, CitizenClosingCanceled, CitizenErased
from motcua.citizens.models import Citizen, Consent, Invitation
from motcua.citizens.policies import may_erase
from motcua.citizens.rules.closing import ClosingAskedAlready, ClosingNotAsked, erase_at
from motcua.kernel.actor import Actor
from motcua.ledger.recording import recording

ERASED_PER_NIGHT_MAX = 500
NOTHING = {
    "full_name": "",
    "personal_id": "",
    "identity": "",
    "birth_date": None,
    "phone": "",
    "phone_confirmed_at": None,
    "email": "",
    "email_confirmed_at": None,
    "level": 1,
    "level_proven_at": None,
    "erase_at": None,
}


def ask_closing(*, actor: Actor, at: datetime) -> datetime:
    """Returns when it will be erased. Refusals: NotPermitted, ClosingAskedAlready, LastManager."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        if citizen.erase_at is not None:
            raise ClosingAskedAlready
        demand_may_leave_all(citizen.pk, at)
        when = erase_at(at)
        Citizen.objects.filter(pk=citizen.pk).update(erase_at=when)
        asked = CitizenClosingAsked(erase_at=when)
        record.append(asked, about=about_citizen(citizen.pk), stream=STREAM)
    return when


def cancel_closing(*, actor: Actor, at: datetime) -> None:
    """Refusals: NotPermitted, ClosingNotAsked."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        if citizen.erase_at is None:
            raise ClosingNotAsked
        Citizen.objects.filter(pk=citizen.pk).update(erase_at=None)
        record.append(CitizenClosingCanceled(), about=about_citizen(citizen.pk), stream=STREAM)


def erase_closed(*, actor: Actor, at: datetime) -> int:
    """Erase each account whose time has come, one transaction each; by `citizen_to_erase`. Only the
    system itself may. Returns how many. Refusals: NotPermitted."""
    may_erase(actor).demand()
    due = Citizen.objects.filter(erase_at__lte=at).order_by("erase_at")
    ids = list(due.values_list("id", flat=True)[:ERASED_PER_NIGHT_MAX])
    for citizen_id in ids:
        _erase(actor, at, citizen_id)
    return len(ids)


def _erase(actor: Actor, at: datetime, citizen_id: int) -> None:
    with recording(actor, at) as record:
        citizen = locked_citizen(citizen_id)
        leave_all(record, citizen.pk, at)
        Citizen.objects.filter(pk=citizen_id).update(**NOTHING, erased_at=at)
        Invitation.objects.filter(invited_by=citizen_id, ended_at=None).update(
            ended_at=at, contact=""
        )
        held = Consent.objects.filter(citizen=citizen_id, withdrawn_at=None)
        held.update(withdrawn_at=at)
        erase_citizen_user(at=at, user_id=citizen.user_id)
        record.append(CitizenErased(), about=about_citizen(citizen_id), stream=STREAM)
