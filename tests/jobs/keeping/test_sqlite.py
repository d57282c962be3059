"""A backup is a whole database or no file at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from motcua.jobs.keeping import sqlite
from motcua.jobs.keeping.refusals import BackupUnsound


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with our tables, and a row that is still in the write-ahead log."""
    path = tmp_path / "motcua.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        for table in sqlite.MUST_HOLD:
            made.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, words TEXT)")
        made.execute("INSERT INTO ledger_fact (words) VALUES ('Tiếp nhận')")
    return path


def _words(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as opened:
        return [words for (words,) in opened.execute("SELECT words FROM ledger_fact ORDER BY id")]


def _write(path: Path, words: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        opened.execute("INSERT INTO ledger_fact (words) VALUES (?)", [words])


def test_a_backup_holds_what_is_not_yet_in_the_main_file(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as busy:
        busy.execute("INSERT INTO ledger_fact (words) VALUES ('Trả kết quả')")
        sqlite.back_up(database, tmp_path / "copy")
    assert _words(tmp_path / "copy") == ["Tiếp nhận", "Trả kết quả"]


def test_a_backup_is_one_file(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    sqlite.back_up(database, folder / "copy")
    assert [path.name for path in folder.iterdir()] == ["copy"]


def test_restoring_gives_back_what_was_saved(database: Path, tmp_path: Path) -> None:
    sqlite.back_up(database, tmp_path / "copy")
    _write(database, "Sau khi sao lưu")
    sqlite.restore(tmp_path / "copy", database)
    assert _words(database) == ["Tiếp nhận"]


def test_a_damaged_file_is_refused_and_nothing_changes(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    sqlite.back_up(database, copy)
    copy.write_bytes(copy.read_bytes()[:5000] + b"\xff" * 4000)
    with pytest.raises(BackupUnsound):
        sqlite.restore(copy, database)
    assert _words(database) == ["Tiếp nhận"]


def test_a_file_that_is_no_database_is_refused(database: Path, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("không phải cơ sở dữ liệu" * 100)
    with pytest.raises(BackupUnsound):
        sqlite.restore(tmp_path / "text", database)


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other"
    with closing(sqlite3.connect(other)) as made:
        made.execute("CREATE TABLE notes (id INTEGER)")
    with pytest.raises(BackupUnsound):
        sqlite.verify(other)


def test_a_failed_backup_leaves_no_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    with closing(sqlite3.connect(other)) as made:
        made.execute("CREATE TABLE notes (id INTEGER)")
    with pytest.raises(BackupUnsound):
        sqlite.back_up(other, tmp_path / "copy")
    assert [path.name for path in tmp_path.iterdir()] == ["other"]
