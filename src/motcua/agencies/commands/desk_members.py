"""Agencies of vertical sectors at a desk: admitted and ended from a day on (NĐ 309/2026 Đ.3.1)."""

from __future__ import annotations

from datetime import date, datetime

from motcua.agencies.events import DeskMemberAdmitted, DeskMemberEnded
from motcua.agencies.models import DeskMember, OneStopDesk
from motcua.agencies.policies import may_change
from motcua.agencies.queries import agency_on
from motcua.agencies.rules.periods import ChangedThatDayAlready, NotInForce, holds_on
from motcua.agencies.vocabulary import VerticalSector
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording


class MemberIsHost(Refusal):
    """The agency whose desk it is needs not be admitted to it."""

    code = "member-is-host"


def admit_member(
    *,
    actor: Actor,
    at: datetime,
    desk_id: int,
    agency_id: int,
    sector: VerticalSector,
    from_day: date,
) -> int:
    """Let the officers of an agency receive its procedures at the desk; returns the membership's id.

    Refusals: NotPermitted, NotFound, MemberIsHost, ChangedThatDayAlready (it is one already).
    """
    with recording(actor, at) as record:
        desk = _locked(actor, desk_id, at)
        agency = agency_on(agency_id, from_day)
        if agency is None:
            raise NotFound(kind="agency")
        if agency_id == desk.agency_id:
            raise MemberIsHost(field="agency")
        later = DeskMember.objects.filter(desk=desk, agency=agency_id, valid_from__gte=from_day)
        held = DeskMember.objects.filter(in_force(from_day), desk=desk, agency=agency_id)
        if held.exists() or later.exists():
            raise ChangedThatDayAlready(field="from_day", day=from_day)
        member = DeskMember.objects.create(
            desk=desk, agency_id=agency_id, sector=str(sector), valid_from=from_day
        )
        event = DeskMemberAdmitted(
            agency=agency.slug, name=agency.name, sector=str(sector), from_date=from_day
        )
        record.append(event, about=Subject("desk", desk.pk, next_seq("desk", desk.pk)))
    return member.pk


def end_member(*, actor: Actor, at: datetime, member_id: int, from_day: date) -> None:
    """They leave the desk. Refusals: NotPermitted, NotFound, NotInForce."""
    with recording(actor, at) as record:
        member = DeskMember.objects.filter(pk=member_id).first()
        if member is None:
            raise NotFound(kind="member")
        desk = _locked(actor, member.desk_id, at)
        member.refresh_from_db()
        if not holds_on(member, from_day) or member.valid_from == from_day:
            raise NotInForce(field="from_day", day=from_day)
        DeskMember.objects.filter(pk=member_id).update(valid_until=from_day)
        agency = agency_on(member.agency_id, member.valid_from)
        assert agency is not None
        event = DeskMemberEnded(agency=agency.slug, name=agency.name, from_date=from_day)
        record.append(event, about=Subject("desk", desk.pk, next_seq("desk", desk.pk)))


def _locked(actor: Actor, desk_id: int, at: datetime) -> OneStopDesk:
    """The desk, by whoever may change its agency. Refusals: NotFound, NotPermitted."""
    desk = OneStopDesk.objects.select_for_update(no_key=True).filter(pk=desk_id).first()
    if desk is None:
        raise NotFound(kind="desk")
    may_change(actor, desk.agency_id, local_day(at)).demand()
    return desk
