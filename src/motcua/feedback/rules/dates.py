"""Until when: working days of the office from the day of receipt, with the time a sender takes to
make something clear left out. The same calculator as for dossiers, so the same "why this date"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.feedback.rules.terms import Terms
from motcua.feedback.vocabulary import Act, Duty, State
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.rules.due import ClockRequest, Promise, due
from motcua.worktime.vocabulary import Pause, Unit
from motcua.worktime.vocabulary import Terms as OfficeTerms

DUTY_OF_STATE: dict[State, Duty] = {
    State.SENT: Duty.CLASSIFY,
    State.REGISTERED: Duty.ANSWER,
    State.CLARIFYING: Duty.ANSWER,
    State.HANDLING: Duty.ANSWER,
    State.PROPOSED: Duty.ANSWER,
    State.OFFERED: Duty.FORWARD,
}
"""What is owed next by whoever has it."""

DUTY_OF_ACT: dict[Act, Duty] = {
    Act.REGISTER: Duty.CLASSIFY,
    Act.REFUSE: Duty.CLASSIFY,
    Act.ASK_CLARITY: Duty.CLARITY,
    Act.OFFER: Duty.FORWARD,
    Act.FORWARD_OUTSIDE: Duty.FORWARD,
    Act.ANSWER: Duty.ANSWER,
    Act.PUBLISH: Duty.PUBLISH,
}
"""By which day an act is due; done later it is done all the same, and marked late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What dates follow from. `since` is the receipt, or for PUBLISH the answer."""

    calendar: WorkCalendar
    office: OfficeTerms
    terms: Terms

    def promise(self, duty: Duty, since: datetime, pauses: tuple[Pause, ...] = ()) -> Promise:
        """The day of a duty and why. Refusals: those of `worktime.rules.due`."""
        return due(
            ClockRequest(
                received_at=since,
                unit=Unit.WORKING_DAYS,
                value=self.terms.limits[duty],
                calendar=self.calendar,
                terms=self.office,
                pauses=pauses,
            )
        )

    def warns_from(self, due_at: datetime) -> datetime:
        """From when its handler is warned: so many days before."""
        return due_at - timedelta(days=self.terms.warning_days)


def pauses_of(steps: Iterable[tuple[Act, datetime]]) -> tuple[Pause, ...]:
    """The time that senders took, from asking to being told; the last may be open."""
    pauses: list[Pause] = []
    asked: datetime | None = None
    for act, at in steps:
        if act is Act.ASK_CLARITY:
            asked = at
        elif act is Act.CLARIFY and asked is not None:
            pauses.append(Pause(from_at=asked, to_at=at))
            asked = None
    if asked is not None:
        pauses.append(Pause(from_at=asked))
    return tuple(pauses)
