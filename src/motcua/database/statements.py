"""Several statements in one journey to the server: what the acts of every day use.

A lock is held for as long as its transaction still has journeys to make, so the acts that
everybody waits for make few of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections

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
    here = connections[DEFAULT_DB_ALIAS]  # looked up once: each look costs as much as a statement
    here.close_if_health_check_failed()
    here.ensure_connection()
    together = here.connection.pipeline() if len(statements) > 1 else nullcontext()
    with here.wrap_database_errors, together:
        cursors = [_sent(here, one) for one in statements]
    return [_first_row(cursor) for cursor in cursors]


def _sent(here: Any, one: Statement) -> Any:
    """On its way with a cursor of its own, of the kind whose values are bound by the server."""
    raw = here.Database.Cursor(here.connection)
    if not here.queries_logged and not here.execute_wrappers:
        return raw.execute(one.sql, one.params)
    with _noted(here, one, raw):
        cursor = here.make_cursor(raw)
        cursor.execute(one.sql, one.params)
        return cursor


def _noted(here: Any, one: Statement, raw: Any) -> AbstractContextManager[Any]:
    """Among Django's queries, for whoever counts them; without its values."""
    if not here.queries_logged:
        return nullcontext()
    noted: AbstractContextManager[Any] = here.make_debug_cursor(raw).debug_sql(one.sql)
    return noted


def _first_row(cursor: Any) -> Row | None:
    return cursor.fetchone() if cursor.description else None
