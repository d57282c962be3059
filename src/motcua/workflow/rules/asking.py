"""What may be asked of others and what is an answer: pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from motcua.kernel.clock import ZONE, local, local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.event import plain
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.workflow.inputs import Answer, Minutes, Opinion, Question, Reply
from motcua.workflow.rules.clocks import Times, times_until
from motcua.workflow.rules.texts import TEXT_MAX, TextMissing, TextTooLong
from motcua.workflow.vocabulary import OpinionKind, TaskKind
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.day_table import date_of, day_number, instant_of

NAME_MAX: Final = 90
DAYS_GIVEN: Final = 3
HALVED_FROM: Final = 60
A_MINUTE: Final = timedelta(minutes=1)
REASONED: Final = frozenset(OpinionKind) - {OpinionKind.AGREED}
"""Opinions that say why."""
OF_KIND: Final[dict[TaskKind, type[Answer]]] = {
    TaskKind.CONSULTATION: Opinion,
    TaskKind.REVIEW: Opinion,
    TaskKind.INSPECTION: Minutes,
    TaskKind.DIRECTIVE: Reply,
}


class AnswerDayOver(Refusal):
    """The moment until which an answer is wanted is over."""

    code = "answer-day-over"


class AnswerDayPast(Refusal):
    """That day is over: from which day on an answer can be wanted."""

    code = "answer-day-past"


class AnswerDayOff(Refusal):
    """The office that is asked does not work on that day: why, and when it works again."""

    code = "answer-day-off"


class AnswerHourOff(Refusal):
    """The office that is asked does not work at that hour."""

    code = "answer-hour-off"


class InspectionAhead(Refusal):
    """Minutes are written after the inspection, not before."""

    code = "inspection-ahead"


class InspectionTooEarly(Refusal):
    """Nobody inspected for a dossier before the office had it."""

    code = "inspection-too-early"


class AnswerNotForThis(Refusal):
    """This kind of task is answered in another way."""

    code = "answer-not-for-this"


class QuestionRefused(ManyProblems):
    """What was asked or answered cannot be taken as it is; `problems` says each with its field."""

    code = "question-refused"


def until(question: Question, at: datetime, calendar: WorkCalendar) -> Times:
    """The end of the last day for the answer in the working time of whoever is asked, or the hour of it.

    Refusals: QuestionRefused.
    """
    problems: list[Refusal] = [*_text("text", question.text)]
    try:
        _demand_ahead(question.due_on, at, calendar)
        due_at = _wanted_by(question, calendar)
        if due_at <= at:
            problems.append(AnswerDayOver(field="due_time" if question.due_time else "due_on"))
    except (AnswerDayPast, AnswerDayOff, AnswerHourOff) as fault:
        problems.append(fault)
    if problems:
        raise QuestionRefused(problems)
    return times_until(due_at, at, calendar)


def _demand_ahead(day: date, at: datetime, calendar: WorkCalendar) -> None:
    """Whoever named a day that is over is told of one that is not. Refusals: AnswerDayPast."""
    if day >= local_day(at):
        return
    table, today = calendar.table, day_number(local_day(at))
    first = table.working_day_from(today)
    if instant_of(table.closing(first)) <= at:
        first = table.working_day_from(today + 1)
    raise AnswerDayPast(field="due_on", day=short_day(day), next_day=short_day(date_of(first)))


def _wanted_by(question: Question, calendar: WorkCalendar) -> datetime:
    """Refusals: AnswerDayOff, AnswerHourOff."""
    day = question.due_on
    table, number = calendar.table, day_number(day, field="due_on")
    if not table.works(number):
        special = calendar.special_by_day.get(day)
        raise AnswerDayOff(
            field="due_on",
            day=short_day(day),
            why=f" ({special.name})" if special and special.name else "",
            next_day=short_day(date_of(table.working_day_from(number))),
        )
    if question.due_time is None:
        return instant_of(table.closing(number))
    due_at = datetime.combine(day, question.due_time, ZONE)
    if calendar.working_minutes_between(due_at - A_MINUTE, due_at) == 0:
        raise AnswerHourOff(field="due_time")
    return due_at


def usual_day(at: datetime, dossier_due_at: datetime | None, calendar: WorkCalendar) -> date:
    """The last day for an answer that is offered: in DAYS_GIVEN working days, and within the time of the
    dossier while that has any."""
    table, today = calendar.table, day_number(local_day(at))
    usual = table.working_day_after(today, DAYS_GIVEN)
    if dossier_due_at is None or dossier_due_at <= at:
        return date_of(usual)
    last = day_number(local_day(dossier_due_at))
    fits = [one for one in range(today, min(usual, last) + 1) if table.works(one)]
    return date_of(fits[-1] if fits else usual)


def usual_time(at: datetime, due_on: date, calendar: WorkCalendar) -> time | None:
    """Of a day that is today, an hour of work half of what is left; None: until the day ends."""
    if due_on != local_day(at):
        return None
    table, number = calendar.table, day_number(due_on)
    left = calendar.working_minutes_between(at, instant_of(table.closing(number)))
    if left < HALVED_FROM:
        return None
    wanted = local(calendar.add_working_minutes(at, left // 2))
    return wanted.time().replace(minute=wanted.minute // 5 * 5, second=0, microsecond=0)


def name_of(text: str) -> str:
    """What the task is called: the first line of what was asked, cut at a word."""
    first = text.strip().splitlines()[0].strip()
    if len(first) <= NAME_MAX:
        return first
    return first[:NAME_MAX].rsplit(" ", 1)[0] + " …"


def checked(
    kind: TaskKind, answer: Answer, at: datetime, *, since: datetime | None = None
) -> dict[str, Any]:
    """The plain values of an answer that may be kept; `since`: the dossier is there from then on.
    Refusals: AnswerNotForThis, QuestionRefused."""
    if not isinstance(answer, OF_KIND.get(kind, ())):
        raise AnswerNotForThis(kind=str(kind))
    problems = list(_faults(answer, at, since))
    if problems:
        raise QuestionRefused(problems)
    return {name: _clean(value) for name, value in vars(answer).items()}


def _clean(value: Any) -> Any:
    return value.strip() if type(value) is str else plain(value)


def _faults(answer: Answer, at: datetime, since: datetime | None) -> list[Refusal]:
    if isinstance(answer, Opinion):
        return _text("text", answer.text, may_lack=answer.opinion not in REASONED)
    if isinstance(answer, Reply):
        return _text("text", answer.text)
    faults = [
        fault
        for name in ("place", "participants", "findings", "conclusion")
        for fault in _text(name, getattr(answer, name))
    ]
    if answer.held_at > at:
        faults.append(InspectionAhead(field="held_at", today=local_day(at).isoformat()))
    elif since is not None and answer.held_at < since:
        faults.append(InspectionTooEarly(field="held_at", moment=short_moment(since)))
    return faults


def _text(field: str, text: str, *, may_lack: bool = False) -> list[Refusal]:
    clean = text.strip()
    if not clean:
        return [] if may_lack else [TextMissing(field=field)]
    return [TextTooLong(field=field, length_max=TEXT_MAX)] if len(clean) > TEXT_MAX else []
