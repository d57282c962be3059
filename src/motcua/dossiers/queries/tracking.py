"""The little that anybody who holds a code may know of its dossier (docs/decisions/0009)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from motcua.database.statements import Statement, run
from motcua.dossiers import events
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import ReturnMethod, Stage
from motcua.kernel.verdict import NotFound
from motcua.ledger.heads import DIGEST_BESIDE
from motcua.ledger.queries import FactRow, facts_about
from motcua.ledger.recording import OFFICE_STREAM
from motcua.procedures.vocabulary import Channel
from motcua.worktime.vocabulary import TraceLine

FIELDS = (
    "id",
    "code",
    "status",
    "stage",
    "agency_id",
    "channel",
    "return_method",
    "received_at",
    "original_due_at",
    "due_at",
    "appointment_at",
    "awaits_companion",
    "fee_total_vnd",
)
READ_AS: dict[str, type[StrEnum]] = {
    "stage": Stage,
    "channel": Channel,
    "return_method": ReturnMethod,
}
FREE_TEXT = frozenset({"reason"})
"""Params of a trace in which an officer may have written about the matter."""


STAMP = "SELECT version, {} FROM dossiers_dossier WHERE code = %s".format(DIGEST_BESIDE)  # noqa: S608, UP032


class Why(StrEnum):
    """Why a promised date became another: never in the words of an officer."""

    CALENDAR = "CALENDAR"
    SUPPLEMENT = "SUPPLEMENT"
    OBLIGATION = "OBLIGATION"
    EXTENSION = "EXTENSION"
    REOPENED = "REOPENED"


MOVED_BY = {
    events.DeadlineMoved.code: Why.CALENDAR,
    events.DossierSupplemented.code: Why.SUPPLEMENT,
    events.ProcessingResumed.code: Why.OBLIGATION,
    events.TimeLimitExtended.code: Why.EXTENSION,
    events.DossierReopened.code: Why.REOPENED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A promised date that became another: what it was before, and why. `cause`: the day that
    changed the calendar; empty for anything else."""

    old_due_at: datetime | None
    why: Why
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRow:
    """Stage, date and why that date; no person, no matter, no words of an officer about either.

    `appointment_at`: the new appointment after an apology; the date itself stays. `awaits_companion`: it waits
    for the result of another matter that was handed in with it. `fee_total_vnd`: what it costs, paid or not.
    """

    code: str
    status: str
    stage: Stage
    agency_id: int
    channel: Channel
    return_method: ReturnMethod
    received_at: datetime
    original_due_at: datetime | None
    due_at: datetime | None
    appointment_at: datetime | None
    awaits_companion: bool
    fee_total_vnd: int
    trace: tuple[TraceLine, ...]
    moves: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What names the present state of all that tracking tells: the dossier's version, the catalogue's
    revision."""

    version: int
    revision: str

    def __str__(self) -> str:
        return f"{self.version} {self.revision}"


def tracked_stamp(code: str) -> Stamp | None:
    """None when nobody has this code. One query, by the unique index of codes."""
    (row,) = run([Statement(STAMP, (OFFICE_STREAM, code))])
    return None if row is None else Stamp(int(row[0]), str(row[1] or ""))


def track(code: str) -> TrackRow:
    """How the dossier with this code stands. Two queries, one when nobody has it. Refusals: NotFound."""
    row = Dossier.objects.filter(code=code).values(*FIELDS).first()
    if row is None:
        raise NotFound(kind="dossier")
    facts = facts_about("dossier", row.pop("id"))
    dated = [fact for fact in facts if "trace" in fact.payload]
    return TrackRow(
        **{**row, **{name: read(row[name]) for name, read in READ_AS.items()}},
        trace=tuple(told_to_anybody(plain) for plain in dated[-1].payload["trace"]),
        moves=tuple(_moves(dated)),
    )


def told_to_anybody(plain: Mapping[str, Any]) -> TraceLine:
    """A line of a kept trace without what an officer has written into it."""
    line = TraceLine.from_plain(plain)
    told = {name: value for name, value in line.params.items() if name not in FREE_TEXT}
    return TraceLine(line.at, line.code, told)


def _moves(dated: Iterable[FactRow]) -> Iterator[Moved]:
    """Each time a date became another one; while the applicant is to act there is none between."""
    before: str | None = None
    for fact in dated:
        after = fact.payload.get("due_at")
        why = MOVED_BY.get(fact.code)
        if why and before and after and after != before:
            cause = fact.payload["cause"] if why is Why.CALENDAR else ""
            yield Moved(old_due_at=datetime.fromisoformat(before), why=why, cause=cause)
        before = after or before
