"""Whose an organization's account is: made, confirmed, taken away from those who should not have it."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.citizens.commands.loading import STREAM, about_organization
from motcua.citizens.commands.members import left, lock_organization, roles_at
from motcua.citizens.events import (
    OrganizationConfirmed,
    OrganizationOpened,
    OrganizationTakenAway,
)
from motcua.citizens.models import Invitation, Membership, Organization
from motcua.citizens.policies import Permission, in_force_at, may
from motcua.citizens.rules.memberships import OrganizationConfirmedElsewhere
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record, Subject, recording


def confirm_organization(*, actor: Actor, at: datetime, organization_id: int) -> None:
    """The office has seen the paper that proves whose it is.

    Refusals: NotPermitted, NotFound, OrganizationConfirmedElsewhere.
    """
    may(actor, Permission.ORGANIZATION_CHECK).demand()
    with recording(actor, at) as record:
        kept = _locked_open(organization_id)
        if kept.confirmed_at is not None:
            return
        try:
            with transaction.atomic():
                Organization.objects.filter(pk=kept.pk).update(confirmed_at=at)
        except IntegrityError as fault:
            raise OrganizationConfirmedElsewhere(field="tax_code") from fault
        record.append(OrganizationConfirmed(), about=about_organization(kept.pk), stream=STREAM)


def take_organization_away(*, actor: Actor, at: datetime, organization_id: int) -> None:
    """All who act for it do so no more; what they sent stays theirs. Refusals: NotPermitted, NotFound."""
    may(actor, Permission.ORGANIZATION_CHECK).demand()
    with recording(actor, at) as record:
        kept = _locked_open(organization_id)
        _close(record, kept.pk, claimed=False)


def holds(citizen_id: int, tax_code: str, at: datetime) -> bool:
    """Whether he acts for an organization of this tax code. One query, by the key of the citizen."""
    rows = Membership.objects.filter(in_force_at(at), citizen=citizen_id)
    return rows.filter(organization__tax_code=tax_code, organization__closed_at=None).exists()


def owned_by_number(record: Record, tax_code: str) -> int | None:
    """What stands under the personal number of whoever acts now: the account that was confirmed, which
    he enters; those that were not are closed."""
    rows = Organization.objects.select_for_update(no_key=True)
    found = list(rows.filter(tax_code=tax_code, closed_at=None).order_by("id"))
    for one in found:
        if one.confirmed_at is None:
            _close(record, one.pk, claimed=True)
    return next((one.pk for one in found if one.confirmed_at is not None), None)


def made_new(record: Record, values: dict[str, str], *, is_proven: bool) -> int:
    """A new account without members; confirmed when its owner has proved himself."""
    made = Organization.objects.create(
        opened_at=record.at, confirmed_at=record.at if is_proven else None, **values
    )
    about = Subject("organization", made.pk, 1)
    record.append(OrganizationOpened(), about=about, stream=STREAM)
    if is_proven:
        record.append(OrganizationConfirmed(), about=about_organization(made.pk), stream=STREAM)
    return made.pk


def _close(record: Record, organization_id: int, *, claimed: bool) -> None:
    for citizen_id in sorted(roles_at(organization_id, record.at)):
        left(record, organization_id, citizen_id, record.at)
    open_ones = Invitation.objects.filter(organization=organization_id, ended_at=None)
    open_ones.update(ended_at=record.at, contact="")
    Organization.objects.filter(pk=organization_id).update(closed_at=record.at)
    told = OrganizationTakenAway(claimed=claimed)
    record.append(told, about=about_organization(organization_id), stream=STREAM)


def _locked_open(organization_id: int) -> Organization:
    found = lock_organization(organization_id)
    if found.closed_at is not None:
        raise NotFound(kind="organization")
    return found
