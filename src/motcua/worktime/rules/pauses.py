"""What waiting does to a limit: which pauses count, joined where they overlap (law.md 4.4.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from motcua.worktime.rules.day_table import DayTable, stamp_of
from motcua.worktime.rules.refusals import PauseBeforeReceipt, PauseReversed
from motcua.worktime.rules.week import DAY_MINUTES
from motcua.worktime.vocabulary import Pause, PausePolicy


@dataclass(frozen=True, slots=True)
class Wait:
    """Joined waiting time, in stamps. `to_stamp` None = it still lasts."""

    from_stamp: int
    to_stamp: int | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waits:
    """`restart`: the pause from whose end the limit counts again, or an open one; `stops`: in order."""

    restart: Pause | None = None
    stops: tuple[Wait, ...] = ()
    continued: tuple[Pause, ...] = ()

    @property
    def restart_is_open(self) -> bool:
        return self.restart is not None and self.restart.to_at is None


NO_WAITS = Waits()


def arrange(pauses: Sequence[Pause], *, received: int) -> Waits:
    """The pauses in order. An open restart wins over ended ones, a later end over an earlier.

    Refusals: PauseReversed, PauseBeforeReceipt.
    """
    if not pauses:
        return NO_WAITS
    for position, pause in enumerate(pauses, start=1):
        _check(pause, position, received)
    restart = _last_restart([p for p in pauses if p.policy is PausePolicy.RESTART])
    begin = received
    if restart is not None and restart.to_at is not None:
        begin = stamp_of(restart.to_at, field="pauses")
    stops = [_wait(pause) for pause in pauses if pause.policy is PausePolicy.PAUSE]
    continued = sorted(
        (pause for pause in pauses if pause.policy is PausePolicy.CONTINUE),
        key=lambda pause: pause.from_at,
    )
    return Waits(restart, tuple(_joined(stops, begin)), tuple(continued))


def _check(pause: Pause, position: int, received: int) -> None:
    begin = stamp_of(pause.from_at, field="pauses")
    if pause.to_at is not None and stamp_of(pause.to_at, field="pauses") < begin:
        raise PauseReversed(field="pauses", position=position)
    if begin < received:
        raise PauseBeforeReceipt(field="pauses", position=position)


def _last_restart(restarts: Iterable[Pause]) -> Pause | None:
    def end(pause: Pause) -> tuple[bool, int]:
        return (True, 0) if pause.to_at is None else (False, stamp_of(pause.to_at, field="pauses"))

    return max(restarts, key=end, default=None)


def _wait(pause: Pause) -> Wait:
    to_stamp = None if pause.to_at is None else stamp_of(pause.to_at, field="pauses")
    return Wait(
        stamp_of(pause.from_at, field="pauses"), to_stamp, (pause.reason,) if pause.reason else ()
    )


def _joined(stops: Iterable[Wait], begin: int) -> Iterable[Wait]:
    """Stops after `begin`, those that overlap or touch made one, so that no time counts twice."""
    current: Wait | None = None
    for stop in sorted(stops, key=lambda stop: stop.from_stamp):
        if stop.to_stamp is not None and stop.to_stamp < begin:
            continue
        later = Wait(max(stop.from_stamp, begin), stop.to_stamp, stop.reasons)
        if current is None or _is_apart(current, later):
            if current is not None:
                yield current
            current = later
        else:
            current = _union(current, later)
    if current is not None:
        yield current


def _is_apart(earlier: Wait, later: Wait) -> bool:
    return earlier.to_stamp is not None and later.from_stamp > earlier.to_stamp


def _union(earlier: Wait, later: Wait) -> Wait:
    reasons = tuple(dict.fromkeys((*earlier.reasons, *later.reasons)))
    if earlier.to_stamp is None or later.to_stamp is None:
        return Wait(earlier.from_stamp, None, reasons)
    return Wait(earlier.from_stamp, max(earlier.to_stamp, later.to_stamp), reasons)


def lost_days(table: DayTable, wait: Wait, *, first_counted: int) -> int:
    """Working days from the day of pausing (not counted) to the day of resuming.

    Days before `first_counted` are not the limit's and cannot be lost.
    """
    if wait.to_stamp is None:
        return 0
    after = max(wait.from_stamp // DAY_MINUTES, first_counted - 1)
    return table.working_days_between(after, wait.to_stamp // DAY_MINUTES)


def lost_minutes(table: DayTable, wait: Wait, *, start: int) -> int:
    """Working minutes inside the pause, those before stamp `start` left out."""
    if wait.to_stamp is None:
        return 0
    return max(0, table.minutes_between(max(wait.from_stamp, start), max(wait.to_stamp, start)))
