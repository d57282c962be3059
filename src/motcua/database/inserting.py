"""Rows written without building the statement anew for each: what the acts of every day use.

An INSERT statement is put together once per model and number of rows; values are handed to the
driver as they are, days and instants as the database wants them. Constraints, triggers and keys
hold as always; nothing of the ORM's own (signals, `save`) is passed by, since the house uses none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model

from motcua.database.statements import Statement

PARAMS_MAX = 50
"""Parameters in one statement: the driver of PostgreSQL keeps what it knows of texts up to this."""
STATEMENTS_KEPT = 256
ADAPTED = {"DateField": "adapt_datefield_value", "DateTimeField": "adapt_datetimefield_value"}
TAKEN_AS_THEY_ARE = frozenset(
    {
        "AutoField",
        "BigAutoField",
        "BigIntegerField",
        "BooleanField",
        "CharField",
        "ForeignKey",
        "IntegerField",
        "OneToOneField",
        "PositiveIntegerField",
        "PositiveSmallIntegerField",
        "SmallIntegerField",
        "TextField",
    }
)

Values = Mapping[str, Any]
"""Of one row, by the attribute names of the model (`agency_id`); what is left out has its default."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What of a model its statements are made of."""

    table: str
    names: tuple[str, ...]
    columns: tuple[str, ...]
    defaults: dict[str, Any]
    adapted: tuple[tuple[int, str], ...]
    known: frozenset[str]

    def params(self, values: Values) -> list[Any]:
        """The parameters of one row. Faults: TypeError for a name that the model does not have."""
        if not self.known.issuperset(values):
            raise TypeError(f"no such fields: {sorted(set(values) - self.known)}")
        row = {**self.defaults, **values}
        params = [row[name] for name in self.names]
        for place, adapt in self.adapted:
            params[place] = getattr(connection.ops, adapt)(params[place])
        return params


@cache
def _shape(model: type[Model], *, keyed: bool) -> _Shape:
    """`keyed`: the rows bring their id; else the database gives it."""
    concrete = [field for field in model._meta.concrete_fields if keyed or not _is_given(field)]
    kinds = [field.get_internal_type() for field in concrete]
    strange = set(kinds) - TAKEN_AS_THEY_ARE - set(ADAPTED)
    if strange:
        raise TypeError(f"{model.__name__} has fields to be written by the ORM: {sorted(strange)}")
    return _Shape(
        table=model._meta.db_table,
        names=tuple(field.attname for field in concrete),
        columns=tuple(str(field.column) for field in concrete),
        defaults={field.attname: field.get_default() for field in concrete if _may_lack(field)},
        adapted=tuple(
            (place, ADAPTED[kind]) for place, kind in enumerate(kinds) if kind in ADAPTED
        ),
        known=frozenset(field.attname for field in concrete),
    )


def _is_given(field: Any) -> bool:
    return bool(field.primary_key) and field.get_internal_type().endswith("AutoField")


def _may_lack(field: Any) -> bool:
    return not field.primary_key and bool(field.has_default() or field.null or field.blank)


@lru_cache(maxsize=STATEMENTS_KEPT)
def _insert_sql(model: type[Model], count: int, *, keyed: bool) -> str:
    shape, quote = _shape(model, keyed=keyed), connection.ops.quote_name
    names = ", ".join(quote(column) for column in shape.columns)
    row = f"({', '.join(['%s'] * len(shape.columns))})"
    # Names come from the models, values go as parameters.
    return f"INSERT INTO {quote(shape.table)} ({names}) VALUES {', '.join([row] * count)}"  # noqa: S608


def insertions(model: type[Model], rows: Iterable[Values]) -> Iterator[Statement]:
    """The statements that write these rows, in their order; none for no rows.

    Either every row brings its `id` (see `next_id`) or none does.
    """
    waiting = list(rows)
    if not waiting:
        return
    keyed = "id" in waiting[0]
    shape = _shape(model, keyed=keyed)
    together = max(1, PARAMS_MAX // len(shape.names))
    for start in range(0, len(waiting), together):
        piece = waiting[start : start + together]
        params = [value for values in piece for value in shape.params(values)]
        yield Statement(_insert_sql(model, len(piece), keyed=keyed), params)


def next_id(model: type[Model]) -> Statement:
    """Asks for the id of a row to come, so that all that hangs on it can travel together.

    On SQLite it holds as long as the transaction does, since a writer is alone there.
    """
    if connection.vendor == "postgresql":
        return Statement(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id'))", (model._meta.db_table,)
        )
    return Statement(
        "SELECT COALESCE(MAX(seq), 0) + 1 FROM sqlite_sequence WHERE name = %s",
        (model._meta.db_table,),
    )
