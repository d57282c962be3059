"""An office with the form of births, a citizen with an account, and a folder of files of each test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from motcua.dossiers.proof import disagreements
from motcua.kernel.actor import Actor
from motcua.ledger.caching import forget_all
from motcua.ledger.verification import verify
from tests.support.citizens import a_citizen, citizen_actor
from tests.support.declaring import publish_forms
from tests.support.reception import BIRTH, a_ground
from tests.support.working_office import kept_for_a_module
from tests.web.account.conftest import door, moving, simulator  # noqa: F401  # the citizens' door


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        publish_forms(BIRTH)
        yield


@pytest.fixture
def standing(office: None, db: None, tmp_path: Path, settings: Any) -> Iterator[None]:
    """The office in a transaction of the test's own; proved at its end."""
    settings.STORED_FILES = tmp_path / "files"
    settings.UPLOAD_PARTS = tmp_path / "uploads"
    settings.CLAMD_ADDRESS = ""
    forget_all()
    yield
    assert list(disagreements()) == []
    assert list(verify()) == []
    forget_all()


@pytest.fixture
def lan(standing: None) -> Actor:
    return citizen_actor(a_citizen())


@pytest.fixture
def nam(standing: None) -> Actor:
    return citizen_actor(a_citizen("0987000111"))
