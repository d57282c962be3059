"""What every act writes: the row as it now is, its step, its files and its fact, together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.feedback.events import EVENT_OF
from motcua.feedback.models import Petition, PetitionEnclosure, PetitionStep
from motcua.feedback.queries.terms import terms_in_force
from motcua.feedback.rows import sealed, told
from motcua.feedback.rules.dates import Clock
from motcua.feedback.vocabulary import SUBJECT, Act, FileIn, State
from motcua.kernel.clock import local_day
from motcua.ledger.recording import Record, Subject, agency_stream
from motcua.worktime.queries.calendars import office_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An act as decided: the columns it changes besides the state, what it says, whether in time."""

    act: Act
    state: State
    changes: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    reason: str = ""
    due_at: datetime | None = None
    is_late: bool = False
    files: tuple[FileIn, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


def clock_of(agency_id: int, received_at: datetime) -> Clock:
    """The calendar of the office and the terms of the day of receipt. Refusals: NoTermsThen."""
    day = local_day(received_at)
    office = office_time(agency_id, day)
    return Clock(
        calendar=office.calendar, office=office.terms, terms=terms_in_force(agency_id, day)
    )


def write_step(record: Record, row: Petition, step: Step) -> None:
    """Write one step of a row that the caller holds (its agency's chain is locked)."""
    for name, value in step.changes.items():
        setattr(row, name, value)
    row.state = str(step.state)
    row.version += 1
    row.save()
    _write_beside(record, row, step)
    record.append(
        EVENT_OF[step.act](
            state=str(step.state),
            changes=told(row.salt, step.changes),
            text_digest=sealed(row.salt, step.text),
            reason=step.reason,
            due_at=step.due_at,
            is_late=step.is_late,
            files=tuple(one.digest for one in step.files),
            **step.more,
        ),
        about=Subject(SUBJECT, row.pk, row.version),
        stream=agency_stream(row.agency_id),
    )


def _write_beside(record: Record, row: Petition, step: Step) -> None:
    PetitionStep.objects.create(
        petition=row,
        seq=row.version,
        act=str(step.act),
        state=str(step.state),
        at=record.at,
        by="" if record.actor.citizen_id or record.actor.user_id is None else record.actor.name,
        holding_id=record.actor.holding_id,
        text=step.text,
        reason=step.reason,
        due_at=step.due_at,
        answer_due_at=row.answer_due_at,
        is_late=step.is_late,
    )
    PetitionEnclosure.objects.bulk_create(
        PetitionEnclosure(
            petition=row, seq=row.version, digest=one.digest, name=one.name, size=one.size
        )
        for one in step.files
    )
