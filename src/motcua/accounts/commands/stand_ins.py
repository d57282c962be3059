"""Let somebody act for an absent holder for a time."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.commands.loading import about, locked_holding
from motcua.accounts.commands.officers import AlreadyEnded
from motcua.accounts.events import StandInAppointed, StandInEnded
from motcua.accounts.models import Officer, StandIn
from motcua.accounts.policies import Permission
from motcua.accounts.rules.stand_ins import Spell, StandInWish, check_stand_in
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import recording


def appoint_stand_in(
    *,
    actor: Actor,
    at: datetime,
    absent_holding_id: int,
    officer_id: int,
    valid_from: datetime,
    valid_until: datetime,
    reason: str,
) -> int:
    """Let an officer act in another's position between two instants; returns the id.

    Refusals: NotPermitted, NotFound, ReasonMissing, StandInForOneself, StandInPeriodWrong,
    StandInOverlaps.
    """
    with recording(actor, at) as record:
        holding = locked_holding(actor, at, absent_holding_id, Permission.STAND_IN_APPOINT)
        officer = Officer.objects.filter(in_force(local_day(valid_from)), pk=officer_id).first()
        if officer is None:
            raise NotFound(field="officer", kind="officer")
        wish = StandInWish(
            absent_officer_id=holding.officer_id,
            officer_id=officer_id,
            spell=Spell(valid_from, valid_until),
            reason=reason,
        )
        kept = StandIn.objects.filter(absent_holding=holding)
        spells = kept.values_list("valid_from", "valid_until")
        check_stand_in(wish, [Spell(start, end) for start, end in spells], at)
        row = StandIn.objects.create(
            absent_holding=holding,
            stand_in_officer=officer,
            valid_from=valid_from,
            valid_until=valid_until,
            reason=reason.strip(),
        )
        event = StandInAppointed(
            stand_in_id=row.pk,
            stand_in_officer_id=officer_id,
            stand_in=officer.full_name,
            valid_from=valid_from,
            valid_until=valid_until,
            reason=row.reason,
        )
        record.append(event, about=about("holding", holding.pk))
    return row.pk


def end_stand_in(*, actor: Actor, at: datetime, stand_in_id: int) -> None:
    """End a stand-in now; one that has not begun is dropped (its facts remain).

    Refusals: NotPermitted, NotFound, AlreadyEnded.
    """
    with recording(actor, at) as record:
        row = StandIn.objects.select_for_update(no_key=True).filter(pk=stand_in_id).first()
        if row is None:
            raise NotFound(kind="stand-in")
        holding = locked_holding(actor, at, row.absent_holding_id, Permission.STAND_IN_APPOINT)
        if row.valid_until <= at:
            raise AlreadyEnded(field="stand_in")
        if row.valid_from >= at:
            row.delete()
        else:
            StandIn.objects.filter(pk=row.pk).update(valid_until=at)
        record.append(StandInEnded(stand_in_id=stand_in_id), about=about("holding", holding.pk))
