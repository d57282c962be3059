"""What the migrations make of an empty database, for SQLite and PostgreSQL: the text of a snapshot."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from motcua.database.snapshot import path_of, written
from motcua.jobs.quality.places import ROOT
from motcua.jobs.quality.postgres import postgres_programs, throwaway_server

VENDORS = ("sqlite", "postgresql")
APPLIED = "SELECT app, name FROM django_migrations ORDER BY id"
MADE = (
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
    "ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name"
)
NAMES = {
    "sqlite": "SELECT name FROM sqlite_master",
    "postgresql": (
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
        "UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal "
        "UNION ALL SELECT conname FROM pg_constraint "
        "UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
    ),
}
"""All that there is, so that what this module passes over would be missed."""
OF_SQLITE_ITSELF = "sqlite_"
TABLE = re.compile(r'CREATE TABLE "?(\w+)"?')
FILLED_ALWAYS = {"django_migrations", "django_content_type", "auth_permission"}
NOT_OURS = re.compile(r"^(--|SET |SELECT pg_catalog\.set_config|\\)")


@dataclass(frozen=True, slots=True)
class Picture:
    """The migrations applied, in their order, and statements that make what they made. `filled`: the
    tables that a migration put rows into, which no statement would. `names`: of all that there is."""

    migrations: list[tuple[str, str]]
    statements: list[str]
    filled: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return written(self.migrations, self.statements)


def write(vendor: str) -> Path:
    """Take the picture anew; where it lies."""
    path = path_of(vendor)
    path.parent.mkdir(exist_ok=True)
    path.write_text(picture(vendor, "--from-nothing").text, encoding="utf-8")
    return path


def picture(vendor: str, *options: str) -> Picture:
    """Of a database made now by `migrate` with these options."""
    with tempfile.TemporaryDirectory(prefix="motcua-snapshot-") as folder:
        if vendor == "sqlite":
            _migrate(Path(folder), "", options)
            return _of_sqlite(Path(folder) / "motcua.sqlite3")
        with throwaway_server() as address:
            _migrate(Path(folder), address, options)
            return _of_postgresql(address)


def _migrate(folder: Path, address: str, options: tuple[str, ...]) -> None:
    """In a process of its own, on a database of its own."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment |= {"MOTCUA_DATA": str(folder), "PYTHONPATH": str(ROOT / "src")}
    environment |= {"DATABASE_URL": address} if address else {}
    subprocess.run(  # noqa: S603
        [sys.executable, ROOT / "manage.py", "migrate", "--verbosity=0", *options],
        env=environment,
        cwd=ROOT,
        check=True,
    )


def _of_sqlite(path: Path) -> Picture:
    with sqlite3.connect(path) as connection:
        found = connection.execute(MADE).fetchall()
        applied = connection.execute(APPLIED).fetchall()
        tables = tables_of(sql for _kind, _name, sql in found)
        filled = [name for name in tables if connection.execute(_first_of(name)).fetchone()]
        names = [name for (name,) in connection.execute(NAMES["sqlite"])]
    # SQLite makes these itself: its own, and the tables behind a full-text index.
    itself = [f"{name}_" for _kind, name, sql in found if sql.startswith("CREATE VIRTUAL")]
    itself.append(OF_SQLITE_ITSELF)
    made = [
        sql for kind, name, sql in found if kind != "table" or not name.startswith(tuple(itself))
    ]
    return Picture(applied, made, filled, names)


def _of_postgresql(address: str) -> Picture:
    done = subprocess.run(  # noqa: S603
        [postgres_programs() / "pg_dump", "--schema-only", "--no-owner", "--no-privileges",
         "--no-comments", f"--dbname={address}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    kept = "\n".join(line for line in done.stdout.splitlines() if not NOT_OURS.match(line))
    made = [_nameless(part.strip()) for part in re.split(r";\n\n+", kept) if part.strip()]
    with psycopg.connect(address) as connection:
        applied = [(str(app), str(name)) for app, name in connection.execute(APPLIED)]
        tables = tables_of(made)
        filled = [
            name for name in tables if connection.execute(_first_of(name).encode()).fetchone()
        ]
        names = [str(name) for (name,) in connection.execute(NAMES["postgresql"])]
    return Picture(applied, made, filled, names)


def tables_of(statements: Iterable[str]) -> list[str]:
    """The tables that these statements make, but for those which `migrate` itself fills."""
    names = [found[1] for one in statements if (found := TABLE.match(one))]
    return [
        name
        for name in names
        if name not in FILLED_ALWAYS and not name.startswith(OF_SQLITE_ITSELF)
    ]


def _first_of(table: str) -> str:
    return f'SELECT 1 FROM "{table}" LIMIT 1'  # noqa: S608  # a name that a migration gave


def _nameless(statement: str) -> str:
    """An office may have a schema of its own, so none is named; only the extension has its place."""
    return statement if "EXTENSION" in statement else statement.replace("public.", "")
