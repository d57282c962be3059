"""The document an import reads, as values. Pure.

`{"format": "motcua-agencies/1", "levels": […], "agencies": […], "successions": […]}`; days are
ISO text, `valid_until` may be left out. The shipped files in `agencies/data` are examples.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.agencies.vocabulary import CodeScheme, DeskKind, SuccessionKind
from motcua.kernel.refusal import Refusal

FORMAT = "motcua-agencies/1"


class DocumentMalformed(Refusal):
    """The document cannot be read: `place` says where, `problem` is a code."""

    code = "document-malformed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelEntry:
    span: Span
    code: str
    name: str
    rank: int


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionEntry:
    span: Span
    name: str
    short_name: str
    superior_name: str
    parent: str | None
    level: str
    place_name: str
    address: str
    phone: str
    directions: str = ""
    feedback_to: str = ""
    feedback_address: str = ""
    feedback_phone: str = ""
    feedback_email: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CodeEntry:
    span: Span
    scheme: CodeScheme
    code: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NameEntry:
    span: Span
    name: str
    kind: DeskKind


@dataclass(frozen=True, kw_only=True, slots=True)
class CounterEntry:
    span: Span
    number: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DeskEntry:
    span: Span
    slug: str
    names: tuple[NameEntry, ...]
    counters: tuple[CounterEntry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitEntry:
    """A unit; its sectors hold from the day the unit begins."""

    span: Span
    slug: str
    name: str
    sectors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PositionEntry:
    span: Span
    slug: str
    title: str
    unit: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class AgencyEntry:
    span: Span
    slug: str
    versions: tuple[VersionEntry, ...]
    codes: tuple[CodeEntry, ...]
    desks: tuple[DeskEntry, ...]
    units: tuple[UnitEntry, ...]
    positions: tuple[PositionEntry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SuccessionEntry:
    predecessor: str
    successor: str
    kind: SuccessionKind
    is_default: bool
    effective_date: date
    basis: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    levels: tuple[LevelEntry, ...]
    agencies: tuple[AgencyEntry, ...]
    successions: tuple[SuccessionEntry, ...]
