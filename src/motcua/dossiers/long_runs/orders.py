"""What was ordered, as the plain values that a run keeps, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import TypeAdapter

from motcua.agencies.successions import unit_places
from motcua.dossiers.commands.follow_succession import Heirs
from motcua.dossiers.rehearsal import SuccessionOrder
from motcua.worktime.vocabulary import SpecialDay


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOffOrder:
    """A day that has been entered; the dates it touches are to be worked out anew."""

    agency_id: int | None
    special: SpecialDay
    day_off_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeirsKept:
    """Who takes over whose work, once agencies and people are where they belong."""

    day: date
    agencies: Mapping[int, int]
    units: Mapping[int, int]

    @classmethod
    def of(cls, heirs: Heirs) -> HeirsKept:
        units = {old: place.unit_id for old, place in heirs.units.items()}
        return cls(day=heirs.day, agencies=dict(heirs.agencies), units=units)

    def heirs(self) -> Heirs:
        places = unit_places(frozenset(self.units.values()))
        return Heirs(
            day=self.day,
            agencies=self.agencies,
            units={old: places[new] for old, new in self.units.items()},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessionKept:
    """A succession as it was rehearsed. `form`: what was sent, to try it again; `begun`: agencies and
    people are done; `heirs`: whom the dossiers follow (None: the day is ahead)."""

    order: SuccessionOrder
    marks: Mapping[str, str]
    form: str = ""
    begun: bool = False
    people: int = 0
    successor_ids: tuple[int, ...] = ()
    heirs: HeirsKept | None = field(default=None)


DAY_OFF: TypeAdapter[DayOffOrder] = TypeAdapter(DayOffOrder)
SUCCESSION: TypeAdapter[SuccessionKept] = TypeAdapter(SuccessionKept)
