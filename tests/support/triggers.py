"""What the database itself watches over: every trigger of ours, and whether it is on."""

from __future__ import annotations

from django.db import connection

SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
POSTGRESQL = (
    "SELECT tgname, pg_get_triggerdef(oid), tgenabled FROM pg_trigger WHERE NOT tgisinternal "
    "ORDER BY tgname"
)


def triggers() -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL if connection.vendor == "postgresql" else SQLITE)
        return [tuple(row) for row in cursor.fetchall()]
