"""Many offices in one database, each in a schema of its own: what one schema per province needs.

Nothing names a schema, so tables, sequences, triggers and functions are those of the search path;
the same code, the same ids and the same keys exist once in each.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from motcua.jobs.keeping import postgresql
from motcua.jobs.quality.postgres import postgres_programs, throwaway_server
from tests.support.checkout import ROOT

PROVINCES = ("tinh_01", "tinh_79")
OUTSIDE = (
    "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'S', 'v')"
)
FUNCTIONS_OUTSIDE = (
    "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
    "WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid "
    "AND d.deptype = 'e')"
)
CROSSING = (
    "SELECT conname FROM pg_constraint k JOIN pg_class a ON a.oid = k.conrelid "
    "JOIN pg_class b ON b.oid = k.confrelid WHERE k.contype = 'f' AND a.relnamespace <> b.relnamespace"
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with throwaway_server() as started:
        yield started


@pytest.fixture(scope="module")
def told(address: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What each province's office said of itself."""
    with psycopg.connect(address, autocommit=True) as connection:
        for province in PROVINCES:
            connection.execute(f"CREATE SCHEMA {province}")
    return {name: office(address, name, tmp_path_factory.mktemp(name)) for name in PROVINCES}


def office(address: str, schema: str, folder: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.schema_process"],
        env=os.environ
        | {
            "DATABASE_URL": f"{address}?options=-c%20search_path={schema},public",
            "MOTCUA_DATA": str(folder),
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def asked(address: str, sql: str) -> list[str]:
    with psycopg.connect(address) as connection:
        return [str(name) for (name,) in connection.execute(sql.encode())]


@pytest.mark.slow
def test_each_province_works_alone_under_the_same_codes(told: dict[str, dict[str, Any]]) -> None:
    first, second = (told[name] for name in PROVINCES)
    assert first == second
    assert first["found"] == [first["code"]]
    assert first["flaws"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("what", [OUTSIDE, FUNCTIONS_OUTSIDE, CROSSING])
def test_nothing_of_ours_lies_outside_or_crosses(
    told: dict[str, dict[str, Any]], address: str, what: str
) -> None:
    assert asked(address, what) == []


@pytest.mark.slow
def test_a_province_is_saved_and_put_back_without_the_others(
    told: dict[str, dict[str, Any]], address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_PG_BIN", str(postgres_programs()))
    parts = psycopg.conninfo.conninfo_to_dict(address)
    database = {
        "NAME": "postgres",
        "USER": "postgres",
        "PASSWORD": "",
        "HOST": parts["host"],
        "PORT": parts["port"],
        "OPTIONS": {"options": f"-c search_path={PROVINCES[0]},public"},
    }
    postgresql.back_up(database, tmp_path / "dump")
    with psycopg.connect(address, autocommit=True) as connection:
        for province in PROVINCES:
            connection.execute(f"UPDATE {province}.dossiers_dossier SET owner_name = 'Sửa'")  # noqa: S608
    postgresql.restore(tmp_path / "dump", database)
    names = [
        asked(address, f"SELECT owner_name FROM {province}.dossiers_dossier")  # noqa: S608
        for province in PROVINCES
    ]
    assert names == [["Nguyễn Thị Hồng Nhung"], ["Sửa"]]
