"""What one operation costs the database and the wire, counted beside the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from unittest.mock import patch

from django.db import connection, connections
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper
from django.test.utils import CaptureQueriesContext

from motcua.jobs.bench.figures import Work

FRAME = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
STEPS = 100
"""Every so many instructions of SQLite's machine it calls back."""
SCANNED = (
    "SELECT (SELECT coalesce(sum(seq_tup_read), 0) FROM pg_stat_user_tables) + "
    "(SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes)"
)


class Tally:
    """Rows that came to the program."""

    def __init__(self) -> None:
        self.rows = 0

    def counted(self, base: type[CursorWrapper]) -> Callable[[Any], CursorWrapper]:
        """Makes cursors of that kind that count what is fetched."""
        tally = self

        class Counting(base):  # type: ignore[valid-type, misc]
            def fetchone(self) -> Any:
                row = self.cursor.fetchone()
                tally.rows += row is not None
                return row

            def fetchmany(self, *args: Any) -> Any:
                return tally.all_of(self.cursor.fetchmany(*args))

            def fetchall(self) -> Any:
                return tally.all_of(self.cursor.fetchall())

            def __iter__(self) -> Iterator[Any]:
                for row in self.cursor:
                    tally.rows += 1
                    yield row

        return lambda cursor: Counting(cursor, connection)

    def all_of(self, rows: Any) -> Any:
        self.rows += len(rows)
        return rows


def work_of(operation: Callable[[int], object]) -> Work:
    """One operation once what it keeps is kept: statements, rows that came, rows that the server
    went through; BEGIN and COMMIT not counted."""
    operation(0)
    tally = Tally()
    with _engine() as engine, _counting(tally), CaptureQueriesContext(connection) as queries:
        operation(1)
    return Work(
        queries=sum(not query["sql"].startswith(FRAME) for query in queries.captured_queries),
        rows=tally.rows,
        **engine,
    )


def _counting(tally: Tally) -> AbstractContextManager[Any]:
    """Every cursor of this process's connection counts, also those of several statements at once."""
    return patch.multiple(
        connections["default"],
        make_cursor=tally.counted(CursorWrapper),
        make_debug_cursor=tally.counted(CursorDebugWrapper),
    )


@contextmanager
def _engine() -> Iterator[dict[str, int]]:
    """Filled at the end: `rows_scanned` on PostgreSQL, `engine_steps` on SQLite."""
    told: dict[str, int] = {}
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        before = _scanned()
        yield told
        told["rows_scanned"] = _scanned() - before
        return
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += STEPS
        return 0

    connection.connection.set_progress_handler(count, STEPS)
    yield told
    connection.connection.set_progress_handler(None, 0)
    told["engine_steps"] = steps


def _scanned() -> int:
    """Live rows that scans went through and entries that indexes gave, since the server began."""
    for asked in ("SELECT pg_stat_force_next_flush()", "SELECT pg_stat_clear_snapshot()", SCANNED):
        with connection.cursor() as cursor:
            cursor.execute(asked)
            (answer,) = cursor.fetchone()
    return int(answer)
