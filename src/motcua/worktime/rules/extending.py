"""A date moved to a later day with an apology (law.md 4.3), and what waiting after it does to it.

Waiting that ended before the extension is already in the day that was chosen. A pause after it
moves that day by what is lost; a limit counted again from its start makes the extension void.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.kernel.clock import local
from motcua.worktime.rules.day_table import DayTable, instant_of, stamp_of
from motcua.worktime.rules.pauses import Wait, arrange, lost_days, lost_minutes
from motcua.worktime.rules.week import DAY_MINUTES
from motcua.worktime.vocabulary import Extension, Pause, PausePolicy, TraceCode, TraceLine


@dataclass(frozen=True, slots=True)
class Extended:
    """The date after an extension and all waiting that followed; None while the waiting lasts."""

    due_at: datetime | None
    trace: tuple[TraceLine, ...]


def is_void(extension: Extension, pauses: tuple[Pause, ...]) -> bool:
    """Whether the limit has begun again from its start after the extension was given."""
    return any(
        pause.policy is PausePolicy.RESTART and pause.from_at >= extension.granted_at
        for pause in pauses
    )


def extend(
    table: DayTable, extension: Extension, pauses: tuple[Pause, ...], *, in_minutes: bool
) -> Extended:
    """`pauses`: all of the dossier; `in_minutes`: waiting is measured in minutes, else in days."""
    later = tuple(pause for pause in pauses if pause.from_at >= extension.granted_at)
    since, end = stamp_of(extension.granted_at), stamp_of(extension.to_at)
    lines = [_extended_line(extension)]
    for stop in arrange(later, received=since).stops:
        if stop.from_stamp >= end:
            break
        if stop.to_stamp is None:
            params = {"reason": "; ".join(stop.reasons)}
            lines.append(TraceLine(instant_of(stop.from_stamp), TraceCode.WAITING, params))
            return Extended(None, tuple(lines))
        loss = _loss(table, stop, since, in_minutes=in_minutes)
        end = _moved(table, end, loss, in_minutes=in_minutes)
        lines.append(_paused_line(stop, loss, in_minutes=in_minutes))
    due_at = instant_of(end)
    return Extended(due_at, (*lines, TraceLine(due_at, TraceCode.DUE)))


def _loss(table: DayTable, stop: Wait, since: int, *, in_minutes: bool) -> int:
    if in_minutes:
        return lost_minutes(table, stop, start=since)
    return lost_days(table, stop, first_counted=since // DAY_MINUTES + 1)


def _moved(table: DayTable, end: int, loss: int, *, in_minutes: bool) -> int:
    if not loss:
        return end
    if in_minutes:
        return table.add_minutes(end, loss)
    return table.closing(table.working_day_after(end // DAY_MINUTES, loss))


def _extended_line(extension: Extension) -> TraceLine:
    params = {"to_at": local(extension.to_at).isoformat(), "reason": extension.reason}
    return TraceLine(local(extension.granted_at), TraceCode.EXTENDED, params)


def _paused_line(stop: Wait, loss: int, *, in_minutes: bool) -> TraceLine:
    assert stop.to_stamp is not None
    from_at, to_at = instant_of(stop.from_stamp), instant_of(stop.to_stamp)
    params = {
        "from_at": from_at.isoformat(),
        "to_at": to_at.isoformat(),
        "minutes" if in_minutes else "days": loss,
        "reason": "; ".join(stop.reasons),
    }
    return TraceLine(to_at, TraceCode.PAUSED, params)
