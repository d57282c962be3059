"""Whom one exchanges with, and which agencies work there."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.exchange.events import AgencyHosted, AgencyReleased, PartnerAdded, PartnerChanged
from motcua.exchange.keys import own_key
from motcua.exchange.models import Partner, PartnerAgency
from motcua.exchange.rules.envelope import mark_of
from motcua.exchange.rules.partners import PartnerInput, decide_partner
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import Event
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, recording

KIND = "partner"


class PartnerKnown(Refusal):
    """An installation with this key is known already."""

    code = "partner-known"


class AgencyHostedAlready(Refusal):
    """The agency works at a partner already; it is released there first."""

    code = "agency-hosted-already"


def add_partner(*, actor: Actor, at: datetime, given: PartnerInput) -> int:
    """Know another installation by its key. Returns the row's id.

    Refusals: NotPermitted, PartnerRefused, PartnerKnown.
    """
    may(actor, Permission.EXCHANGE_CHANGE).demand()
    kept = decide_partner(given, own_key=own_key())
    with recording(actor, at) as record:
        if Partner.objects.filter(key=kept.key).exists():
            raise PartnerKnown(field="key")
        row = Partner.objects.create(
            name=kept.name,
            address=kept.address,
            key=kept.key,
            mark=mark_of(kept.key),
            added_at=at,
            added_by=actor.name,
        )
        added = PartnerAdded(name=kept.name, address=kept.address, key=kept.key)
        record.append(added, about=Subject(KIND, row.pk, 1))
    return row.pk


def change_partner(
    *, actor: Actor, at: datetime, partner_id: int, name: str, address: str, is_active: bool
) -> None:
    """Another name or address; or stop and go on. The key stays: another key is another partner.

    Refusals: NotPermitted, NotFound, PartnerRefused.
    """
    may(actor, Permission.EXCHANGE_CHANGE).demand()
    with recording(actor, at) as record:
        row = partner_locked(partner_id)
        typed = PartnerInput(name=name, address=address, key=row.key)
        kept = decide_partner(typed, own_key=own_key())
        row.name, row.address, row.is_active = kept.name, kept.address, is_active
        row.save(update_fields=["name", "address", "is_active"])
        changed = PartnerChanged(name=row.name, address=row.address, is_active=is_active)
        note(record, row.pk, changed)


def host_agency(*, actor: Actor, at: datetime, partner_id: int, agency_id: int) -> None:
    """The agency works in the partner's installation from now on.

    Refusals: NotPermitted, NotFound, AgencyHostedAlready.
    """
    may(actor, Permission.EXCHANGE_CHANGE).demand()
    with recording(actor, at) as record:
        partner = partner_locked(partner_id)
        if agency_on(agency_id, local_day(at)) is None:
            raise NotFound(kind="agency")
        if PartnerAgency.objects.filter(agency=agency_id).exists():
            raise AgencyHostedAlready(field="agency")
        PartnerAgency.objects.create(partner=partner, agency_id=agency_id)
        note(record, partner.pk, AgencyHosted(agency_id=agency_id))


def release_agency(*, actor: Actor, at: datetime, partner_id: int, agency_id: int) -> None:
    """It does not work there any more. Refusals: NotPermitted, NotFound."""
    may(actor, Permission.EXCHANGE_CHANGE).demand()
    with recording(actor, at) as record:
        partner = partner_locked(partner_id)
        gone, _rows = PartnerAgency.objects.filter(partner=partner, agency=agency_id).delete()
        if not gone:
            raise NotFound(kind="agency")
        note(record, partner.pk, AgencyReleased(agency_id=agency_id))


def partner_locked(partner_id: int) -> Partner:
    """Refusals: NotFound."""
    row = Partner.objects.select_for_update().filter(pk=partner_id).first()
    if row is None:
        raise NotFound(kind=KIND)
    return row


def note(record: Record, partner_id: int, event: Event) -> None:
    """One more fact about the partner, whose row is locked."""
    record.append(event, about=Subject(KIND, partner_id, next_seq(KIND, partner_id)))
