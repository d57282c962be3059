"""Somebody with a database console changes the second fact behind the product's back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


def tampered(verb: str, change: dict[str, Any] | None = None) -> None:
    """UPDATE or DELETE the fact with stream_seq 2, with its triggers out of the way."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            cursor.execute("DROP TRIGGER ledger_fact_no_update")
            cursor.execute("DROP TRIGGER ledger_fact_no_delete")
        if verb == "DELETE":
            cursor.execute("DELETE FROM ledger_fact WHERE stream_seq = 2")
        else:
            assert change
            columns = ", ".join(f"{name} = %s" for name in change)
            cursor.execute(
                f"UPDATE ledger_fact SET {columns} WHERE stream_seq = 2",  # noqa: S608
                list(change.values()),
            )


@contextmanager
def without_triggers(table: str) -> Iterator[None]:
    """Somebody with a database console, whom the triggers of that table do not stop."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            yield
            cursor.execute("SET LOCAL session_replication_role = DEFAULT")
            return
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
        cursor.execute(asked, [table])
        dropped = cursor.fetchall()
        for name, _sql in dropped:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _name, sql in dropped:
            cursor.execute(sql)
