"""SQLite: an online copy page by page, while the office works on; the copy is verified."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from motcua.jobs.keeping.refusals import BackupUnsound
from motcua.kernel.refusal import Refusal

BUSY_SECONDS_MAX = 60
MUST_HOLD = {"django_migrations", "ledger_fact", "ledger_stream"}


def back_up(database: Path, target: Path) -> None:
    """Copy to `target`, verified. Refuses (BackupUnsound) a copy that is not whole; leaves none then."""
    written = target.with_name(f"{target.name}.partial")
    written.unlink(missing_ok=True)
    try:
        _copy(database, written)
        verify(written)
        written.rename(target)
    finally:
        written.unlink(missing_ok=True)


def restore(source: Path, database: Path) -> None:
    """Put a verified copy in place of the live database, in one transaction of SQLite itself."""
    verify(source)
    with closing(_open(source, read_only=True)) as kept, closing(_open(database)) as live:
        kept.backup(live)
        live.execute("PRAGMA journal_mode=WAL")
    verify(database)


def verify(path: Path) -> None:
    """Refuses (BackupUnsound) what is no whole database with our tables in it."""
    try:
        with closing(_open(path, read_only=True)) as copy:
            _verify_content(copy, path)
    except sqlite3.DatabaseError as fault:
        raise _unsound(path, str(fault)) from fault


def _verify_content(copy: sqlite3.Connection, path: Path) -> None:
    said = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if said != "ok":
        raise _unsound(path, said)
    loose = copy.execute("PRAGMA foreign_key_check").fetchone()
    if loose:
        raise _unsound(path, f"foreign key of {loose[0]}")
    tables = {
        name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    if missing := MUST_HOLD - tables:
        raise _unsound(path, f"no table {min(missing)}")


def _unsound(path: Path, detail: str) -> Refusal:
    return BackupUnsound(field="file", file=str(path), detail=detail)


def _copy(database: Path, target: Path) -> None:
    with closing(_open(database)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        # One file, that can be carried away: no write-ahead log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")


def _open(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    mode = "ro" if read_only else "rw"
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS_MAX
    )
