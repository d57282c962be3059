"""Callers of the API: programs with a token of one officer of the sample office, and strangers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from motcua.api.tokens import pace
from motcua.api.v1.track import misses
from motcua.dossiers.vocabulary import Stage
from tests.support.acts import bring, register
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, token_of

ROOT = "/api/v1"
JSON = "application/json"
Body = dict[str, Any]
OWNER = {"name": "Nguyễn Thị Hồng Nhung", "phone": "0912345678"}


class Caller:
    """A program that calls the API. Paths are those after `/api/v1`."""

    def __init__(self, token: str = "") -> None:
        self.client = Client()
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}

    def get(self, path: str, **params: Any) -> Any:
        return self.client.get(ROOT + path, params, headers=self.headers)

    def post(self, path: str, body: Any = None, *, content_type: str = JSON, **headers: str) -> Any:
        every = {
            **self.headers,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        return self.client.post(ROOT + path, body, content_type=content_type, headers=every)

    def receive(self, body: Body, key: str = "") -> Any:
        return self.post("/dossiers", body, **({"Idempotency_Key": key} if key else {}))


AnyCaller = Callable[[str], Caller]


@pytest.fixture(autouse=True)
def _fresh_paces() -> None:
    pace.forget_all()
    misses.forget_all()


@pytest.fixture
def caller(standing: None, now: datetime) -> Callable[[str], Caller]:
    """Somebody of the sample office by user name; `""` is a stranger."""
    return lambda username: Caller(token_of(username) if username else "")


@pytest.fixture
def desk(caller: Callable[[str], Caller]) -> Caller:
    """A reception officer's program."""
    return caller("tiepnhan1")


@pytest.fixture
def stranger(caller: Callable[[str], Caller]) -> Caller:
    return caller("")


@pytest.fixture
def a_reception() -> Callable[..., Body]:
    """A body that is received; changes replace its fields."""

    def body(**changes: Any) -> Body:
        applicant = {
            "name": "Nguyễn Thị Hồng Nhung",
            "personal_id": "001195001234",
            "birth_date": "1995-08-15",
            "address": "Thôn Đoài, xã Gia Lâm",
            "phone": "0912 345 678",
        }
        return {
            "procedure": CERTIFIED_COPY,
            "applicant": applicant,
            "all_papers": True,
        } | changes

    return body


@pytest.fixture
def received(desk: Caller, a_reception: Callable[..., Body]) -> str:
    """The code of a dossier in the register."""
    answer = desk.receive(a_reception())
    assert answer.status_code == 201, answer.content
    return str(answer.json()["code"])


@pytest.fixture
def brought(desk: Caller, a_reception: Callable[..., Body]) -> Callable[[Stage], str]:
    """The code of a dossier at a stage, led there by the officers whose work it is."""

    def to(stage: Stage) -> str:
        if stage is Stage.REGISTERED:
            return register()
        answer = desk.receive(a_reception(procedure=BIRTH_AGAIN, applicant=OWNER))
        assert answer.status_code == 201, answer.content
        return bring(answer.json()["code"], stage)

    return to
