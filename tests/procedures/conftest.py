"""A small catalogue for tests: records in the shape of the source, and who may import them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest

from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.clock import ZONE
from motcua.ledger.caching import forget_all
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.rules.import_report import ImportReport

Raw = dict[str, Any]
A_FRIDAY = datetime(2026, 3, 13, 9, 0, tzinfo=ZONE)

BIRTH: Raw = {
    "id": "1.001193@2",
    "code": "1.001193",
    "code_scope": "national",
    "name": "Thủ tục đăng ký khai sinh",
    "field": "Hộ tịch",
    "field_group": "Hộ tịch",
    "level": ["commune"],
    "tier": "two-tier (1/7/2025 trở đi)",
    "place": None,
    "implementing_body": "Ủy ban nhân dân cấp xã",
    "time_limit": {"value": 0, "unit": "same_day", "text": "ngay trong ngày", "by_channel": []},
    "fees": [{"amount": 0, "currency": "VND", "channel": "all", "for": None}],
    "fee_notes": [],
    "papers": [
        {"name": "Tờ khai đăng ký khai sinh", "originals": 1, "copies": 0, "present_only": False},
        {"name": "Căn cước", "originals": 1, "copies": 0, "present_only": True},
        {"name": "Lưu ý về giấy tờ", "originals": 0, "copies": 0, "is_note": True},
    ],
    "channels": ["direct", "online"],
    "online_level": None,
    "result": [{"name": "Giấy khai sinh", "code": "KQ.G15.000031"}],
    "legal_basis": ["123/2015/NĐ-CP"],
    "subjects": ["Công dân Việt Nam"],
    "decision_no": "3152/QĐ-BTP",
    "source": {"kind": "test"},
    "missing": ["online_level"],
}


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Answers kept in memory belong to one test: databases are rolled back under them."""
    forget_all()
    yield
    forget_all()


@pytest.fixture
def at() -> datetime:
    return A_FRIDAY


@pytest.fixture
def administrator() -> Actor:
    return Actor(door=Door.PAGE, user_id=1, roles=frozenset({Role.ADMINISTRATOR}), name="Quản trị")


@pytest.fixture
def a_record() -> Callable[..., Raw]:
    def make(**changes: Any) -> Raw:
        return BIRTH | changes

    return make


@pytest.fixture
def run_import(administrator: Actor) -> Callable[..., ImportReport]:
    def run(*records: Raw, at: datetime = A_FRIDAY, **how: Any) -> ImportReport:
        document = {"procedures": list(records)}
        return import_catalogue(actor=administrator, at=at, document=document, **how)

    return run
