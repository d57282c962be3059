"""The day from which a process holds, its ground, and which version is shown."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from motcua.agencies.queries import agency_called
from motcua.ledger.caching import forget_all
from motcua.processes.models import ProcessDraft, ProcessVersion
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn
from tests.web.workspace.conftest import text_of as page_of
from tests.web.workspace.test_processes import BASIS, TOMORROW, in_order

READ = {"reason": "Đã xem", "basis": BASIS}


@pytest.fixture(autouse=True)
def _office(standing: None, now: object) -> None:
    forget_all()


@pytest.fixture
def keeper(browser: SignIn) -> Client:
    return browser("quantri")


@pytest.fixture
def room(keeper: Client) -> str:
    """A draft of the agency's own, with its times."""
    agency = agency_called("xa-gia-lam", TOMORROW)
    assert agency is not None
    begun = keeper.post("/processes/new/", {"code": CERTIFIED_COPY, "agency": str(agency.id)})
    own = begun["Location"].removesuffix("edit/")
    in_order(keeper, own)
    return own


def names(page: str) -> list[str]:
    return re.findall(r'name="acknowledged" value="([^"]+)"', page)


def publish(keeper: Client, room: str, **given: Any) -> Any:
    page = page_of(keeper.get(f"{room}publish/"))
    edition = str(ProcessDraft.objects.get().edition)
    plain = {"seen": edition, "acknowledged": names(page), **READ}
    return keeper.post(f"{room}publish/", plain | given)


def test_a_day_that_is_past_is_asked_about_by_name(keeper: Client, room: str) -> None:
    asked = publish(keeper, room, valid_from="01/06/2026")
    page = page_of(asked)
    assert asked.status_code == 422
    assert "Ngày áp dụng 01/06/2026 đã qua" in page
    assert not ProcessVersion.objects.exists()
    again = publish(keeper, room, valid_from="01/06/2026", acknowledged=names(page))
    assert again.status_code == 302
    assert any("begins-in-the-past" in one for one in ProcessVersion.objects.get().acknowledged)


def test_no_process_of_an_agency_before_the_agency(keeper: Client, room: str) -> None:
    answer = publish(keeper, room, valid_from="01/01/2020")
    page = page_of(answer)
    assert answer.status_code == 422
    assert "01/01/2020 trước khi có cơ quan này" in page
    assert 'name="valid_from"' in page
    assert not ProcessVersion.objects.exists()


def test_the_decision_is_asked_for_and_kept_with_the_version(keeper: Client, room: str) -> None:
    silent = publish(keeper, room, valid_from="11/06/2026", basis="")
    assert silent.status_code == 422
    assert "Chưa có căn cứ" in page_of(silent)
    assert publish(keeper, room, valid_from="11/06/2026").status_code == 302
    assert ProcessVersion.objects.get().definition["basis"] == BASIS


@pytest.mark.parametrize("asked", ["999", "-1", "x", "draft"])
@pytest.mark.parametrize("path", ["", "process.bpmn", "process.xlsx"])
def test_a_version_that_is_not_there_is_not_found(
    keeper: Client, room: str, path: str, asked: str
) -> None:
    assert publish(keeper, room, valid_from="11/06/2026").status_code == 302
    forget_all()
    assert keeper.get(f"{room}{path}?version={asked}").status_code == 404
    own = ProcessVersion.objects.get().pk
    assert keeper.get(f"{room}{path}?version={own}").status_code == 200
