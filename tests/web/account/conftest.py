"""The citizens' door with carriers that really listen, and a clock that only the test moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from motcua.jobs.simulator.running import Simulator
from motcua.kernel import clock
from motcua.ledger.caching import forget_all
from motcua.portal.account.door_view import forms_sent
from motcua.portal.account.sending import codes_sent
from tests.support.clock import PLAIN_MORNING

SIX_DIGITS = re.compile(r"(?<!\d)\d{6}(?!\d)")


@dataclass
class Moving:
    """The clock of the doors."""

    at: datetime = PLAIN_MORNING

    def forward(self, **by: int) -> None:
        self.at += timedelta(**by)


@dataclass
class Door:
    """A browser before the door, and the telephone and mailbox of whoever stands there."""

    browser: Client
    simulator: Simulator

    def last_code(self) -> str:
        found = SIX_DIGITS.search(self.simulator.mailroom.messages()[-1].text)
        assert found is not None
        return found[0]

    def ask(self, contact: str, **more: str) -> Any:
        return self.browser.post("/tai-khoan/dang-nhap", {"contact": contact, **more})

    def give(self, code: str) -> Any:
        return self.browser.post("/tai-khoan/dang-nhap/ma", {"code": code})

    def enter(self, contact: str, **more: str) -> Any:
        """Ask for a code and give it."""
        assert self.ask(contact, **more).status_code == 302
        return self.give(self.last_code())

    def open(self, contact: str, name: str = "Hoàng Thị Lan") -> Any:
        """A new account by this contact; the browser is signed in after it."""
        self.enter(contact)
        return self.browser.post("/tai-khoan/mo", {"full_name": name})

    def is_in(self) -> bool:
        return bool(self.browser.get("/tai-khoan/").status_code == 200)


@pytest.fixture(scope="session")
def simulator() -> Iterator[Simulator]:
    with Simulator(seconds_to_arrive=0) as running:
        yield running


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> Moving:
    moved = Moving()
    monkeypatch.setattr(clock, "now", lambda: moved.at)
    return moved


@pytest.fixture
def door(db: None, simulator: Simulator, settings: Any, client: Client, moving: Moving) -> Door:
    forget_all()
    forms_sent.forget_all()
    codes_sent.forget_all()
    settings.NOTICE_SMTP = simulator.smtp
    settings.NOTICE_MAIL_FROM = "Một Cửa <motcua@example.vn>"
    settings.NOTICE_SMS_GATEWAY = simulator.gateway("sms")
    return Door(client, simulator)
