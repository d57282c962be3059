"""The little that anybody who holds a code may know of its dossier (docs/decisions/0009)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.dossiers.events import DeadlineMoved
from motcua.dossiers.models import Dossier
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import FactRow, facts_about
from motcua.worktime.vocabulary import TraceLine

FIELDS = ("id", "code", "status", "agency_id", "received_at", "original_due_at", "due_at")
FREE_TEXT = frozenset({"reason"})
"""Params of a trace in which an officer may have written about the matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A promised date that was worked out anew: what it was before, and because of what."""

    old_due_at: datetime | None
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRow:
    """Stage, date and why that date; no person, no matter, no words of an officer about either."""

    code: str
    status: str
    agency_id: int
    received_at: datetime
    original_due_at: datetime | None
    due_at: datetime | None
    trace: tuple[TraceLine, ...]
    moves: tuple[Moved, ...]


def track(code: str) -> TrackRow:
    """How the dossier with this code stands. Two queries, one when nobody has it. Refusals: NotFound."""
    row = Dossier.objects.filter(code=code).values(*FIELDS).first()
    if row is None:
        raise NotFound(kind="dossier")
    facts = facts_about("dossier", row.pop("id"))
    dated = [fact.payload for fact in facts if "trace" in fact.payload]
    return TrackRow(
        **row,
        trace=tuple(told_to_anybody(plain) for plain in dated[-1]["trace"]),
        moves=tuple(_moved(fact) for fact in facts if fact.code == DeadlineMoved.code),
    )


def told_to_anybody(plain: Mapping[str, Any]) -> TraceLine:
    """A line of a kept trace without what an officer has written into it."""
    line = TraceLine.from_plain(plain)
    told = {name: value for name, value in line.params.items() if name not in FREE_TEXT}
    return TraceLine(line.at, line.code, told)


def _moved(fact: FactRow) -> Moved:
    old = fact.payload.get("old_due_at")
    return Moved(
        old_due_at=datetime.fromisoformat(old) if old else None, cause=fact.payload["cause"]
    )
