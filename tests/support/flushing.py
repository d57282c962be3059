"""Emptying the tables after a test that commits: the triggers that refuse deletion stand aside.

Only for tests. Tests that need no commit of their own run in a transaction that is rolled back.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction


def flush_past_triggers(operations: Any, sql_list: list[str]) -> None:
    """Stands in for Django's `execute_sql_flush`."""
    connection = operations.connection
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            _run(cursor, sql_list)
        else:
            _run_without_triggers(cursor, sql_list)


def _run_without_triggers(cursor: Any, sql_list: list[str]) -> None:
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = [(name, sql) for name, sql in cursor.fetchall() if "RAISE" in sql]
    _run(cursor, [f'DROP TRIGGER "{name}"' for name, _ in triggers])
    _run(cursor, sql_list)
    _run(cursor, [sql for _, sql in triggers])


def _run(cursor: Any, statements: list[str]) -> None:
    for statement in statements:
        cursor.execute(statement)
