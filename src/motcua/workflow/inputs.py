"""What is asked of others, and what they answer: as given, before any rule has looked at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from motcua.workflow.vocabulary import OpinionKind, TaskKind


@dataclass(frozen=True, kw_only=True)
class Question:
    """A task asked of an agency, of a unit of it, or of one person there; until the end of a day, or until
    `due_time` of it.

    `is_mandatory`: the dossier is not decided before the answer, unless its absence is justified.
    """

    kind: TaskKind
    text: str
    agency_id: int
    unit_id: int | None = None
    holding_id: int | None = None
    due_on: date
    due_time: time | None = None
    is_mandatory: bool = True


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """What whoever was asked says. Whoever does not agree, or only on conditions, says why."""

    opinion: OpinionKind
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """Minutes of an inspection on the spot: when, where, who was there, what was found, what follows
    from it (law.md 4.3, Verification)."""

    held_at: datetime
    place: str
    participants: str
    findings: str
    conclusion: str
    applicant_was_there: bool = False


@dataclass(frozen=True, kw_only=True)
class Reply:
    """How an order was carried out."""

    text: str


Answer = Opinion | Minutes | Reply
