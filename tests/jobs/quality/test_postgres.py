"""The throw-away server answers while it is wanted and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from motcua.jobs.quality import postgres
from motcua.jobs.quality.postgres import PostgresNotStartedError, throwaway_server


def test_a_server_answers_while_it_is_wanted_and_is_gone_afterwards() -> None:
    with throwaway_server() as address:
        with psycopg.connect(address) as connection:
            row = connection.execute("SHOW data_directory").fetchone()
        assert row is not None
        assert Path(row[0]).exists()
    assert not Path(row[0]).parent.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address, connect_timeout=2)


def test_a_server_that_cannot_start_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "FAST_AND_LOOSE", ("no_such_setting=on",))
    with pytest.raises(PostgresNotStartedError, match="no_such_setting"), throwaway_server():
        raise AssertionError
