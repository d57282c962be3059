"""Several statements in one journey to the server: what the acts of every day use.

A lock is held for as long as its transaction still has journeys to make, so the acts that
everybody waits for make few of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from django.db import connection

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its parameters, ready for the driver."""

    sql: str
    params: Sequence[Any] = ()


def run(statements: Sequence[Statement]) -> list[Row | None]:
    """Carry them out in their order; the first row of each, None where there is none.

    On PostgreSQL they travel together and are prepared by the server after their fifth use (see
    `config.settings.database`). SQLite has no journey to save. Faults: those of Django's database.
    """
    if connection.vendor == "postgresql":
        return _run_together(statements)
    rows: list[Row | None] = []
    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one.sql, one.params)
            rows.append(_first_row(cursor))
    return rows


def _run_together(statements: Sequence[Statement]) -> list[Row | None]:
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        cursors = [_sent(one) for one in statements]
    return [_first_row(cursor) for cursor in cursors]


def _sent(one: Statement) -> Any:
    """On its way with a cursor of its own, of the kind whose values are bound by the server."""
    raw = connection.Database.Cursor(connection.connection)  # type: ignore[attr-defined]
    cursor = connection.make_cursor(raw)
    with _noted(one, raw):
        cursor.execute(one.sql, one.params)
    return cursor


def _noted(one: Statement, raw: Any) -> AbstractContextManager[Any]:
    """Among Django's queries, for whoever counts them; without its values."""
    if not connection.queries_logged:
        return nullcontext()
    noted: AbstractContextManager[Any] = connection.make_debug_cursor(raw).debug_sql(one.sql)
    return noted


def _first_row(cursor: Any) -> Row | None:
    return cursor.fetchone() if cursor.description else None
