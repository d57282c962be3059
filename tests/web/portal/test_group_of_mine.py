"""The citizen sees everything that was handed in together: who has it, what waits, until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from motcua.citizens.vocabulary import IdentityLevel, Person
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.ending import withdraw_dossier
from motcua.dossiers.inputs import Withdraw
from motcua.kernel import clock
from tests.support.citizens import a_citizen, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.interlinked import BIRTH, CARD, RESIDENCE, put_up_groups, settle, submit
from tests.support.reception import OWNER
from tests.support.working_office import kept_for_a_module, officer, put_up_office

PARENT = Person(full_name=OWNER.name, personal_id=OWNER.personal_id)


@pytest.fixture(scope="module")
def groups(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        put_up_groups()
        yield


@pytest.fixture(autouse=True)
def _now(groups: None, db: None, monkeypatch: pytest.MonkeyPatch) -> datetime:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    return PLAIN_MORNING


def page_of(code: str, phone: str = "0912000999") -> str:
    browser = citizens_browser(a_citizen(phone, person=PARENT, level=IdentityLevel.NATIONAL))
    return browser.get(f"/cua-toi/ho-so/{code}/").content.decode()


def test_each_matter_is_shown_with_who_has_it_and_when_it_can_be_expected() -> None:
    made = submit(BIRTH, RESIDENCE, CARD)
    page = page_of(made[RESIDENCE].code)
    assert "Các việc nộp cùng một lần" in page
    assert "Tất cả dự kiến xong" in page
    assert "Chờ kết quả của “Đăng ký khai sinh”" in page
    assert "Công an xã Gia Lâm" in page
    assert all(ref.code in page for ref in made.values())


def test_what_waits_says_the_same_in_the_list_on_its_page_and_to_whoever_holds_the_code() -> None:
    made = submit(BIRTH, RESIDENCE, CARD)
    browser = citizens_browser(a_citizen("0912000999", person=PARENT, level=IdentityLevel.NATIONAL))
    listed = browser.get("/cua-toi/").content.decode()
    assert listed.count("Chờ việc khác làm xong") == 2
    others = (made[CARD].code, made[RESIDENCE].code)
    assert f"Nộp cùng một lần với: {', '.join(others)}" in listed
    code = made[RESIDENCE].code
    own, public = (
        browser.get(path).content.decode() for path in (f"/cua-toi/ho-so/{code}/", f"/ho-so/{code}")
    )
    assert [
        one.count("Hồ sơ chờ kết quả của việc khác nộp cùng một lần.") for one in (own, public)
    ] == [1, 1]
    assert "đang kiểm tra giấy tờ" not in own + public


def test_what_has_its_result_waits_no_more_and_a_failure_is_told_with_its_reason() -> None:
    made = submit(BIRTH, RESIDENCE, CARD)
    settle(made[BIRTH], PLAIN_MORNING)
    asked = Asked(actor=officer("congan1"), at=PLAIN_MORNING, code=made[RESIDENCE].code)
    withdraw_dossier(asked, Withdraw(reason="Chưa có chỗ ở"))
    page = page_of(made[CARD].code)
    assert "Chờ kết quả của “Đăng ký khai sinh”" not in page
    assert "“Đăng ký thường trú” không có kết quả: người nộp đã rút hồ sơ ấy" in page
