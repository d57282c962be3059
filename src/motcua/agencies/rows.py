"""What the queries of agencies hand out: frozen rows, never model instances."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedbackRow:
    """Who receives feedback about procedures, and how to reach them; what is unknown is empty."""

    to: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is any way to reach them."""
        return bool(self.address or self.phone or self.email)


@dataclass(frozen=True, kw_only=True, slots=True)
class AgencyRow:
    """An agency as it was called and placed on one day.

    `code` is the best identification code of that day (QD20, then QCVN102, then LOCAL), None when
    it has none; `code_scheme` says which.
    """

    id: int
    slug: str
    name: str
    short_name: str
    superior_name: str
    place_name: str
    address: str
    phone: str
    directions: str
    feedback: FeedbackRow
    level_code: str
    level_rank: int
    parent_id: int | None
    code: str | None
    code_scheme: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TreeRow:
    """One line of the tree of agencies, in the order it is read: parents before children."""

    agency: AgencyRow
    depth: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DeskRow:
    """A one-stop desk as it was called on one day; `kind` is a `DeskKind` code."""

    id: int
    agency_id: int
    slug: str
    name: str
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CounterRow:
    id: int
    number: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitRow:
    """A unit of an agency and the sectors it handles on that day."""

    id: int
    slug: str
    name: str
    sector_codes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitLabel:
    """A unit as a report names it: whose it is, whenever it was there."""

    id: int
    slug: str
    name: str
    agency_id: int
    agency_slug: str
    agency_short_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PositionRow:
    id: int
    slug: str
    title: str
    unit_id: int | None
    unit_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SuccessorRow:
    """Who came after an agency, from which day and on what ground."""

    agency_id: int
    slug: str
    name: str
    kind: str
    is_default: bool
    effective_date: date
    basis: str
