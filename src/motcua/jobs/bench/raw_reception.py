"""One reception by the driver alone: the rows of a real one, written again with ready-made values."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from motcua.dossiers.rules.stays import COLUMN_OF_CHANNEL, COLUMNS
from motcua.dossiers.tallies.keeping import ADD
from motcua.jobs.workload.raw import RawDriver, Row

CHILDREN = (
    "dossiers_dossierparty",
    "dossiers_submitteddocument",
    "dossiers_feeline",
    "dossiers_stay",
)
NEXT_SERIAL = (
    "INSERT INTO dossiers_dossierserial (agency_id, day, last) VALUES (%s, %s, 1) "
    "ON CONFLICT (agency_id, day) DO UPDATE SET last = dossiers_dossierserial.last + 1 "
    "RETURNING last"
)
NEXT_LINE = (
    "INSERT INTO dossiers_dossierregister (agency_id, year, last, closed_by, digest) "
    "VALUES (%s, %s, 1, '', '') ON CONFLICT (agency_id, year) "
    "DO UPDATE SET last = dossiers_dossierregister.last + 1 RETURNING last"
)
HEAD = "SELECT last_seq, last_digest FROM ledger_stream WHERE name = %s"
MOVE = "UPDATE ledger_stream SET last_seq = %s, last_digest = %s WHERE name = %s"
DIGEST = "0" * 64


@dataclass(frozen=True, slots=True)
class Insert:
    """A statement with its values; the places to be filled in when it is written again."""

    sql: str
    values: tuple[Any, ...]
    places: dict[str, list[int]]

    def filled(self, **known: Any) -> list[Any]:
        values = list(self.values)
        for name, value in known.items():
            for place in self.places[name]:
                values[place] = value
        return values


NEWEST = (
    "SELECT id FROM dossiers_dossier WHERE version = 1 AND register_number IS NOT NULL "
    "ORDER BY id DESC LIMIT %s"
)
"""Receptions that nothing has happened to since."""


@dataclass(frozen=True, slots=True)
class Ready:
    """All statements of one reception."""

    agency_id: int
    day: Any
    year: int
    stream: str
    code_start: str
    dossier: Insert
    children: tuple[Insert, ...]
    tallies: tuple[list[Any], ...]
    fact: Insert


def ready_made(driver: RawDriver, count: int) -> list[Ready]:
    """The newest receptions as ready-made statements."""
    newest = driver.rows(NEWEST, (count,))
    columns = {
        table: _columns(driver, table) for table in ("dossiers_dossier", "ledger_fact", *CHILDREN)
    }
    ready = [_ready(driver, columns, dossier_id) for (dossier_id,) in newest]
    driver.commit()
    return ready


def write(driver: RawDriver, ready: Ready) -> None:
    """Serial, line of the register, dossier, parties, papers, fees, stay, tallies, head of the chain,
    fact: one transaction."""
    driver.begin()
    ((serial,),) = driver.rows(NEXT_SERIAL, (ready.agency_id, ready.day))
    ((line,),) = driver.rows(NEXT_LINE, (ready.agency_id, ready.year))
    code = f"{ready.code_start}{serial:04d}"
    filled = ready.dossier.filled(code=code, register_number=line)
    ((dossier_id,),) = driver.rows(ready.dossier.sql, filled)
    for child in ready.children:
        driver.rows(child.sql, child.filled(dossier_id=dossier_id))
    for tally in ready.tallies:
        driver.rows(ADD, tally)
    ((seq, digest),) = driver.rows(HEAD + driver.lock, (ready.stream,))
    driver.rows(
        ready.fact.sql,
        ready.fact.filled(
            stream_seq=seq + 1,
            subject_id=dossier_id,
            request_key=str(uuid.uuid4()),
            previous_digest=digest,
        ),
    )
    driver.rows(MOVE, (seq + 1, DIGEST, ready.stream))
    driver.commit()


def _columns(driver: RawDriver, table: str) -> list[str]:
    """Without the id, which the database gives."""
    if driver.lock:
        found = driver.rows(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s "
            "AND table_schema = current_schema() AND is_generated = 'NEVER' ORDER BY ordinal_position",
            (table,),
        )
    else:
        found = driver.rows("SELECT name FROM pragma_table_info(%s)", (table,))
    return [name for (name,) in found if name != "id"]


def _ready(driver: RawDriver, columns: dict[str, list[str]], dossier_id: int) -> Ready:
    (dossier,) = _rows(driver, columns, "dossiers_dossier", "id", dossier_id)
    (fact,) = _rows(driver, columns, "ledger_fact", "subject_kind = 'dossier' AND subject_id", dossier_id)  # fmt: skip
    known = dict(zip(columns["dossiers_dossier"], dossier, strict=True))
    told = dict(zip(columns["ledger_fact"], fact, strict=True))
    children = [
        (table, rows)
        for table in CHILDREN
        if (rows := _rows(driver, columns, table, "dossier_id", dossier_id))
    ]
    return Ready(
        agency_id=known["agency_id"],
        day=known["received_on"],
        year=known["register_year"],
        stream=told["stream_id"],
        code_start=known["code"].rpartition("-")[0] + "-",
        dossier=_insert("dossiers_dossier", columns["dossiers_dossier"], [dossier], returning=True),
        children=tuple(_insert(table, columns[table], rows) for table, rows in children),
        tallies=_tallies(
            dict(zip(columns["dossiers_stay"], dict(children)["dossiers_stay"][0], strict=True))
        ),
        fact=_insert("ledger_fact", columns["ledger_fact"], [fact]),
    )


def _tallies(stay: dict[str, Any]) -> tuple[list[Any], ...]:
    """What a reception adds to the tallies: one begun on its day, one overdue from its date on; each
    for the day and for the month."""
    begun = _added(stay, stay["began_on"], COLUMN_OF_CHANNEL[stay["channel"]])
    if stay["overdue_on"] is None:
        return (begun,)
    return begun, _added(stay, stay["overdue_on"], "overdue")


def _added(stay: dict[str, Any], day: Any, column: str) -> list[Any]:
    counts = [int(name == column) for name in COLUMNS]
    month = f"{day}"[:8] + "01"
    unit_key = stay["unit_id"] or 0
    return [
        value
        for level, first in (("DAY", f"{day}"), ("MONTH", month))
        for value in (stay["agency_id"], level, first, stay["procedure_id"], unit_key, *counts)
    ]


def _rows(
    driver: RawDriver, columns: dict[str, list[str]], table: str, which: str, dossier_id: int
) -> list[Row]:
    names = ", ".join(columns[table])
    # Names of our own tables; nothing here comes from outside.
    return driver.rows(f"SELECT {names} FROM {table} WHERE {which} = %s", (dossier_id,))  # noqa: S608


def _insert(table: str, columns: list[str], rows: list[Row], *, returning: bool = False) -> Insert:
    places: dict[str, list[int]] = {}
    for place, name in enumerate(columns * len(rows)):
        places.setdefault(name, []).append(place)
    one = f"({', '.join(['%s'] * len(columns))})"
    end = " RETURNING id" if returning else ""
    return Insert(
        sql=f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([one] * len(rows))}{end}",  # noqa: S608
        values=tuple(value for row in rows for value in row),
        places=places,
    )
