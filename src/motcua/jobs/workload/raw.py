"""The floor of every act: the database's own driver with ready-made values, no product between.

Both drivers keep their statements prepared by themselves, which the product's own connection does
not ask of a pooler; the floor is the best that the driver does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import psycopg
from django.conf import settings

from motcua.database.turns import Turn

Row = tuple[Any, ...]


class RawDriver(Protocol):
    """One connection. Statements are written with `%s`."""

    lock: str

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Row]: ...
    def begin(self) -> None: ...
    def commit(self) -> None: ...
    def close(self) -> None: ...


class RawPostgreSQL:
    """psycopg as it comes: statements prepared after their fifth use."""

    lock = " FOR NO KEY UPDATE"

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address)
        self._cursor = self._connection.cursor()

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        self._cursor.execute(sql.encode(), params)
        return self._cursor.fetchall() if self._cursor.description else []

    def begin(self) -> None:
        """psycopg begins with the first statement."""

    def commit(self) -> None:
        self._connection.commit()

    def close(self) -> None:
        self._connection.close()


class RawSQLite:
    """sqlite3 with the product's own pragmas, so that a commit means the same, and its fair turns:
    without them the busy handler sleeps while the file is free."""

    lock = ""

    def __init__(self, path: str, pragmas: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        self._connection.executescript(pragmas)
        self._turn = Turn(Path(f"{path}-turn"))

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        return self._connection.execute(sql.replace("%s", "?"), params).fetchall()

    def begin(self) -> None:
        self._turn.take()
        self._connection.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self._turn.release()

    def close(self) -> None:
        self._connection.close()
        self._turn.close()


def raw_driver() -> RawDriver:
    """A connection of its own to the database of the settings."""
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        return RawSQLite(str(database["NAME"]), database["OPTIONS"]["init_command"])
    return RawPostgreSQL(
        psycopg.conninfo.make_conninfo(
            host=database["HOST"],
            port=database["PORT"],
            user=database["USER"],
            password=database["PASSWORD"] or None,
            dbname=database["NAME"],
            options=database["OPTIONS"].get("options"),
        )
    )
