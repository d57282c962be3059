"""PostgreSQL: its own pg_dump and pg_restore, found in the path or in MOTCUA_PG_BIN."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from motcua.jobs.keeping.refusals import BackupUnsound, ToolFailed, ToolMissing

SEARCH_PATH = re.compile(r"search_path=([a-z0-9_]+)")


def back_up(database: dict[str, Any], target: Path) -> None:
    """Dump to `target` in the custom format and read its list back. `database`: Django's settings."""
    written = target.with_name(f"{target.name}.partial")
    try:
        _run(
            database, "pg_dump", "--format=custom", "--no-owner", *_own_schema(database),
            f"--file={written}",
        )  # fmt: skip
        verify(written)
        written.rename(target)
    finally:
        written.unlink(missing_ok=True)


def restore(source: Path, database: dict[str, Any]) -> None:
    """Put a dump in place of what is there, in one transaction."""
    verify(source)
    _run(
        database, "pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction",
        f"--dbname={database['NAME']}", str(source),
    )  # fmt: skip


def verify(path: Path) -> None:
    """Refuses (BackupUnsound) a file that is no dump with our ledger in it."""
    done = subprocess.run(  # noqa: S603
        [_tool("pg_restore"), "--list", path], capture_output=True, text=True, check=False
    )
    if done.returncode or "ledger_fact" not in done.stdout:
        raise BackupUnsound(
            field="file", file=str(path), detail=done.stderr.strip() or "no ledger_fact"
        )


def _own_schema(database: dict[str, Any]) -> list[str]:
    """Only our own schema, where several offices of a country share a database."""
    named = SEARCH_PATH.search(str(database.get("OPTIONS", {}).get("options", "")))
    return [f"--schema={named[1]}"] if named else []


def _run(database: dict[str, Any], tool: str, *words: str) -> None:
    # By the environment, not as words: every user of the machine can read the words of a process.
    names = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    where = {key: str(database[name]) for key, name in names.items() if database.get(name)}
    done = subprocess.run(  # noqa: S603
        [_tool(tool), *words], env=os.environ | where, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ToolFailed(tool=tool, detail=done.stderr.strip())


def _tool(name: str) -> str:
    folder = os.environ.get("MOTCUA_PG_BIN")
    found = shutil.which(name, path=folder) if folder else shutil.which(name)
    if found is None:
        raise ToolMissing(tool=name)
    return found
