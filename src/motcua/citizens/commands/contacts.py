"""A citizen proves to hold another phone or mailbox, or takes one away."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.citizens.commands.codes import take_code
from motcua.citizens.commands.loading import STREAM, about_citizen, own_row
from motcua.citizens.commands.opening import ContactTaken
from motcua.citizens.events import CitizenContactChanged
from motcua.citizens.models import Citizen
from motcua.citizens.policies import demand_citizen
from motcua.citizens.vocabulary import CodePurpose, Contact, ContactKind
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import recording

COLUMNS = {ContactKind.PHONE: "phone", ContactKind.EMAIL: "email"}


class LastContact(Refusal):
    """Without it nothing opens the account."""

    code = "last-contact"


def confirm_contact(*, actor: Actor, at: datetime, contact: Contact, code: str) -> None:
    """The contact in the place of any before of its kind, by the code that was sent to it.

    Refusals: NotPermitted, CodeWrong, CodeEnded, ContactTaken.
    """
    demand_citizen(actor)
    take_code(at=at, contact=contact, purpose=CodePurpose.CONTACT, code=code)
    column = COLUMNS[contact.kind]
    with recording(actor, at) as record:
        citizen = own_row(actor)
        try:
            with transaction.atomic():
                Citizen.objects.filter(pk=citizen.pk).update(
                    **{column: contact.value, f"{column}_confirmed_at": at}
                )
        except IntegrityError as fault:
            raise ContactTaken(field="contact") from fault
        changed = CitizenContactChanged(kind=contact.kind, is_removed=False)
        record.append(changed, about=about_citizen(citizen.pk), stream=STREAM)


def remove_contact(*, actor: Actor, at: datetime, kind: ContactKind) -> None:
    """Refusals: NotPermitted, LastContact."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        others = [getattr(citizen, column) for one, column in COLUMNS.items() if one != kind]
        if not any(others) and not citizen.identity:
            raise LastContact(field="contact")
        column = COLUMNS[kind]
        if not getattr(citizen, column):
            return
        Citizen.objects.filter(pk=citizen.pk).update(**{column: "", f"{column}_confirmed_at": None})
        changed = CitizenContactChanged(kind=kind, is_removed=True)
        record.append(changed, about=about_citizen(citizen.pk), stream=STREAM)
