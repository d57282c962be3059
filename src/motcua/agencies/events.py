"""Facts about agencies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class LevelSet(Event):
    """A level of administration was entered or its period changed."""

    code: ClassVar[str] = "level.set"

    level: str
    name: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True)
class AgencyRegistered(Event):
    """An agency was entered for the first time."""

    code: ClassVar[str] = "agency.registered"

    slug: str
    name: str
    level: str
    parent: str | None
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True)
class AgencyCorrected(Event):
    """An import changed what is kept about an agency; `changes` holds each field before and after."""

    code: ClassVar[str] = "agency.corrected"

    slug: str
    changes: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class AgencyRenamed(Event):
    """An agency has another name from a day on."""

    code: ClassVar[str] = "agency.renamed"

    before: str
    after: str
    from_date: date
    basis: str


@dataclass(frozen=True, kw_only=True)
class AgencyAmended(Event):
    """What stands on an agency's papers changed from a day on; only the changed fields are kept."""

    code: ClassVar[str] = "agency.amended"

    before: dict[str, str]
    after: dict[str, str]
    from_date: date
    basis: str


@dataclass(frozen=True, kw_only=True)
class AgencyMoved(Event):
    """An agency stands under another one from a day on."""

    code: ClassVar[str] = "agency.moved"

    before: str | None
    after: str | None
    from_date: date
    basis: str


@dataclass(frozen=True, kw_only=True)
class AgencyRecoded(Event):
    """An agency has another code in a scheme from a day on."""

    code: ClassVar[str] = "agency.recoded"

    scheme: str
    before: str | None
    after: str
    from_date: date
    basis: str


@dataclass(frozen=True, kw_only=True)
class AgencySucceeded(Event):
    """Another agency came after this one, wholly or in part."""

    code: ClassVar[str] = "agency.succeeded"

    successor: str
    kind: str
    is_default: bool
    effective_date: date
    basis: str


@dataclass(frozen=True, kw_only=True)
class AgencyClosed(Event):
    """An agency ended; its names, codes, desks, units and positions ended with it."""

    code: ClassVar[str] = "agency.closed"

    from_date: date
    basis: str


@dataclass(frozen=True, kw_only=True)
class DeskOpened(Event):
    """A one-stop desk was opened."""

    code: ClassVar[str] = "desk.opened"

    agency: str
    name: str
    kind: str
    from_date: date


@dataclass(frozen=True, kw_only=True)
class DeskRenamed(Event):
    """A one-stop desk is called otherwise from a day on."""

    code: ClassVar[str] = "desk.renamed"

    before: str
    after: str
    kind: str
    from_date: date


@dataclass(frozen=True, kw_only=True)
class DeskClosed(Event):
    """A one-stop desk ended with its counters."""

    code: ClassVar[str] = "desk.closed"

    name: str
    from_date: date


@dataclass(frozen=True, kw_only=True)
class DeskMemberAdmitted(Event):
    """From a day on officers of another agency receive its procedures at this desk."""

    code: ClassVar[str] = "desk.member-admitted"

    agency: str
    name: str
    sector: str
    from_date: date


@dataclass(frozen=True, kw_only=True)
class DeskMemberEnded(Event):
    """They no longer do."""

    code: ClassVar[str] = "desk.member-ended"

    agency: str
    name: str
    from_date: date


@dataclass(frozen=True, kw_only=True)
class CounterOpened(Event):
    """A counter was opened at a desk."""

    code: ClassVar[str] = "counter.opened"

    number: int
    name: str
    from_date: date


@dataclass(frozen=True, kw_only=True)
class CounterClosed(Event):
    """A counter ended."""

    code: ClassVar[str] = "counter.closed"

    number: int
    name: str
    from_date: date


@dataclass(frozen=True, kw_only=True)
class UnitOpened(Event):
    """A unit was set up in an agency."""

    code: ClassVar[str] = "unit.opened"

    agency: str
    name: str
    sectors: tuple[str, ...]
    from_date: date


@dataclass(frozen=True, kw_only=True)
class SectorAssigned(Event):
    """A unit handles a sector from a day on; `before` is the unit that handled it until then."""

    code: ClassVar[str] = "unit.sector-assigned"

    sector: str
    before: str | None
    from_date: date


@dataclass(frozen=True, kw_only=True)
class SectorReleased(Event):
    """A unit no longer handles a sector from a day on."""

    code: ClassVar[str] = "unit.sector-released"

    sector: str
    from_date: date


@dataclass(frozen=True, kw_only=True)
class UnitSucceeded(Event):
    """Another unit, here or in another agency, takes over what this one was doing."""

    code: ClassVar[str] = "unit.succeeded"

    successor: str
    successor_agency: str
    effective_date: date


@dataclass(frozen=True, kw_only=True)
class UnitClosed(Event):
    """A unit ended; its sectors and positions ended with it."""

    code: ClassVar[str] = "unit.closed"

    name: str
    from_date: date


@dataclass(frozen=True, kw_only=True)
class PositionOpened(Event):
    """A position was set up in an agency."""

    code: ClassVar[str] = "position.opened"

    agency: str
    title: str
    unit: str | None
    from_date: date
