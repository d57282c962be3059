"""The number a table gives to its next row: read in one database, taken up in another.

Keys of rows that are gone are never given again, since facts may still speak of them.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import Max, QuerySet

from motcua.database.tables import Table


def last_number(table: Table) -> int | None:
    """The last key given, also to a row that is gone; None where keys are not counted."""
    if not _is_counted(table):
        return None
    highest = QuerySet(table.model).aggregate(highest=Max(table.key))["highest"]
    return max(highest or 0, _given(table))


def count_on(table: Table, last: int) -> None:
    """The next row gets a key above `last`. Inside the transaction that wrote the rows."""
    if not _is_counted(table) or last < 1:
        return
    if connection.vendor == "postgresql":
        _ask("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", (*_place(table), last))
        return
    found = _ask("SELECT seq FROM sqlite_sequence WHERE name = %s", (table.name,))
    with connection.cursor() as cursor:
        if found is None:
            cursor.execute(
                "INSERT INTO sqlite_sequence (seq, name) VALUES (%s, %s)", (last, table.name)
            )
        else:
            cursor.execute(
                "UPDATE sqlite_sequence SET seq = %s WHERE name = %s", (last, table.name)
            )


def _is_counted(table: Table) -> bool:
    return str(table.model._meta.pk.get_internal_type()).endswith("AutoField")


def _given(table: Table) -> int:
    if connection.vendor != "postgresql":
        found = _ask("SELECT seq FROM sqlite_sequence WHERE name = %s", (table.name,))
        return int(found[0]) if found else 0
    counter = _ask("SELECT pg_get_serial_sequence(%s, %s)", _place(table))
    assert counter is not None
    # The server has quoted the name of its own sequence.
    found = _ask(f"SELECT last_value, is_called FROM {counter[0]}", ())  # noqa: S608
    assert found is not None
    return int(found[0]) if found[1] else 0


def _place(table: Table) -> tuple[str, str]:
    return (connection.ops.quote_name(table.name), str(table.model._meta.pk.column))


def _ask(sql: str, params: tuple[Any, ...]) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        row: tuple[Any, ...] | None = cursor.fetchone()
    return row
