"""Somebody with a database console changes the second fact behind the product's back."""

from __future__ import annotations

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
