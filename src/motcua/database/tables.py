"""Every table of the program, read and written row by row without knowing what it means.

For moving a whole office: rows come in the order of their key, in pieces, so that memory is bounded
however many there are. Tables are told by name; models stay with their apps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model, QuerySet

from motcua.database.plain_values import from_plain, to_plain

PIECE = 1000
OURS = "motcua."
PlainRow = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """One table: `name` in the database, and the app that keeps it (`is_ours`: one of this program)."""

    name: str
    app: str
    is_ours: bool
    model: type[Model]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Attribute names of what is stored, in the order of the model."""
        return tuple(field.attname for field in self._fields)

    @cached_property
    def refers_to(self) -> frozenset[str]:
        """Names of the tables whose rows must be there first; its own is left out."""
        targets = (field.related_model for field in self._fields if field.remote_field)
        return frozenset(target._meta.db_table for target in targets) - {self.name}

    @property
    def key(self) -> str:
        return str(self.model._meta.pk.attname)

    @cached_property
    def _fields(self) -> tuple[Any, ...]:
        return tuple(field for field in self.model._meta.concrete_fields if not field.generated)

    def count(self) -> int:
        return self._rows().count()

    def read(self) -> Iterator[PlainRow]:
        """All rows by key, as plain JSON values."""
        turns = [(field.attname, to_plain(field)) for field in self._fields]
        for values in self._values():
            yield {
                name: value if turn is None or value is None else turn(value)
                for (name, turn), value in zip(turns, values, strict=True)
            }

    def _values(self) -> Iterator[tuple[Any, ...]]:
        place = self.columns.index(self.key)
        rows = self._rows().order_by(self.key)
        piece = list(rows.values_list(*self.columns)[:PIECE])
        while piece:
            yield from piece
            after = {f"{self.key}__gt": piece[-1][place]}
            piece = list(rows.filter(**after).values_list(*self.columns)[:PIECE])

    def write(self, rows: Iterable[Mapping[str, Any]]) -> int:
        """Insert rows as `read` gave them, with their keys; how many. Constraints and triggers hold.

        Faults: KeyError for a row that lacks a column, those of Django's database.
        """
        quote = connection.ops.quote_name
        columns = ", ".join(quote(field.column) for field in self._fields)
        places = ", ".join(["%s"] * len(self._fields))
        # Names come from the models, values go as parameters.
        sql = f"INSERT INTO {quote(self.name)} ({columns}) VALUES ({places})"  # noqa: S608
        turns = [(field, from_plain(field)) for field in self._fields]
        params, written = (_params(row, turns) for row in rows), 0
        with connection.cursor() as cursor:
            while piece := list(islice(params, PIECE)):
                cursor.executemany(sql, piece)
                written += len(piece)
        return written

    def _rows(self) -> QuerySet[Model]:
        return QuerySet(self.model)


def _params(row: Mapping[str, Any], turns: list[tuple[Any, Any]]) -> list[Any]:
    params = []
    for field, turn in turns:
        value = row[field.attname]
        value = value if turn is None or value is None else turn(value)
        params.append(field.get_db_prep_save(value, connection))
    return params


def all_tables() -> list[Table]:
    """The tables of every installed app, each after those it refers to."""
    models = apps.get_models(include_auto_created=True)
    tables = {table_of(model).name: table_of(model) for model in models if not model._meta.proxy}
    return [tables[name] for name in in_safe_order({n: t.refers_to for n, t in tables.items()})]


def table_of(model: type[Model]) -> Table:
    meta = model._meta
    return Table(meta.db_table, meta.app_label, meta.app_config.name.startswith(OURS), model)


def in_safe_order(refers_to: Mapping[str, frozenset[str]]) -> list[str]:
    """Names so that each comes after those it refers to, else by alphabet.

    Where they refer to each other in a ring the alphabet decides: foreign keys are checked when the
    transaction ends.
    """
    waiting = {name: targets & refers_to.keys() for name, targets in refers_to.items()}
    ordered: list[str] = []
    while waiting:
        ready = sorted(name for name, targets in waiting.items() if not targets & waiting.keys())
        for name in ready or [min(waiting)]:
            ordered.append(name)
            del waiting[name]
    return ordered


def applied_migrations(labels: Iterable[str]) -> dict[str, list[str]]:
    """The migrations that made the tables of these apps, by app."""
    applied = MigrationRecorder(connection).applied_migrations()
    wanted: dict[str, list[str]] = {label: [] for label in sorted(set(labels))}
    for label, name in sorted(applied):
        if label in wanted:
            wanted[label].append(name)
    return wanted


@contextmanager
def one_snapshot() -> Iterator[None]:
    """All that is read within is of one moment, while others go on writing.

    Inside a transaction that is open already it is the moment of that one.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with _reading_transaction():
            yield


@contextmanager
def _reading_transaction() -> Iterator[None]:
    """Django's own would ask for the turn to write, and everybody at the desk would wait."""
    connection.ensure_connection()
    connection.connection.execute("BEGIN DEFERRED")
    try:
        yield
    finally:
        connection.connection.execute("ROLLBACK")


def check_references() -> None:
    """Faults: IntegrityError where a foreign key points to nothing."""
    connection.check_constraints()
