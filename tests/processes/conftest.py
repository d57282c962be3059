"""A catalogue with some procedures that have processes, and who keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.clock import ZONE
from motcua.ledger.caching import forget_all
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.shipped import shipped_catalogue

CODES = ("1.001193", "1.000894", "1.116909")
TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Answers kept in memory belong to one test: databases are rolled back under them."""
    forget_all()
    yield
    forget_all()


@pytest.fixture
def at() -> datetime:
    return datetime(2026, 11, 20, 9, 0, tzinfo=ZONE)


@pytest.fixture
def administrator() -> Actor:
    return Actor(door=Door.PAGE, user_id=1, roles=frozenset({Role.ADMINISTRATOR}), name="Quản trị")


@pytest.fixture
def catalogue(db: Any, administrator: Actor, at: datetime) -> None:
    """Some procedures of the shipped catalogue, as it has them."""
    document = shipped_catalogue()
    records = [one for one in document["procedures"] if one["code"] in CODES]
    import_catalogue(actor=administrator, at=at, document={**document, "procedures": records})


@pytest.fixture
def birth(catalogue: None) -> int:
    """The version of the registration of a birth that is in force."""
    found = version_in_force("1.001193", TODAY)
    assert found is not None
    return found.version_id
