"""A folder of files of each test's own, and officers who may attach."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from motcua.kernel.actor import Actor
from motcua.ledger.caching import forget_all
from tests.support.working_office import kept_for_a_module, officer, put_up_office


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        yield


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    """The files of this test: `files` and `uploads` below it. At most one megabyte each."""
    settings.STORED_FILES = tmp_path / "files"
    settings.UPLOAD_PARTS = tmp_path / "uploads"
    settings.FILE_BYTES_MAX = 1024 * 1024
    settings.CLAMD_ADDRESS = ""
    return tmp_path


@pytest.fixture
def clerk(office: None, db: None, folder: Path) -> Iterator[Actor]:
    """The officer at the desk, in a transaction of the test's own."""
    forget_all()
    yield officer("tiepnhan1")
    forget_all()


@pytest.fixture
def other_clerk(clerk: Actor) -> Actor:
    return officer("thuly1")
