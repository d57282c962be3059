"""What a citizen agrees to, and takes back."""

from __future__ import annotations

from datetime import datetime

from motcua.citizens.commands.loading import STREAM, about_citizen, own_row
from motcua.citizens.events import ConsentGiven, ConsentWithdrawn
from motcua.citizens.models import Consent
from motcua.citizens.vocabulary import ConsentPurpose
from motcua.kernel.actor import Actor
from motcua.ledger.recording import recording


def give_consent(*, actor: Actor, at: datetime, purpose: ConsentPurpose) -> None:
    """Given once; again changes nothing. Refusals: NotPermitted."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        held = Consent.objects.filter(citizen=citizen, purpose=purpose, withdrawn_at=None)
        if held.exists():
            return
        Consent.objects.create(citizen=citizen, purpose=purpose, given_at=at)
        told = ConsentGiven(purpose=purpose)
        record.append(told, about=about_citizen(citizen.pk), stream=STREAM)


def withdraw_consent(*, actor: Actor, at: datetime, purpose: ConsentPurpose) -> None:
    """From now on; what was done before stays done. Refusals: NotPermitted."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        held = Consent.objects.filter(citizen=citizen, purpose=purpose, withdrawn_at=None)
        if not held.update(withdrawn_at=at):
            return
        told = ConsentWithdrawn(purpose=purpose)
        record.append(told, about=about_citizen(citizen.pk), stream=STREAM)
