"""The life of one: its steps with their files, and why its date is what it is."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from motcua.agencies.queries import agency_on
from motcua.feedback.models import Petition, PetitionEnclosure, PetitionStep
from motcua.feedback.queries.rows import FileRow, StepRow
from motcua.feedback.queries.terms import terms_in_force
from motcua.feedback.rules.dates import Clock, pauses_of
from motcua.feedback.vocabulary import Act, Duty, RefusalReason, State
from motcua.kernel.clock import local_day
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.vocabulary import TraceLine

REASONS = {str(one): one for one in RefusalReason}


def steps_of(row: Petition) -> tuple[StepRow, ...]:
    """All, in their order. Two queries."""
    files: dict[int, list[FileRow]] = defaultdict(list)
    for file in PetitionEnclosure.objects.filter(petition=row).order_by("id"):
        files[file.seq].append(FileRow(digest=file.digest, name=file.name, size=file.size))
    return tuple(
        StepRow(
            seq=one.seq,
            act=Act(one.act),
            state=State(one.state),
            at=one.at,
            by=one.by,
            text=one.text,
            reason=REASONS.get(one.reason),
            is_late=one.is_late,
            files=tuple(files[one.seq]),
        )
        for one in PetitionStep.objects.filter(petition=row).order_by("seq")
    )


def trace_of(row: Petition, steps: tuple[StepRow, ...]) -> tuple[TraceLine, ...]:
    """Why the answer is due when it is; nothing where no answer is owed."""
    if row.is_anonymous:
        return ()
    day = local_day(row.counts_from)
    office = office_time(row.agency_id, day)
    clock = Clock(
        calendar=office.calendar, office=office.terms, terms=terms_in_force(row.agency_id, day)
    )
    lived = [(one.act, one.at) for one in steps if one.at >= row.counts_from]
    return clock.promise(Duty.ANSWER, row.counts_from, pauses_of(lived)).trace


def agency_name(agency_id: int | None, at: datetime) -> str:
    """As it is called that day; "" for none."""
    agency = agency_on(agency_id, local_day(at)) if agency_id else None
    return agency.name if agency else ""
