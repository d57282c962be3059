"""Running dossiers follow when an agency or a unit has ended: each keeps its code, its receiving
agency and its date, and gains a fact that says who handles it now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from django.db import transaction
from django.db.models import Q, QuerySet

from motcua.accounts.queries.holders import HolderRow, holders_of, officers_of
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.commands.close_parts import UnitStillNeeded, close_unit
from motcua.agencies.commands.succeed_agency import on_behalf_of
from motcua.agencies.policies import may_change
from motcua.agencies.queries import unit_for_sector
from motcua.agencies.successions import (
    UnitPlace,
    heirs_on,
    name_of,
    unit_heirs_on,
    unit_places,
)
from motcua.dossiers.commands.move_holders import move_holders
from motcua.dossiers.events import DossierHandedOver
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.succession_totals import RUNNING
from motcua.dossiers.tallies.keeping import countable_after, keep
from motcua.dossiers.writing import write
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import unkept
from motcua.ledger.recording import Record, Subject, agency_stream, recording

PIECE = 100


def _unwatched(_done: int, _total: int) -> None:
    """Nobody is watching the progress."""


class Named(Protocol):
    """A unit, as a row or as a place."""

    @property
    def name(self) -> str: ...


@dataclass
class Heirs:
    """Who handles what from the day on. What is looked up is kept for the time of one act."""

    day: date
    agencies: Mapping[int, int] = field(default_factory=dict)
    units: Mapping[int, UnitPlace] = field(default_factory=dict)
    _holders: dict[int, tuple[HolderRow, ...]] = field(default_factory=dict)
    _places: dict[tuple[int, str], UnitPlace] = field(default_factory=dict)
    _names: dict[int, str] = field(default_factory=dict)

    def of(self, dossier: Dossier) -> UnitPlace | None:
        """The place that takes the dossier over; unit 0 = the agency itself. None: it stays."""
        by_unit = self.units.get(dossier.unit_id or 0)
        if by_unit is not None:
            return by_unit
        agency_id = self.agencies.get(dossier.competent_agency_id)
        if agency_id is None:
            return None
        return self._by_sector(agency_id, dossier.procedure_version.sector.code)

    def _by_sector(self, agency_id: int, sector: str) -> UnitPlace:
        if (agency_id, sector) not in self._places:
            unit_id = unit_for_sector(agency_id, sector, self.day)
            nowhere = UnitPlace(unit_id=0, agency_id=agency_id, name="")
            known = unit_places(frozenset({unit_id})) if unit_id else {}
            self._places[agency_id, sector] = known.get(unit_id or 0, nowhere)
        return self._places[agency_id, sector]

    def words(self, unit: Named | None, agency_id: int) -> str:
        """`Phòng Kinh tế, Ủy ban nhân dân xã Gia Lâm`, in the words of the day."""
        if agency_id not in self._names:
            self._names[agency_id] = name_of(agency_id, self.day)
        agency = self._names[agency_id]
        return f"{unit.name}, {agency}" if unit and unit.name else agency

    def holding_of(self, officer_id: int, place: UnitPlace) -> int | None:
        """The position that the officer holds there: in the unit if he has one in it."""
        if place.agency_id not in self._holders:
            self._holders[place.agency_id] = holders_of({place.agency_id}, self.day)
        held = [row for row in self._holders[place.agency_id] if row.officer_id == officer_id]
        ordered = sorted(held, key=lambda row: (row.unit_id != place.unit_id, row.holding_id))
        return ordered[0].holding_id if ordered else None


def follow_succession(
    *,
    actor: Actor,
    at: datetime,
    predecessor_id: int,
    successor_id: int,
    unit_map: Mapping[int, int],
    progress: Callable[[int, int], None] = _unwatched,
) -> int:
    """What the predecessor was handling is the successor's from now on; how many moved.

    The unit is that of the map (which may be of another successor), else the one that handles the
    sector. In pieces: interrupted, it goes on where it stopped. Refusals: NotPermitted, NotFound
    before the succession takes effect.
    """
    may(actor, Permission.AGENCY_CHANGE).demand()
    today = local_day(at)
    may_change(actor, successor_id, today).demand()
    if heirs_on(today).get(predecessor_id) != successor_id:
        raise NotFound(kind="succession")
    places = unit_places(frozenset(unit_map.values()))
    heirs = Heirs(
        day=today,
        agencies={predecessor_id: successor_id},
        units={old: places[new] for old, new in unit_map.items()},
    )
    return follow(actor, at, heirs, progress)


def follow_all_due(
    *, actor: Actor, at: datetime, progress: Callable[[int, int], None] = _unwatched
) -> int:
    """Whatever still runs at an agency or a unit that has ended goes to its successor; how many.

    For the nightly job, on the day that a succession entered ahead takes effect, and after an
    interruption. Refusals: NotPermitted.
    """
    may(actor, Permission.AGENCY_CHANGE).demand()
    today = local_day(at)
    heirs = Heirs(day=today, agencies=heirs_on(today), units=unit_heirs_on(today))
    return follow(on_behalf_of(actor), at, heirs, progress)


def follow(
    actor: Actor, at: datetime, heirs: Heirs, progress: Callable[[int, int], None] = _unwatched
) -> int:
    """Let every running dossier follow these heirs. The right to it has been asked before."""
    ids = running_ids(heirs)
    moved = 0
    for start in range(0, len(ids), PIECE):
        with unkept(), recording(actor, at) as record:
            moved += len(follow_piece(record, ids[start : start + PIECE], heirs))
        progress(min(start + PIECE, len(ids)), len(ids))
    return moved


@dataclass(frozen=True, slots=True)
class Followed:
    """One dossier that went from one place to another."""

    code: str
    from_place: str
    to_place: str


def follow_piece(record: Record, ids: list[int], heirs: Heirs) -> list[Followed]:
    """Those of these dossiers that the heirs take over, handed over with their facts. What has gone
    over already stays where it is."""
    piece = list(_locked(ids))
    officers = officers_of({row.assignee_id for row in piece if row.assignee_id})
    told = [_hand_over(record, row, heirs, officers) for row in piece]
    return [one for one in told if one is not None]


def running_under(heirs: Heirs) -> QuerySet[Dossier]:
    """The running dossiers that the heirs take over; served by `dossier_open_competent`."""
    theirs = Q(competent_agency__in=list(heirs.agencies)) | Q(unit__in=list(heirs.units))
    return Dossier.objects.filter(RUNNING & theirs)


def running_ids(heirs: Heirs) -> list[int]:
    return list(running_under(heirs).order_by("id").values_list("id", flat=True))


def _locked(ids: list[int]) -> Iterator[Dossier]:
    rows = Dossier.objects.filter(RUNNING, pk__in=ids).select_for_update(no_key=True, of=("self",))
    yield from rows.select_related("procedure_version__sector", "unit").order_by("id")


def _hand_over(
    record: Record, dossier: Dossier, heirs: Heirs, officers: Mapping[int, int]
) -> Followed | None:
    place = heirs.of(dossier)
    here = (dossier.competent_agency_id, dossier.unit_id)
    if place is None or here == (place.agency_id, place.unit_id or None):
        return None
    officer_id = officers.get(dossier.assignee_id or 0)
    event = DossierHandedOver(
        stage=dossier.stage,
        from_place=heirs.words(dossier.unit, dossier.competent_agency_id),
        to_place=heirs.words(place, place.agency_id),
        changes={
            "competent_agency_id": place.agency_id,
            "unit_id": place.unit_id or None,
            "assignee_id": heirs.holding_of(officer_id, place) if officer_id else None,
            **_come_home(dossier, place.agency_id),
        },
    )
    seq = dossier.version + 1
    write(dossier, event, seq)
    keep(record, dossier, countable_after(dossier, event))
    about = Subject("dossier", dossier.pk, seq)
    record.append(event, about=about, stream=agency_stream(place.agency_id))
    return Followed(dossier.code, event.from_place, event.to_place)


def _come_home(dossier: Dossier, agency_id: int) -> dict[str, None]:
    """What the successor had in hand for the one that has ended is its own now."""
    if dossier.held_agency_id != agency_id:
        return {}
    return {"held_agency_id": None, "held_unit_id": None, "held_assignee_id": None}


def close_unit_and_follow(
    *, actor: Actor, at: datetime, unit_id: int, into_unit_id: int | None, from_day: date
) -> int:
    """End a unit: its sectors, positions, people and running dossiers go to another one.

    Dossiers follow at once, or on the day itself when it is still ahead. Returns how many people
    moved. Refusals: those of `close_unit`; UnitStillNeeded also while a dossier runs in it.
    """
    with transaction.atomic(), unkept():
        if into_unit_id is None:
            _demand_empty(unit_id)
        taken = close_unit(
            actor=actor, at=at, unit_id=unit_id, into_unit_id=into_unit_id, from_day=from_day
        )
        moved = move_holders(on_behalf_of(actor), at, taken, from_day)
        if from_day <= local_day(at) and into_unit_id is not None:
            places = unit_places(frozenset({into_unit_id}))
            heirs = Heirs(day=local_day(at), units={unit_id: places[into_unit_id]})
            follow(on_behalf_of(actor), at, heirs)
    return len(moved)


def _demand_empty(unit_id: int) -> None:
    """Refusals: UnitStillNeeded."""
    running = Dossier.objects.filter(RUNNING, unit=unit_id).count()
    if running:
        raise UnitStillNeeded(field="into", positions=0, dossiers=running)
