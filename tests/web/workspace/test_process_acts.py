"""The act that finishes a step: seen and changed in the table, proposed for a new row, asked about when it lacks."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from xlsxwriter import Workbook

from motcua.ledger.caching import forget_all
from tests.processes.formats.test_table_acts import OWN, TIED
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn
from tests.web.workspace.conftest import text_of as page_of
from tests.web.workspace.test_processes import document, in_order, sent, typed

FIELD = "Thao tác trên hồ sơ làm xong bước"


@pytest.fixture(autouse=True)
def _office(standing: None, now: object) -> None:
    forget_all()


@pytest.fixture
def keeper(browser: SignIn) -> Client:
    return browser("quantri")


@pytest.fixture
def room(keeper: Client) -> str:
    begun = keeper.post("/processes/new/", {"code": CERTIFIED_COPY, "agency": "all"})
    return begun["Location"].removesuffix("edit/")


def step(key: str) -> dict[str, Any]:
    return next(one for one in document()["steps"] if one["key"] == key)


def test_each_row_shows_its_act_and_another_can_be_chosen(keeper: Client, room: str) -> None:
    page = page_of(keeper.get(f"{room}edit/"))
    assert page.count(FIELD) == 5
    assert typed(page)["sign-act"] == "dossier.decide"
    sent(keeper, room, **{"sign-act": "dossier.terminate", "handle-act": "made-up"})
    assert (step("sign")["act"], step("handle")["act"]) == ("dossier.terminate", None)


def test_a_new_row_gets_the_act_its_words_say_once_and_not_against_a_choice(
    keeper: Client, room: str
) -> None:
    sent(keeper, room, "remove:issue")
    sent(keeper, room, "add:sign")
    assert "act" not in step("s1")
    words = {"s1-name": "Đóng dấu, vào sổ", "s1-role": "REGISTRY_CLERK"}
    told = page_of(keeper.get(sent(keeper, room, **words)["Location"]))
    assert step("s1")["act"] == "dossier.issue-result"
    assert "Máy đề nghị thao tác" in told
    assert "bước 4: Vào sổ, ban hành kết quả" in told
    assert typed(told)["s1-act"] == "dossier.issue-result"
    sent(keeper, room, **{"s1-act": ""})
    sent(keeper, room, **{"s1-name": "Vào sổ"})
    assert step("s1")["act"] is None


def test_a_new_row_does_not_take_the_act_of_another(keeper: Client, room: str) -> None:
    sent(keeper, room, "add:give")
    sent(keeper, room, **{"s1-name": "Trả kết quả qua bưu chính", "s1-role": "RECEPTION"})
    assert not step("s1").get("act")


def test_a_signer_tied_to_nothing_is_asked_about_by_name(keeper: Client, room: str) -> None:
    in_order(keeper, room)
    sent(keeper, room, **{"sign-act": ""})
    page = page_of(keeper.get(f"{room}publish/"))
    names = re.findall(r'name="acknowledged" value="([^"]+)"', page)
    assert [one for one in names if one.startswith("act-missing:sign")]
    assert FIELD in page


def workbook(rows: list[list[str]]) -> SimpleUploadedFile:
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return SimpleUploadedFile("quy-trinh.xlsx", file.getvalue())


def test_the_own_table_of_an_office_comes_in_with_its_acts_and_says_so(
    keeper: Client, room: str
) -> None:
    given = {"seen": "1", "file": workbook(OWN), "replace": "on"}
    taken = keeper.post(f"{room}import/", given)
    assert taken.status_code == 302
    assert [one["act"] for one in document()["steps"]] == [f"dossier.{act}" for act in TIED]
    assert "bước B3: Ký, quyết định" in page_of(keeper.get(taken["Location"]))
