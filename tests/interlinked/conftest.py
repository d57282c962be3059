"""A catalogue with the procedures of the shipped groups, and who keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from motcua.interlinked.shipped import shipped_groups
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.clock import ZONE
from motcua.ledger.caching import forget_all
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.shipped import shipped_catalogue

CODES = {one["procedure_code"] for group in shipped_groups()["groups"] for one in group["members"]}


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
    """The procedures of the shipped groups, as the shipped catalogue has them."""
    records = [one for one in shipped_catalogue()["procedures"] if one["code"] in CODES]
    import_catalogue(actor=administrator, at=at, document={"procedures": records})
