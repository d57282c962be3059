"""Facts about reconciling, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class DifferenceFound(Event):
    """Something differs; found anew, or standing again with what it says now."""

    code: ClassVar[str] = "difference.found"

    agency_id: int
    kind: str
    subject_kind: str
    subject_id: int
    day: date
    amount_vnd: int
    likely: str
    about: str
    owner_id: int | None
    found_at: datetime


@dataclass(frozen=True, kw_only=True)
class DifferenceExplained(Event):
    """A person found out and said why."""

    code: ClassVar[str] = "difference.explained"

    explained_at: datetime
    explained_by_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class DifferenceGone(Event):
    """It was compared again and differs no more."""

    code: ClassVar[str] = "difference.gone"

    gone_at: datetime


@dataclass(frozen=True, kw_only=True)
class MoneyCompared(Event):
    """All was compared: how many differences were found and gone, how many stand."""

    code: ClassVar[str] = "money.compared"

    agency_id: int
    compared_at: datetime
    since: date
    found: int
    gone: int
    standing: int
