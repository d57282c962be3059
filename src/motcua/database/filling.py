"""Many rows at once into tables that nobody reads yet: by COPY on PostgreSQL, by one prepared
statement on SQLite.

Constraints of each row hold as always. Indexes and references are taken away before and built and
checked again after, within one transaction: it is all there at the end, or nothing is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model

Row = tuple[Any, ...]
"""Plain values in the order of a sheet's names; instants as UTC text (`2021-03-01T01:15:27Z`)."""

ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to be filled: its model, and the attribute names that each row gives values for."""

    model: type[Model]
    names: tuple[str, ...]

    @property
    def table(self) -> str:
        return str(self.model._meta.db_table)

    def columns(self) -> str:
        quote = connection.ops.quote_name
        return ", ".join(quote(self._field(name).column) for name in self.names)

    def instants(self) -> tuple[int, ...]:
        """The places of the instants in a row."""
        kinds = (self._field(name).get_internal_type() for name in self.names)
        return tuple(place for place, kind in enumerate(kinds) if kind == "DateTimeField")

    def _field(self, name: str) -> Any:
        return _fields(self.model)[name]


@cache
def _fields(model: type[Model]) -> dict[str, Any]:
    return {field.attname: field for field in model._meta.concrete_fields}


def copy_text(rows: Iterable[Row | str]) -> bytes:
    """Rows in the text format of COPY; those that are lines of it already stay as they are."""
    lines = [
        row if type(row) is str else "\t".join([copied(value) for value in row]) for row in rows
    ]
    return ("\n".join(lines) + "\n").encode() if lines else b""


def copied(value: Any) -> str:
    """A value as it stands in a line of COPY."""
    if type(value) is str:
        if value.isprintable():
            return value.replace("\\", "\\\\") if "\\" in value else value
        return value.translate(ESCAPED)
    if value is None:
        return "\\N"
    if value is True:
        return "t"
    return "f" if value is False else str(value)


def sqlite_rows(rows: Iterable[Row], instants: Sequence[int]) -> list[Row]:
    """Rows as SQLite keeps them: instants in the text of Django's."""
    ready = []
    for row in rows:
        values = list(row)
        for place in instants:
            text = values[place]
            if text is not None:
                values[place] = f"{text[:10]} {text[11:].removesuffix('Z')}"
        ready.append(tuple(values))
    return ready


def pour(sheet: Sheet, piece: bytes | list[Row]) -> None:
    """Write what `copy_text` (PostgreSQL) or `sqlite_rows` has made ready."""
    # Names come from the models.
    if isinstance(piece, bytes):
        sql = f"COPY {connection.ops.quote_name(sheet.table)} ({sheet.columns()}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(sql) as copying:
            copying.write(piece)
        return
    places = ", ".join(["?"] * len(sheet.names))
    sql = f"INSERT INTO {sheet.table} ({sheet.columns()}) VALUES ({places})"  # noqa: S608
    connection.connection.executemany(sql, piece)


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"


@contextmanager
def laid_bare(models: Sequence[type[Model]]) -> Iterator[None]:
    """Within this block the tables have neither indexes nor references but for their keys.

    Inside a transaction, whose end brings either everything or nothing.
    """
    tables = [str(model._meta.db_table) for model in models]
    again = _strip_postgresql(tables) if is_postgresql() else _strip_sqlite(tables)
    yield
    with connection.cursor() as cursor:
        for statement in again:
            cursor.execute(statement)


CONSTRAINTS = (
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE conrelid = %s::regclass AND contype IN ('u', 'f') ORDER BY contype DESC, conname"
)
INDEXES = (
    "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
    "WHERE indrelid = %s::regclass AND NOT indisprimary ORDER BY 1"
)


def _strip_postgresql(tables: Sequence[str]) -> list[str]:
    """Drop them; the statements that bring them back, references last."""
    again: list[str] = []
    references: list[str] = []
    # What this transaction has written already is looked up now: no table changes while it waits.
    connection.check_constraints()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(CONSTRAINTS, (table,))
            for name, definition in cursor.fetchall():
                kept = references if definition.startswith("FOREIGN") else again
                kept.append(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {definition}')
                cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
            cursor.execute(INDEXES, (table,))
            for name, definition in cursor.fetchall():
                again.append(definition)
                cursor.execute(f"DROP INDEX {name}")
    return again + references


def _strip_sqlite(tables: Sequence[str]) -> list[str]:
    """Drop the indexes; what a table was created with stays."""
    again = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master "
                "WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL ORDER BY name",
                (table,),
            )
            for name, definition in cursor.fetchall():
                again.append(definition)
                cursor.execute(f'DROP INDEX "{name}"')
    return again


@contextmanager
def unchecked_references() -> Iterator[None]:
    """SQLite looks every reference up with every row: within this block it does not. Around the
    transaction, which ends with `check_references_of`."""
    if is_postgresql():
        yield
        return
    connection.disable_constraint_checking()
    try:
        yield
    finally:
        connection.enable_constraint_checking()


def check_references_of(models: Sequence[type[Model]]) -> None:
    """What `unchecked_references` did not look up; PostgreSQL has done so with each constraint.

    Faults: IntegrityError.
    """
    if not is_postgresql():
        connection.check_constraints([str(model._meta.db_table) for model in models])


def take_stock(tables: Iterable[str]) -> None:
    """Tell the planner of the database what these tables hold now, after many rows came at once.

    PostgreSQL also marks pages whose rows everybody may see, so that what an index tells need not
    be looked up in the table; within a transaction it cannot.
    """
    takes_away = is_postgresql() and not connection.in_atomic_block
    command = "VACUUM (ANALYZE)" if takes_away else "ANALYZE"
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'{command} "{table}"')
