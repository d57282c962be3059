"""Several statements in one journey to the server: what the acts of every day use.

A lock is held for as long as its transaction still has journeys to make, so the acts that
everybody waits for make few of them.
"""

from __future__ import annotations

from collections.abc import Sequence
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

    On PostgreSQL they travel together, with the values bound by the driver. SQLite has no journey
    to save.
    """
    if connection.vendor == "postgresql":
        return _run_together(statements)
    rows: list[Row | None] = []
    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one.sql, one.params)
            rows.append(cursor.fetchone() if cursor.description else None)
    return rows


def _run_together(statements: Sequence[Statement]) -> list[Row | None]:
    rows: list[Row | None] = []
    with connection.cursor() as cursor:
        bound = [cursor.mogrify(one.sql, one.params) for one in statements]
        cursor.execute(";\n".join(bound))
        for _one in statements:
            rows.append(cursor.fetchone() if cursor.description else None)
            cursor.nextset()
    return rows
