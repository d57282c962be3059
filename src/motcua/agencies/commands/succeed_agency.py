"""Merge agencies into one, or split one into several, from a day on. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from motcua.agencies.commands.loading import about_agency, locked_agency
from motcua.agencies.events import AgencyClosed, AgencyRegistered, AgencySucceeded
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
)
from motcua.agencies.policies import may_change
from motcua.agencies.rules.periods import NotInForce
from motcua.agencies.vocabulary import SuccessionKind
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import Record, Subject, recording


class SlugTaken(Refusal):
    """There is something else with this short name already."""

    code = "slug-taken"


class SuccessorsMissing(Refusal):
    """A merger needs two agencies at least; a split needs two successors at least."""

    code = "successors-missing"


@dataclass(frozen=True, kw_only=True, slots=True)
class NewAgency:
    """An agency that begins with a merger or a split. What is left out is taken over."""

    slug: str
    name: str
    short_name: str
    place_name: str = ""


def merge_agencies(
    *,
    actor: Actor,
    at: datetime,
    predecessor_ids: Sequence[int],
    successor: NewAgency,
    from_day: date,
    basis: str,
) -> int:
    """End two agencies or more and begin one in their stead; returns its id.

    It stands where the first of them stood. Their desks, units and positions end with them.
    Refusals: NotPermitted, NotFound, NotInForce, SlugTaken, SuccessorsMissing.
    """
    for agency_id in predecessor_ids:
        may_change(actor, agency_id, local_day(at)).demand()
    if len(set(predecessor_ids)) < 2:
        raise SuccessorsMissing(field="predecessors")
    with recording(actor, at) as record:
        ended = [locked_agency(agency_id) for agency_id in sorted(set(predecessor_ids))]
        pattern = _version_ending(locked_agency(predecessor_ids[0]), from_day)
        begun = _begin(record, successor, pattern, from_day)
        for agency in ended:
            _succeed(record, agency, begun, SuccessionKind.MERGE, from_day, basis, is_default=True)
            _end(record, agency, from_day, basis)
    return begun.pk


def split_agency(
    *,
    actor: Actor,
    at: datetime,
    predecessor_id: int,
    successors: Sequence[NewAgency],
    from_day: date,
    basis: str,
) -> list[int]:
    """End an agency and begin several; the first takes over what is not assigned otherwise.

    Returns their ids in the order given. Refusals: as `merge_agencies`.
    """
    may_change(actor, predecessor_id, local_day(at)).demand()
    if len(successors) < 2:
        raise SuccessorsMissing(field="successors")
    with recording(actor, at) as record:
        ended = locked_agency(predecessor_id)
        pattern = _version_ending(ended, from_day)
        begun = [_begin(record, wanted, pattern, from_day) for wanted in successors]
        for agency in begun:
            kind = SuccessionKind.SPLIT
            first = agency is begun[0]
            _succeed(record, ended, agency, kind, from_day, basis, is_default=first)
        _end(record, ended, from_day, basis)
    return [agency.pk for agency in begun]


def _version_ending(agency: Agency, from_day: date) -> AgencyVersion:
    found = AgencyVersion.objects.filter(in_force(from_day), agency=agency).first()
    if found is None or agency.valid_from >= from_day:
        raise NotInForce(field="from_day", day=from_day)
    return found


def _begin(record: Record, wanted: NewAgency, pattern: AgencyVersion, from_day: date) -> Agency:
    if Agency.objects.filter(slug=wanted.slug).exists():
        raise SlugTaken(field="slug", slug=wanted.slug)
    agency = Agency.objects.create(slug=wanted.slug, valid_from=from_day)
    AgencyVersion.objects.create(
        agency=agency,
        name=wanted.name,
        short_name=wanted.short_name,
        superior_name=pattern.superior_name,
        parent_id=pattern.parent_id,
        level_id=pattern.level_id,
        place_name=wanted.place_name or pattern.place_name,
        valid_from=from_day,
    )
    event = AgencyRegistered(
        slug=wanted.slug,
        name=wanted.name,
        level=pattern.level.code,
        parent=pattern.parent.slug if pattern.parent else None,
        valid_from=from_day,
        valid_until=None,
    )
    record.append(event, about=Subject("agency", agency.pk, 1))
    return agency


def _succeed(
    record: Record,
    predecessor: Agency,
    successor: Agency,
    kind: SuccessionKind,
    from_day: date,
    basis: str,
    *,
    is_default: bool,
) -> None:
    AgencySuccession.objects.create(
        predecessor=predecessor,
        successor=successor,
        kind=kind,
        is_default=is_default,
        effective_date=from_day,
        basis=basis,
    )
    event = AgencySucceeded(
        successor=successor.slug,
        kind=kind,
        is_default=is_default,
        effective_date=from_day,
        basis=basis,
    )
    record.append(event, about=about_agency(predecessor))


def _end(record: Record, agency: Agency, from_day: date, basis: str) -> None:
    """Close whatever of the agency is open beyond that day."""
    beyond = Q(valid_until__isnull=True) | Q(valid_until__gt=from_day)
    for rows in (
        AgencyVersion.objects.filter(agency=agency),
        AgencyCode.objects.filter(agency=agency),
        Counter.objects.filter(desk__agency=agency),
        DeskName.objects.filter(desk__agency=agency),
        OneStopDesk.objects.filter(agency=agency),
        UnitSector.objects.filter(unit__agency=agency),
        Unit.objects.filter(agency=agency),
        Position.objects.filter(agency=agency),
        Agency.objects.filter(pk=agency.pk),
    ):
        rows.filter(beyond, valid_from__lt=from_day).update(valid_until=from_day)
    record.append(AgencyClosed(from_date=from_day, basis=basis), about=about_agency(agency))
