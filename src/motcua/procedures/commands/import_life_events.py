"""Take the list of life events over from a file: the whole list, in the order in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Record, Subject, recording
from motcua.procedures.events import LifeEventEnded, LifeEventPublished
from motcua.procedures.models import LifeEvent as Row
from motcua.procedures.rules.life_events import (
    LifeEvent,
    digest_of,
    life_events_of,
    plain_event,
)

SUBJECT = "life-event"


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEventImport:
    """What became of each event, by its code."""

    published: tuple[str, ...]
    unchanged: tuple[str, ...]
    ended: tuple[str, ...]


def import_life_events(
    *, actor: Actor, at: datetime, document: Any, only_missing: bool = False
) -> LifeEventImport:
    """Bring the life events in line with the file, all of it or nothing.

    A new event begins on the day that the file states; another text of one that is there begins
    tomorrow; one that the file leaves out ends with today. The same file changes nothing.
    `only_missing` adds what was never there and leaves the rest as the office has it.
    Refusals: NotPermitted, LifeEventsMalformed.
    """
    may(actor, Permission.PROCEDURE_IMPORT).demand()
    given = life_events_of(document)
    tomorrow = local_day(at) + timedelta(days=1)
    published, unchanged = [], []
    with recording(actor, at) as record:
        standing = _standing()
        for position, event in enumerate(given.events):
            rows = standing.pop(event.code, [])
            if rows and (only_missing or _says_the_same(rows[-1], event, position)):
                unchanged.append(event.code)
                continue
            _end(record, rows, tomorrow)
            starts_on = tomorrow if rows else given.valid_from
            _publish(record, event, position, starts_on=starts_on, at=at)
            published.append(event.code)
        ended = [] if only_missing else _end_others(record, standing, tomorrow)
    return LifeEventImport(
        published=tuple(published), unchanged=tuple(unchanged), ended=tuple(ended)
    )


def _standing() -> dict[str, list[Row]]:
    """By code, in order: what was never withdrawn. Locked, so that two imports take turns."""
    found: dict[str, list[Row]] = {}
    for row in Row.objects.select_for_update(no_key=True).order_by("valid_from", "id"):
        if row.valid_until != row.valid_from:
            found.setdefault(row.code, []).append(row)
    return found


def _says_the_same(last: Row, event: LifeEvent, position: int) -> bool:
    return last.valid_until is None and last.digest == digest_of(event, position)


def _end(record: Record, rows: list[Row], tomorrow: date) -> bool:
    """Close what holds today, withdraw what was planned; whether anything was."""
    open_ones = [row for row in rows if row.valid_until is None or row.valid_until > tomorrow]
    for row in open_ones:
        row.valid_until = max(row.valid_from, tomorrow)
        row.save(update_fields=["valid_until"])
        fact = LifeEventEnded(life_event=row.code, valid_until=row.valid_until)
        record.append(fact, about=Subject(SUBJECT, row.pk, next_seq(SUBJECT, row.pk)))
    return bool(open_ones)


def _end_others(record: Record, left: dict[str, list[Row]], tomorrow: date) -> list[str]:
    return [code for code, rows in left.items() if _end(record, rows, tomorrow)]


def _publish(
    record: Record, event: LifeEvent, position: int, *, starts_on: date, at: datetime
) -> None:
    digest = digest_of(event, position)
    row = Row.objects.create(
        code=event.code,
        position=position,
        content=plain_event(event),
        digest=digest,
        valid_from=starts_on,
        published_at=at,
    )
    fact = LifeEventPublished(
        life_event=event.code,
        name=event.name.vi,
        valid_from=starts_on,
        content_digest=digest,
    )
    record.append(fact, about=Subject(SUBJECT, row.pk, 1))
