"""Rules that judge a row at the moment it comes (triggers BEFORE INSERT), set aside for a whole office.

Such a rule is about the order of acts: a closed till takes no receipt. In a parcel the till is closed
already when its receipts come, so the rule would refuse what it once allowed. All other rules
(constraints, keys, periods, what never changes) stay. Only inside a transaction, which takes the
setting aside back with everything else if it fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

_BEFORE_INSERT: Final = re.compile(r"\bBEFORE\s+INSERT\b", re.IGNORECASE)
_POSTGRESQL: Final = (
    "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "WHERE NOT t.tgisinternal AND t.tgtype & 6 = 6 AND pg_table_is_visible(c.oid) "
    "ORDER BY c.relname, t.tgname"
)
"""6 = 2 (before) + 4 (insert)."""


@contextmanager
def entry_rules_aside(tables: Iterable[str]) -> Iterator[None]:
    """Within, rows come in as they are. References must have been checked before it ends."""
    assert connection.in_atomic_block
    ours = frozenset(tables)
    aside, back = (_on_postgresql if connection.vendor == "postgresql" else _on_sqlite)(ours)
    _run(aside)
    yield
    _run(back)


def _on_postgresql(ours: frozenset[str]) -> tuple[list[str], list[str]]:
    quote = connection.ops.quote_name
    found = [(quote(table), quote(name)) for table, name in _ask(_POSTGRESQL) if table in ours]
    return (
        [f"ALTER TABLE {table} DISABLE TRIGGER {name}" for table, name in found],
        [f"ALTER TABLE {table} ENABLE TRIGGER {name}" for table, name in found],
    )


def _on_sqlite(ours: frozenset[str]) -> tuple[list[str], list[str]]:
    every = _ask("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    found = [(n, sql) for n, table, sql in every if table in ours and _BEFORE_INSERT.search(sql)]
    quote = connection.ops.quote_name
    return [f"DROP TRIGGER {quote(name)}" for name, _sql in found], [sql for _name, sql in found]


def _ask(sql: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        rows: list[tuple[str, ...]] = cursor.fetchall()
    return rows


def _run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
