"""Time limits of a record. Traps: `same_day` has value 0, hours are working hours, a number
without a unit counts nothing, channels that repeat the main limit add nothing."""

from __future__ import annotations

from decimal import Decimal

from motcua.procedures.importing import shape
from motcua.procedures.importing.shape import Raw
from motcua.procedures.rules.content import Limit, Stage
from motcua.procedures.rules.refused import RecordRefused, RefusedReason
from motcua.procedures.vocabulary import Channel
from motcua.worktime.vocabulary import Unit

UNITS = {
    "working_days": Unit.WORKING_DAYS,
    "calendar_days": Unit.CALENDAR_DAYS,
    "hours": Unit.WORKING_HOURS,
    "months": Unit.MONTHS,
    "same_day": Unit.SAME_DAY,
}
Counted = tuple[Unit | None, Decimal | None]
CHANNELS = {"direct": Channel.DESK, "online": Channel.ONLINE, "post": Channel.POST}


def channel_of(word: str) -> Channel:
    if word not in CHANNELS:
        raise RecordRefused(RefusedReason.UNREADABLE, field="channel", value=word)
    return CHANNELS[word]


def read_limits(raw: Raw) -> tuple[Limit, ...]:
    """The general limit first, then those of channels that differ from it; empty when unknown."""
    limit = shape.row(raw, "time_limit")
    if not limit:
        return ()
    unit, value = _counted(limit)
    text = shape.text(limit, "text")
    note = shape.text(limit, "unit_source") or shape.text(limit, "note")
    general = Limit(
        unit=unit, value=value, text=text, stages=_stages(limit), source_note=note[:500]
    )
    limits = [general] if unit or text or general.stages else []
    return (*limits, *_by_channel(limit, (unit, value)))


def _by_channel(limit: Raw, main: Counted) -> list[Limit]:
    """The limits of channels that differ from the main one.

    Several values for one channel are cases of the procedure: the main limit holds when it is
    among them, else the longest.
    """
    stated: dict[Channel, list[tuple[Unit, Decimal]]] = {}
    for row in shape.rows(limit, "by_channel"):
        unit, value = _counted(row)
        channel = channel_of(shape.text(row, "channel"))
        if unit is not None and value is not None:
            stated.setdefault(channel, []).append((unit, value))
    longest = {
        channel: max(counted, key=lambda one: one[1])
        for channel, counted in stated.items()
        if main not in counted
    }
    return [
        Limit(unit=unit, value=value, channel=channel) for channel, (unit, value) in longest.items()
    ]


def _counted(raw: Raw) -> Counted:
    """Both or neither: a number without a unit is the portal's default, not a promise."""
    word, value = shape.text(raw, "unit"), shape.decimal(raw, "value")
    if not word or value is None:
        return None, None
    if word not in UNITS:
        raise RecordRefused(RefusedReason.UNREADABLE, field="time_limit.unit", value=word)
    unit = UNITS[word]
    if unit is not Unit.SAME_DAY and not value:
        return None, None
    return unit, Decimal(0) if unit is Unit.SAME_DAY else value


def _stages(limit: Raw) -> tuple[Stage, ...]:
    stages = []
    for row in shape.rows(limit, "stages"):
        unit, value = _counted(row)
        if unit is not None and value is not None:
            stages.append(Stage(who=shape.text(row, "who"), unit=unit, value=value))
    return tuple(stages)
