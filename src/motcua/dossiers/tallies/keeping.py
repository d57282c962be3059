"""Stays and tallies kept with each fact: in its transaction, once its chain is locked.

The rules are `rules.stays`; here the last stay of a dossier is read and what becomes of it written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection

from motcua.database.inserting import Values
from motcua.database.statements import Statement
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.models import Dossier, PastOverdue
from motcua.dossiers.models import Stay as StayRow
from motcua.dossiers.rules.stays import COLUMNS, Countable, Counts, Stay, changes, follow
from motcua.dossiers.vocabulary import Began, Ended, Stage, TallyLevel
from motcua.kernel.clock import local_day
from motcua.ledger.recording import Record
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.vocabulary import Channel

KEY = ("agency_id", "level", "day", "procedure_id", "unit_key")
ROW = f"({', '.join(['%s'] * (len(KEY) + len(COLUMNS)))})"
ADD = (
    f"INSERT INTO dossiers_tally ({', '.join((*KEY, *COLUMNS))}) "  # noqa: S608  # names only
    f"VALUES {ROW}, {ROW} "
    f"ON CONFLICT ({', '.join(KEY)}) DO UPDATE SET "
    + ", ".join(f"{name} = dossiers_tally.{name} + EXCLUDED.{name}" for name in COLUMNS)
)


def countable(dossier: Dossier) -> Countable:
    """What of the row is counted."""
    return _countable({name: getattr(dossier, name) for name in LOOKED_AT})


def countable_after(dossier: Dossier, event: LifeEvent) -> Countable:
    """What of the dossier is counted once the fact is written into its row."""
    values = {name: getattr(dossier, name) for name in LOOKED_AT}
    values |= {name: value for name, value in event.changes.items() if name in values}
    if event.clock is not None:
        values["due_at"] = event.due_at
    return _countable({**values, "stage": event.stage})


LOOKED_AT = (
    "stage",
    "competent_agency_id",
    "unit_id",
    "assignee_id",
    "due_at",
    "timeliness",
)


NOBODYS: Values = {"assignee_id": None, "timeliness": ""}


def _countable(values: Values) -> Countable:
    return Countable(
        stage=Stage(values["stage"]),
        agency_id=values["competent_agency_id"],
        unit_id=values["unit_id"],
        handler_id=values["assignee_id"],
        due_at=values["due_at"],
        ended_as=Ended(values["timeliness"]) if values["timeliness"] else None,
    )


def keep_begun(record: Record, dossier_id: int, row: Values, *, procedure_id: int) -> None:
    """Count a dossier that comes into the register, its row as it is written, with the fact to be
    appended next."""
    stays = follow(
        None,
        _countable({**NOBODYS, **row}),
        local_day(row["received_at"]),
        procedure_id=procedure_id,
        channel=Channel(row["channel"]),
    )
    for stay in stays:
        _begin(record, dossier_id, stay)


def keep(record: Record, dossier: Dossier, after: Countable) -> None:
    """Count what the fact to be appended next makes of a dossier whose row is locked.

    `dossier`: its row before. One query, and one for each row that changes; none where nothing does.
    """
    if after == countable(dossier):
        return
    row = StayRow.objects.filter(dossier=dossier.pk).order_by("-seq").first()
    last = read_stay(row) if row else None
    procedure_id = last.procedure_id if last else _procedure_of(dossier)
    followed = follow(
        last,
        after,
        local_day(record.at),
        procedure_id=procedure_id,
        channel=Channel(dossier.channel),
    )
    for stay in followed:
        if row is not None and last is not None and stay.seq == last.seq:
            _change(record, row, last, stay)
        else:
            _begin(record, dossier.pk, stay)


def _begin(record: Record, dossier_id: int, stay: Stay) -> None:
    record.add(StayRow, [row_of(dossier_id, stay)])
    record.carry(_added(changes(None, stay)))


def _procedure_of(dossier: Dossier) -> int:
    return procedure_detail(dossier.procedure_version_id).procedure_id


def _change(record: Record, row: StayRow, before: Stay, after: Stay) -> None:
    if after == before:
        return
    values = row_of(row.dossier_id, after)
    StayRow.objects.filter(pk=row.pk).update(**values)
    new = after.past_overdue[len(before.past_overdue) :]
    record.add(
        PastOverdue,
        [{"stay_id": row.pk, "from_on": first, "until_on": until} for first, until in new],
    )
    record.carry(_added(changes(before, after)))


def row_of(dossier_id: int, stay: Stay) -> Values:
    """The values of the row that keeps the stay; what is past has rows of its own."""
    return {
        "dossier_id": dossier_id,
        "seq": stay.seq,
        "agency_id": stay.agency_id,
        "unit_id": stay.unit_id,
        "procedure_id": stay.procedure_id,
        "channel": str(stay.channel),
        "handler_id": stay.handler_id,
        "began_on": stay.began_on,
        "began_as": str(stay.began_as),
        "ended_on": stay.ended_on,
        "ended_as": str(stay.ended_as or ""),
        "without_result": stay.without_result,
        "overdue_on": stay.overdue_on,
    }


def read_stay(row: StayRow, past: Iterable[PastOverdue] = ()) -> Stay:
    """A stay as the rules see it. Those that only follow it on need not know what is past."""
    return Stay(
        seq=row.seq,
        agency_id=row.agency_id,
        unit_id=row.unit_id,
        procedure_id=row.procedure_id,
        channel=Channel(row.channel),
        handler_id=row.handler_id,
        began_on=row.began_on,
        began_as=Began(row.began_as),
        ended_on=row.ended_on,
        ended_as=Ended(row.ended_as) if row.ended_as else None,
        without_result=row.without_result,
        overdue_on=row.overdue_on,
        past_overdue=tuple((one.from_on, one.until_on) for one in past),
    )


def _added(counts: Counts) -> Iterator[Statement]:
    """One statement for each cell, its day and its month, in one order for everybody."""
    for cell, added in counts.items():
        values = [added.get(column, 0) for column in COLUMNS]
        params: list[Any] = []
        for level, day in ((TallyLevel.DAY, cell.day), (TallyLevel.MONTH, cell.day.replace(day=1))):
            told = connection.ops.adapt_datefield_value(day)
            params += (cell.agency_id, str(level), told, cell.procedure_id, cell.unit_key, *values)
        yield Statement(ADD, params)
