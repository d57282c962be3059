"""A sample office that is moved away: made once, packed once with secrets and once without."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from motcua.ledger.caching import forget_all
from tests.support.installations import Installation

KEEP_A_FILE = """
from datetime import datetime, UTC
from pathlib import Path
from django.conf import settings
from motcua.documents.models import StoredFile
from motcua.documents.storage import files_root, keep
files_root().mkdir(parents=True, exist_ok=True)
arriving = Path(settings.DATA) / "arriving"
arriving.write_bytes("Tờ khai của bà Nhung".encode())
size = arriving.stat().st_size
digest = keep(arriving)
StoredFile.objects.create(digest=digest, size=size, media_type="text/plain", stored_at=datetime.now(UTC))
print(digest)
"""
CLOSE_A_TILL = """
from motcua.kernel.clock import now
from tests.support.money import close, collect
at = now()
collect(at=at)
close(4_000, at=at)
"""


@pytest.fixture(scope="session")
def old_office(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The sample office with 101 dossiers, a stored file and a till that is closed, on SQLite."""
    office = Installation(tmp_path_factory.mktemp("old-office"))
    made = office.motcua("demo")
    assert made.returncode == 0, made.stderr
    office.python(KEEP_A_FILE)
    office.python(CLOSE_A_TILL)
    return office


@pytest.fixture(scope="session")
def packed(old_office: Installation) -> Path:
    """A folder with everything, secrets too."""
    target = old_office.data / "everything"
    done = old_office.motcua("export", "--with-secrets", str(target))
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="session")
def packed_plain(old_office: Installation, packed: Path) -> Path:
    """One file, without secrets."""
    target = old_office.data / "plain.tar.gz"
    done = old_office.motcua("export", str(target))
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def own_copy(packed: Path, tmp_path: Path) -> Path:
    """A parcel that a test may spoil."""
    return Path(shutil.copytree(packed, tmp_path / "parcel"))


@pytest.fixture
def new_place(db: None, settings: Any, tmp_path: Path) -> Iterator[None]:
    """An empty installation on the database of this leg; answers kept for another one are forgotten."""
    settings.DATA = tmp_path
    settings.STORED_FILES = tmp_path / "files"
    forget_all()
    _count_from_one()
    yield
    forget_all()


def _count_from_one() -> None:
    """As in a database just made: PostgreSQL's counters keep what tests before this one took.

    Undone with the test: a restart belongs to its transaction, unlike the taking of a number.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT quote_ident(sequencename) FROM pg_sequences WHERE schemaname = current_schema()"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"ALTER SEQUENCE {name} RESTART")
