"""A database made from the snapshot is the one that all migrations make, on both kinds of database."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import connection

from motcua.database.snapshot import (
    STANDS_FOR,
    begin_from_snapshot,
    path_of,
    statements_of,
    written,
)
from motcua.jobs.quality.snapshots import VENDORS, Picture, picture
from tests.support.checkout import ROOT


@pytest.mark.slow
@pytest.mark.parametrize("vendor", VENDORS)
def test_it_makes_what_all_migrations_make(vendor: str) -> None:
    short, long = picture(vendor), picture(vendor, "--from-nothing")
    assert len(long.statements) > 500
    assert _plain(short.statements) == _plain(long.statements)
    assert sorted(short.migrations) == sorted(long.migrations)
    assert (short.filled, long.filled) == ([], [])
    assert sorted(short.names) == sorted(long.names)


def _plain(statements: list[str]) -> list[str]:
    """PostgreSQL writes a list of words in a condition with its casts elsewhere once it has read it."""
    return sorted(re.sub(r"[()]|::(character varying|text)(\[\])?", "", one) for one in statements)


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_migration_it_stands_for_is_there(vendor: str) -> None:
    named = STANDS_FOR.findall(path_of(vendor).read_text(encoding="utf-8"))
    ours = {
        (path.parent.parent.name, path.stem)
        for path in (ROOT / "src" / "motcua").glob("*/migrations/0*.py")
    }
    of_others = {
        "auth",
        "contenttypes",
        "sessions",
        "mfa",
        "account",
        "axes",
        "django_tasks_database",
    }
    assert {one for one in named if one[0] not in of_others} - ours == set()


def test_a_statement_with_lines_of_its_own_comes_back_whole() -> None:
    trigger = "CREATE TRIGGER a BEFORE UPDATE ON b BEGIN\n  SELECT 1; SELECT 2;\nEND"
    text = written([("kernel", "0001_a")], [trigger, "CREATE TABLE c (d text)"])
    assert statements_of(text) == [trigger, "CREATE TABLE c (d text)"]
    assert STANDS_FOR.findall(text) == [("kernel", "0001_a")]


@pytest.mark.django_db
def test_a_database_that_is_not_empty_is_left_as_it_is() -> None:
    assert begin_from_snapshot(connection) is False


def test_the_pictures_lie_with_the_program() -> None:
    assert {path.stem for path in Path(path_of("sqlite")).parent.glob("*.sql")} == set(VENDORS)


def test_a_picture_is_written_as_it_is_read() -> None:
    seen = Picture([("a", "0001_b"), ("c", "0002_d")], ["CREATE TABLE e (f int)"])
    assert STANDS_FOR.findall(seen.text) == seen.migrations
    assert statements_of(seen.text) == seen.statements
