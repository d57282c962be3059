"""From whose hands into whose a dossier passed: the blocks of the control slip (law.md 2.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise, zip_longest

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import place_name, units_of
from motcua.dossiers.papers_filled.telling import Told, instant
from motcua.dossiers.projections import fold
from motcua.dossiers.rules.spans import Span, spans
from motcua.dossiers.rules.timeliness import timeliness
from motcua.dossiers.vocabulary import Stage, Timeliness
from motcua.kernel.clock import local_day
from motcua.ledger.queries import FactRow
from motcua.papers.data.processing import HandOver
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.rules.calendar import WorkCalendar

OUTCOMES = {
    Timeliness.EARLY: "Trước hạn",
    Timeliness.ON_TIME: "Đúng hạn",
    Timeliness.OVERDUE: "Quá hạn",
}
APPLICANT = "Người nộp hồ sơ"
LEADERS = "Lãnh đạo"
CLERK = "Văn thư"
AT_THE_DESK = frozenset({Stage.REGISTERED, Stage.IN_TRANSIT, Stage.SETTLED})
WITH_THE_APPLICANT = frozenset(
    {
        Stage.COMPLETION_ASKED,
        Stage.NOT_RECEIVED,
        Stage.SUPPLEMENT_REQUESTED,
        Stage.OBLIGATION_DUE,
        Stage.WITHDRAWN,
        Stage.TERMINATED,
        Stage.RETURNED,
    }
)


@dataclass(frozen=True, slots=True)
class Hands:
    """Where a dossier is: a place, and who has it there if that is known."""

    place: str
    name: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in the same hands. `due_at`: the date in force when it ended; None where no date ran."""

    hands: Hands
    from_at: datetime
    to_at: datetime | None
    due_at: datetime | None
    is_office: bool


def hand_overs(told: Told) -> tuple[HandOver, ...]:
    """One block for each change of hands, the reception first. One query (names)."""
    stretches = list(_joined(_stretches(told)))
    came = stretches[0]
    first = HandOver(
        giver=APPLICANT,
        receiver=came.hands.place,
        at=came.from_at,
        giver_name=told.submitter.name,
        receiver_name=came.hands.name,
    )
    calendar = office_time(told.state["competent_agency_id"], told.day).calendar
    return (first, *(_block(one, other, calendar) for one, other in pairwise(stretches)))


def _block(one: Stretch, other: Stretch, calendar: WorkCalendar) -> HandOver:
    """How it stood against the whole limit when the giver let go of it: parts have none of their own."""
    outcome = OUTCOMES[timeliness(ended_at=other.from_at, due_at=one.due_at)] if one.due_at else ""
    return HandOver(
        giver=one.hands.place,
        receiver=other.hands.place,
        at=other.from_at,
        giver_name=one.hands.name,
        receiver_name=other.hands.name,
        outcome=outcome,
        note=_time_held(one, other.from_at, calendar) if one.is_office else "",
    )


def _time_held(one: Stretch, until: datetime, calendar: WorkCalendar) -> str:
    """Working time in the giver's hands."""
    hours, minutes = divmod(calendar.working_minutes_between(one.from_at, until), 60)
    days, hours = divmod(hours, max(1, calendar.own_day_minutes // 60))
    parts = [(days, "ngày"), (hours, "giờ"), (minutes, "phút")]
    told = " ".join(f"{count} {unit}" for count, unit in parts if count)
    return f"Giữ {told} làm việc" if told else "Chuyển ngay"


def _stretches(told: Told) -> Iterator[Stretch]:
    found = spans(told.facts)
    people = (one for span in found for one in (span.assignee_id, span.held_assignee_id))
    names = names_of(frozenset(one for one in people if one))
    closings = [*_openings(told.facts, found)][1:]
    for span, closing in zip_longest(found, closings):
        yield Stretch(
            hands=_hands(told, span, closing, names),
            from_at=span.from_at,
            to_at=span.to_at,
            due_at=_due_before(told.facts, closing) if span.is_office_turn else None,
            is_office=span.held_agency_id is not None or span.stage not in WITH_THE_APPLICANT,
        )


def _openings(facts: Sequence[FactRow], found: Sequence[Span]) -> Iterator[FactRow]:
    """The fact that opened each span."""
    rest = iter(facts)
    for span in found:
        opened = (span.opened_by, span.from_at)
        yield next(fact for fact in rest if (fact.code, fact.occurred_at) == opened)


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbors in the same place and hands as one."""
    last: Stretch | None = None
    for one in stretches:
        if last is not None and last.hands == one.hands:
            last = Stretch(last.hands, last.from_at, one.to_at, one.due_at, last.is_office)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _hands(told: Told, span: Span, closing: FactRow | None, names: dict[int, str]) -> Hands:
    acted = str(closing.actor.get("name", "")) if closing else ""
    if span.held_agency_id is not None:
        place = place_name(span.held_agency_id, span.held_unit_id, local_day(span.from_at))
        return Hands(place, names.get(span.held_assignee_id or 0, acted))
    if span.stage in WITH_THE_APPLICANT:
        return Hands(APPLICANT, told.submitter.name)
    is_new = span.stage is Stage.RECEIVED and span.assignee_id is None
    if span.stage in AT_THE_DESK or is_new:
        return Hands(told.desk_name(told.day), _at_desk(told, span, acted))
    if span.stage is Stage.PROPOSED:
        return Hands(f"{LEADERS} {told.competent(told.day).name}", acted)
    if span.stage is Stage.DECIDED:
        return Hands(f"{CLERK} {told.competent(told.day).name}", acted)
    name = names.get(span.assignee_id, "") if span.assignee_id else acted
    return Hands(_unit(told, span.unit_id), name)


def _at_desk(told: Told, span: Span, acted: str) -> str:
    """Who received it; for a result that came back, whoever hands it out."""
    return acted if span.stage is Stage.SETTLED else str(told.facts[0].actor.get("name", ""))


def _unit(told: Told, unit_id: int | None) -> str:
    agency = told.competent(told.day)
    units = units_of(agency.id, told.day)
    return next((unit.name for unit in units if unit.id == unit_id), agency.name)


def _due_before(facts: Sequence[FactRow], closing: FactRow | None) -> datetime | None:
    """The date that held until the closing fact."""
    if closing is None:
        return None
    return instant(fold(facts[: closing.subject_seq - 1])["due_at"])
