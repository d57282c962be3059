"""A day off announced late: show which open dossiers would move, then enter it and move them.

Each moved dossier keeps its original date and gains a fact that says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

import orjson
from django.db.models import QuerySet

from motcua.agencies.queries import subtree_ids
from motcua.dossiers.events import DeadlineMoved
from motcua.dossiers.models import Dossier
from motcua.dossiers.rules.promise import ClockInputs, Timing, timing
from motcua.dossiers.tallies.keeping import countable, keep
from motcua.dossiers.vocabulary import OPEN_STAGES
from motcua.kernel.actor import Actor
from motcua.kernel.clock import ZONE, local_day
from motcua.ledger.caching import one_revision
from motcua.ledger.recording import Record, Subject, agency_stream, recording
from motcua.worktime.commands.announce_day import announce_day, demand_calendar_change
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.rules.calendar import WorkCalendar
from motcua.worktime.vocabulary import SpecialDay

PIECE = 200


def _unwatched(_done: int, _total: int) -> None:
    """Nobody is watching the progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One open dossier whose date changes."""

    dossier_id: int
    code: str
    agency_id: int
    old_due_at: datetime | None
    new_due_at: datetime | None


def preview_moves(
    *, actor: Actor, at: datetime, agency_id: int | None, special: SpecialDay
) -> list[Move]:
    """What would move if the day were entered. Changes nothing. Refusals: NotPermitted, DayOutOfRange."""
    demand_calendar_change(actor, at, agency_id)
    ids = _open_ids(agency_id, special.day, at)
    return [_move_of(dossier, told) for dossier, told in _moved(ids, (special,))]


def announce_and_move(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int | None,
    special: SpecialDay,
    progress: Callable[[int, int], None] = _unwatched,
) -> list[Move]:
    """Enter the day, then move every open dossier it touches, each in its own transaction.

    Interrupted, it can be run again by `move_open`: a dossier already moved does not move twice.
    Refusals: NotPermitted, DayAlreadyEntered.
    """
    day_off_id = announce_day(actor=actor, at=at, agency_id=agency_id, special=special)
    return move_open(
        actor=actor,
        at=at,
        agency_id=agency_id,
        special=special,
        day_off_id=day_off_id,
        progress=progress,
    )


def move_open(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int | None,
    special: SpecialDay,
    day_off_id: int,
    progress: Callable[[int, int], None] = _unwatched,
) -> list[Move]:
    """Work out anew the dates that the entered day touches. Returns what moved."""
    demand_calendar_change(actor, at, agency_id)
    ids = _open_ids(agency_id, special.day, at)
    moved = []
    with one_revision(newest=True):
        for done, dossier_id in enumerate(ids, start=1):
            with recording(actor, at) as record:
                moved += move_piece(record, [dossier_id], special, day_off_id)
            progress(done, len(ids))
    return moved


def move_piece(record: Record, ids: list[int], special: SpecialDay, day_off_id: int) -> list[Move]:
    """Those of these dossiers whose date the entered day changes, moved with their facts. What has
    moved already stays. The right to it has been asked before."""
    moved = []
    for dossier, told in _moved(ids, (), lock=True):
        moved.append(_move_of(dossier, told))
        _move(record, dossier, told, special, day_off_id)
    return moved


def touched_by(agency_id: int | None, day: date, at: datetime) -> QuerySet[Dossier]:
    """Open dossiers whose period from reception to date holds the day; served by `..._due`."""
    begins = datetime.combine(day, time.min, tzinfo=ZONE)
    dossiers = Dossier.objects.filter(
        stage__in=OPEN_STAGES, received_on__lte=day, due_at__gte=begins
    )
    if agency_id is None:
        return dossiers
    return dossiers.filter(competent_agency__in=subtree_ids(agency_id, local_day(at)))


def _open_ids(agency_id: int | None, day: date, at: datetime) -> list[int]:
    return list(touched_by(agency_id, day, at).order_by("id").values_list("id", flat=True))


def _moved(
    ids: list[int], added: tuple[SpecialDay, ...], *, lock: bool = False
) -> Iterator[tuple[Dossier, Timing]]:
    """The rows as they are, each with the timing that it comes to."""
    calendars: dict[int, WorkCalendar] = {}
    for dossier in _open_rows(ids, lock=lock):
        clock = ClockInputs.from_plain(orjson.loads(dossier.clock))
        office = office_time(dossier.competent_agency_id, local_day(clock.received_at))
        # One calendar for all dossiers of an office: its table of days costs more than a date.
        if id(office) not in calendars:
            calendars[id(office)] = office.calendar.with_days(added) if added else office.calendar
        told = timing(clock, calendars[id(office)])
        if told.due_at != dossier.due_at:
            yield dossier, told


def _move_of(dossier: Dossier, told: Timing) -> Move:
    return Move(
        dossier_id=dossier.pk,
        code=dossier.code,
        agency_id=dossier.agency_id,
        old_due_at=dossier.due_at,
        new_due_at=told.due_at,
    )


def _open_rows(ids: list[int], *, lock: bool) -> Iterator[Dossier]:
    for start in range(0, len(ids), PIECE):
        rows = Dossier.objects.filter(pk__in=ids[start : start + PIECE], stage__in=OPEN_STAGES)
        yield from (rows.select_for_update(no_key=True) if lock else rows).order_by("id")


def _move(
    record: Record, dossier: Dossier, told: Timing, special: SpecialDay, day_off_id: int
) -> None:
    seq = dossier.version + 1
    Dossier.objects.filter(pk=dossier.pk).update(
        due_at=told.due_at, due_soon_at=told.due_soon_at, version=seq
    )
    keep(record, dossier, replace(countable(dossier), due_at=told.due_at))
    record.append(
        DeadlineMoved(
            old_due_at=dossier.due_at,
            due_at=told.due_at,
            due_soon_at=told.due_soon_at,
            cause=special.name or special.day.isoformat(),
            day_off_id=day_off_id,
            clock=told.clock.to_plain(),
            trace=tuple(line.to_plain() for line in told.trace),
        ),
        about=Subject("dossier", dossier.pk, seq),
        stream=agency_stream(dossier.agency_id),
    )
