"""Nothing typed is lost: two people at one draft, a file over a draft, a file that is understood in part."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.ledger.caching import forget_all
from motcua.processes.models import ProcessDraft
from tests.processes.formats.test_bpmn import CHOICE, drawn
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn
from tests.web.workspace.conftest import text_of as page_of
from tests.web.workspace.test_processes import document, sent, typed


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


def given(keeper: Client, room: str, **changes: str) -> dict[str, str]:
    """The table of a page that was opened before somebody else saved."""
    return typed(page_of(keeper.get(f"{room}edit/"))) | {"seen": "1", "op": "save"} | changes


def step(key: str) -> dict[str, Any]:
    return next(one for one in document()["steps"] if one["key"] == key)


def test_whoever_comes_second_sees_both_side_by_side_and_keeps_what_he_typed(
    keeper: Client, room: str
) -> None:
    mine = given(keeper, room, **{"handle-name": "Thẩm tra kỹ", "sign-value": "3"})
    sent(keeper, room, **{"handle-name": "Thẩm định", "give-role": "UNIT"})
    answer = keeper.post(f"{room}edit/", mine)
    page = page_of(answer)
    assert answer.status_code == 422
    assert "vừa lưu bản thảo này" in page
    assert "Bản vừa lưu: Thẩm định" in page
    assert "Bản vừa lưu: Cả phòng, đơn vị" in page
    assert "Bản vừa lưu: (để trống)" in page
    assert step("handle")["name"] == "Thẩm định"
    again = typed(page) | {"seen": "2", "op": "save", "give-role": "UNIT"}
    assert again["handle-name"] == "Thẩm tra kỹ"
    assert keeper.post(f"{room}edit/", again).status_code == 302
    assert (step("handle")["name"], step("sign")["limit"]["value"]) == ("Thẩm tra kỹ", "3")
    assert step("give")["who"]["kind"] == "UNIT"


def test_a_row_that_the_other_has_taken_away_is_told_in_words(keeper: Client, room: str) -> None:
    mine = given(keeper, room, **{"handle-name": "Thẩm tra", "handle-value": "2"})
    sent(keeper, room, "remove:handle")
    page = page_of(keeper.post(f"{room}edit/", mine))
    assert "2. Thẩm tra (2 giờ làm việc" in page
    assert "bản vừa lưu không còn" in page


def test_the_same_typed_twice_is_no_quarrel(keeper: Client, room: str) -> None:
    mine = given(keeper, room, **{"handle-name": "Thẩm định"})
    sent(keeper, room, **{"handle-name": "Thẩm định"})
    assert keeper.post(f"{room}edit/", mine).status_code == 302


def test_a_step_page_keeps_what_was_typed_when_somebody_else_saved(
    keeper: Client, room: str
) -> None:
    sent(keeper, room, title="Tên khác")
    mine = {"seen": "1", "to-0": "sign", "split": "ONE", "join": "ANY", "note": "Xem bản chính"}
    answer = keeper.post(f"{room}edit/handle/", mine)
    assert answer.status_code == 422
    assert "Xem bản chính" in page_of(answer)
    assert keeper.post(f"{room}edit/handle/", mine | {"seen": "2"}).status_code == 302
    assert (step("handle")["note"], document()["title"]) == ("Xem bản chính", "Tên khác")


def imported(keeper: Client, room: str, file: SimpleUploadedFile, **agreed: str) -> Any:
    edition = str(ProcessDraft.objects.get().edition)
    return keeper.post(f"{room}import/", {"seen": edition, "file": file, **agreed})


def test_a_file_over_a_draft_is_asked_about_and_can_be_undone(keeper: Client, room: str) -> None:
    content = keeper.get(f"{room}process.json").content
    sent(keeper, room, title="Đang soạn dở")
    asked = imported(keeper, room, SimpleUploadedFile("a.json", content))
    assert asked.status_code == 422
    assert "Đang có bản thảo." in page_of(asked)
    assert document()["title"] == "Đang soạn dở"
    done = imported(keeper, room, SimpleUploadedFile("a.json", content), replace="on")
    assert done.status_code == 302
    assert document()["title"] != "Đang soạn dở"
    assert "Lấy lại bản thảo trước khi nhận tệp" in page_of(keeper.get(f"{room}?version=draft"))
    keeper.post(f"{room}change/", {"do": "bring-back", "seen": "3"})
    assert document()["title"] == "Đang soạn dở"
    keeper.post(f"{room}change/", {"do": "bring-back", "seen": "4"})
    assert document()["title"] != "Đang soạn dở"


def test_a_draft_that_replaced_nothing_brings_nothing_back(keeper: Client, room: str) -> None:
    before = document()
    assert "Lấy lại bản thảo" not in page_of(keeper.get(f"{room}?version=draft"))
    keeper.post(f"{room}change/", {"do": "bring-back", "seen": "1"})
    assert document() == before


def test_a_diagram_understood_in_part_is_taken_when_that_is_agreed_to(
    keeper: Client, room: str
) -> None:
    file = SimpleUploadedFile("a.bpmn", drawn(CHOICE))
    refused = imported(keeper, room, file, replace="on")
    assert refused.status_code == 422
    assert "bỏ chỗ chưa hỗ trợ" in page_of(refused)
    file = SimpleUploadedFile("a.bpmn", drawn(CHOICE))
    taken = imported(keeper, room, file, replace="on", partly="on")
    assert taken.status_code == 302
    assert [one["name"] for one in document()["steps"]] == ["Tiếp nhận", "Xác minh", "Trả", "Dừng"]
    told = page_of(keeper.get(taken["Location"]))
    assert "“Xác minh” (subProcess)" in told
    assert "đã thêm một bước dừng" in told
