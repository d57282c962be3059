"""The office of these tests: its agency is all that the books ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.reception import a_ground
from tests.support.working_office import kept_for_a_module


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        yield
