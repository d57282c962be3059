"""What becomes of a dossier that waits for results of others, and when it can be expected. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from motcua.interlinked.rules.definition import Member
from motcua.interlinked.vocabulary import AwaitedState, OnFailure


class NextStep(StrEnum):
    """Go on waiting, go on to who settles it, ask somebody, or stop."""

    WAIT = "WAIT"
    RELEASE = "RELEASE"
    ASK = "ASK"
    STOP = "STOP"


def next_step(states: Iterable[AwaitedState], on_failure: OnFailure) -> NextStep:
    """A failure with STOP stops at once; otherwise nothing moves while a result may still come."""
    known = frozenset(states)
    has_failed = AwaitedState.FAILED in known
    if has_failed and on_failure is OnFailure.STOP:
        return NextStep.STOP
    if AwaitedState.WAITING in known:
        return NextStep.WAIT
    if has_failed and on_failure is OnFailure.ASK:
        return NextStep.ASK
    return NextStep.RELEASE


def expected_dates(
    members: Iterable[Member],
    begins_at: datetime,
    done_by: Callable[[Member, datetime], datetime | None],
) -> dict[str, datetime | None]:
    """When each member is expected to be done, by its key; `members` in order.

    One that waits begins when the last of those it waits for is done; what follows something without
    a date has none.
    """
    dates: dict[str, datetime | None] = {}
    for one in members:
        begins = _begins(one, begins_at, dates)
        dates[one.key] = None if begins is None else done_by(one, begins)
    return dates


def _begins(
    member: Member, begins_at: datetime, dates: Mapping[str, datetime | None]
) -> datetime | None:
    found = [dates[key] for key in member.waits_for]
    known = [day for day in found if day is not None]
    return max([begins_at, *known]) if len(known) == len(found) else None


def last_of(dates: Mapping[str, datetime | None]) -> datetime | None:
    """When all of it is done; None when something has no date."""
    known = [day for day in dates.values() if day is not None]
    return max(known) if known and len(known) == len(dates) else None
