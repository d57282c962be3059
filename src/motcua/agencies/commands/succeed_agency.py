"""Merge agencies into one, split one into several, or let one take another's place, from a day on.

Nothing is deleted: what ends keeps its period, its names and its papers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from motcua.agencies.commands.change_agency import move_agency
from motcua.agencies.commands.furnish_successor import begin_agency, take_over_parts
from motcua.agencies.commands.loading import about_agency, locked_agency
from motcua.agencies.events import AgencyClosed, AgencySucceeded, UnitSucceeded
from motcua.agencies.models import (
    Agency,
    AgencyCode,
    AgencySuccession,
    AgencyVersion,
    Counter,
    DeskName,
    OneStopDesk,
    Position,
    Unit,
    UnitSector,
    UnitSuccession,
)
from motcua.agencies.policies import may_change
from motcua.agencies.rules.periods import NotInForce, PlannedChangeAhead
from motcua.agencies.rules.succession import Succession, SuccessionPlan, check_plan
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.caching import unkept
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, recording

JOB = "agency-succession"


def on_behalf_of(actor: Actor) -> Actor:
    """The system's job that carries out what this actor has ordered and was permitted.

    The actor may have no right over an agency that begins only tomorrow; the ledger names both.
    """
    return actor if actor.is_system else replace(actor, job=JOB)


def succeed_agencies(*, actor: Actor, at: datetime, plan: SuccessionPlan) -> Succession:
    """End the predecessors and let the successors take over their units, sectors and positions.

    A new successor gets its code, its desk and the counters of the first predecessor; one in force
    keeps what it has and gains what it lacks. Officers and dossiers are no matter of this app.
    Refusals: NotPermitted, NotFound, NotInForce, PlannedChangeAhead, SlugTaken, CodeTaken,
    SuccessorsMissing, SuccessorAmongPredecessors.
    """
    _demand(actor, at, plan)
    check_plan(plan)
    job = on_behalf_of(actor)
    with transaction.atomic(), unkept():
        ended = [locked_agency(agency_id) for agency_id in sorted(set(plan.predecessor_ids))]
        for agency in ended:
            _check_ends(agency, plan.from_day)
        pattern = _version_ending(plan.predecessor_ids[0], plan.from_day)
        for agency in ended:  # first, so that a successor may keep a code or a name
            _end_parts(agency, plan.from_day)
        successor_ids = tuple(
            _standing(one, plan.from_day)
            if isinstance(one, int)
            else begin_agency(actor=job, at=at, wanted=one, pattern=pattern, from_day=plan.from_day)
            for one in plan.successors
        )
        taken = take_over_parts(actor=job, at=at, plan=plan, successor_ids=successor_ids)
        _move_children(job, at, plan, successor_ids[0])
        with recording(job, at) as record:
            for agency in ended:
                _succeed(record, agency, successor_ids, plan)
                closed = AgencyClosed(from_date=plan.from_day, basis=plan.basis)
                record.append(closed, about=about_agency(agency))
            _keep_unit_map(record, taken.unit_map, plan.from_day)
    return taken


def _demand(actor: Actor, at: datetime, plan: SuccessionPlan) -> None:
    today = local_day(at)
    for agency_id in plan.predecessor_ids:
        may_change(actor, agency_id, today).demand()
    for one in plan.successors:
        asked = one if isinstance(one, int) else one.parent_id
        above = {version.parent_id for version in _versions_of(plan.predecessor_ids)}
        if asked is not None and (isinstance(one, int) or asked not in above):
            may_change(actor, asked, today).demand()


def _versions_of(agency_ids: tuple[int, ...]) -> list[AgencyVersion]:
    return list(AgencyVersion.objects.filter(agency__in=agency_ids))


def _version_ending(agency_id: int, from_day: date) -> AgencyVersion:
    return AgencyVersion.objects.select_related("level", "parent").get(
        in_force(from_day), agency=agency_id
    )


def _standing(agency_id: int, from_day: date) -> int:
    """A successor that exists must be in force. Refusals: NotFound, NotInForce."""
    agency = locked_agency(agency_id)
    if not AgencyVersion.objects.filter(in_force(from_day), agency=agency).exists():
        raise NotInForce(field="successors", day=from_day)
    return agency.pk


def _move_children(actor: Actor, at: datetime, plan: SuccessionPlan, parent_id: int) -> None:
    """What stood under a predecessor stands under the first successor. Refusals: as `move_agency`."""
    below = AgencyVersion.objects.filter(
        in_force(plan.from_day),
        in_force(plan.from_day, "agency__"),
        parent__in=plan.predecessor_ids,
    )
    for child_id in list(below.order_by("agency_id").values_list("agency_id", flat=True)):
        move_agency(
            actor=actor,
            at=at,
            agency_id=child_id,
            from_day=plan.from_day,
            parent_id=parent_id,
            basis=plan.basis,
        )


PARTS = (
    (AgencyVersion, "agency"),
    (AgencyCode, "agency"),
    (Counter, "desk__agency"),
    (DeskName, "desk__agency"),
    (OneStopDesk, "agency"),
    (UnitSector, "unit__agency"),
    (Unit, "agency"),
    (Position, "agency"),
)


def _check_ends(agency: Agency, from_day: date) -> None:
    """Whatever of the agency began later would be left behind. Refusals: NotInForce, PlannedChangeAhead."""
    in_time = AgencyVersion.objects.filter(in_force(from_day), agency=agency).exists()
    if not in_time or agency.valid_from >= from_day:
        raise NotInForce(field="from_day", day=from_day)
    for model, owner in PARTS:
        begun = model.objects.filter(**{owner: agency}, valid_from__gte=from_day)
        later = begun.order_by("valid_from").values_list("valid_from", flat=True).first()
        if later is not None:
            raise PlannedChangeAhead(field="from_day", day=later)


def _succeed(
    record: Record, predecessor: Agency, successor_ids: tuple[int, ...], plan: SuccessionPlan
) -> None:
    slugs = dict(Agency.objects.filter(pk__in=successor_ids).values_list("id", "slug"))
    for place, successor_id in enumerate(successor_ids):
        AgencySuccession.objects.create(
            predecessor=predecessor,
            successor_id=successor_id,
            kind=plan.kind,
            is_default=place == 0,
            effective_date=plan.from_day,
            basis=plan.basis,
        )
        event = AgencySucceeded(
            successor=slugs[successor_id],
            kind=plan.kind,
            is_default=place == 0,
            effective_date=plan.from_day,
            basis=plan.basis,
        )
        record.append(event, about=about_agency(predecessor))


def _end_parts(agency: Agency, from_day: date) -> None:
    """Close whatever of the agency is open beyond that day."""
    beyond = Q(valid_until__isnull=True) | Q(valid_until__gt=from_day)
    for model, owner in (*PARTS, (Agency, "id")):
        rows = model.objects.filter(**{owner: agency.pk})
        rows.filter(beyond, valid_from__lt=from_day).update(valid_until=from_day)


def _keep_unit_map(record: Record, unit_map: Mapping[int, int], from_day: date) -> None:
    units = Unit.objects.select_related("agency").in_bulk(set(unit_map.values()))
    for old_id, new_id in sorted(unit_map.items()):
        UnitSuccession.objects.create(
            predecessor_id=old_id, successor_id=new_id, effective_date=from_day
        )
        taker = units[new_id]
        event = UnitSucceeded(
            successor=taker.name, successor_agency=taker.agency.slug, effective_date=from_day
        )
        record.append(event, about=Subject("unit", old_id, next_seq("unit", old_id)))
