"""One address chooses the database: SQLite in the data folder, or PostgreSQL."""

from __future__ import annotations

from typing import Any

from motcua.config.settings.env import DATA, env

SQLITE_START = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456"
)

PREPARED_AFTER = 5
CONNECT_SECONDS_MAX = 3


def configured() -> dict[str, Any]:
    """Django's settings of the database named by DATABASE_URL."""
    database: dict[str, Any] = env.db(
        "DATABASE_URL", default=f"sqlite:///{DATA / 'motcua.sqlite3'}"
    )
    if "sqlite" in database["ENGINE"]:
        database["ENGINE"] = "motcua.database.sqlite"
        # A slip is a promise: FULL keeps the last commit through a power cut.
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": SQLITE_START,
        }
    else:
        database["CONN_HEALTH_CHECKS"] = True
        # What `database.statements` sends is prepared by the server, unless a pooler gives each
        # transaction another one.
        prepared = env.bool("MOTCUA_PREPARED_STATEMENTS", default=True)
        options = database.setdefault("OPTIONS", {})
        # Nobody waits long for a database that is away.
        options.setdefault("connect_timeout", CONNECT_SECONDS_MAX)
        options.setdefault("prepare_threshold", PREPARED_AFTER if prepared else None)
        if prepared:
            # At millions of rows the server would compile plans and start helpers for longer than a
            # page then takes.
            options.setdefault("options", "-c jit=off -c max_parallel_workers_per_gather=0")
    database["CONN_MAX_AGE"] = env.int("MOTCUA_CONNECTION_SECONDS", default=600)
    return database


DATABASES = {"default": configured()}
