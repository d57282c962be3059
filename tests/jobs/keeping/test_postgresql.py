"""A dump of PostgreSQL is verified, and put back in one piece."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

from motcua.jobs.keeping import postgresql
from motcua.jobs.keeping.refusals import BackupUnsound, ToolFailed, ToolMissing
from motcua.jobs.quality.postgres import postgres_programs, throwaway_server


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with throwaway_server() as started:
        yield started


@pytest.fixture
def database(address: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Django's settings of a database that holds one fact."""
    monkeypatch.setenv("MOTCUA_PG_BIN", str(postgres_programs()))
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS ledger_fact")
        connection.execute("CREATE TABLE ledger_fact (id int PRIMARY KEY, words text)")
        connection.execute("INSERT INTO ledger_fact VALUES (1, 'Tiếp nhận')")
    parts = urlsplit(address)
    return {
        "NAME": "postgres",
        "USER": "postgres",
        "PASSWORD": "",
        "HOST": parts.hostname,
        "PORT": parts.port,
    }


def _words(address: str) -> list[str]:
    with psycopg.connect(address) as connection:
        return [
            words for (words,) in connection.execute("SELECT words FROM ledger_fact ORDER BY id")
        ]


def test_restoring_gives_back_what_was_saved(
    address: str, database: dict[str, Any], tmp_path: Path
) -> None:
    postgresql.back_up(database, tmp_path / "dump")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("UPDATE ledger_fact SET words = 'Sửa'")
    postgresql.restore(tmp_path / "dump", database)
    assert _words(address) == ["Tiếp nhận"]


def test_a_file_that_is_no_dump_is_refused_and_nothing_changes(
    address: str, database: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "text").write_text("không phải bản sao lưu")
    with pytest.raises(BackupUnsound):
        postgresql.restore(tmp_path / "text", database)
    assert _words(address) == ["Tiếp nhận"]


def test_a_server_that_does_not_answer_leaves_no_file(
    database: dict[str, Any], tmp_path: Path
) -> None:
    with pytest.raises(ToolFailed):
        postgresql.back_up(database | {"PORT": 1}, tmp_path / "dump")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_tool_is_named(
    database: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_PG_BIN", str(tmp_path))
    with pytest.raises(ToolMissing) as refused:
        postgresql.back_up(database, tmp_path / "dump")
    assert refused.value.params == {"tool": "pg_dump"}
