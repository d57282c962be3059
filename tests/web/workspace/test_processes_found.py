"""Processes are found by the name of their procedure; procedures without one are listed, and begun from there."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from motcua.ledger.caching import forget_all
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn
from tests.web.workspace.conftest import text_of as page_of
from tests.web.workspace.test_processes import in_order
from tests.web.workspace.test_processes_published import publish


@pytest.fixture(autouse=True)
def _office(standing: None, now: object) -> None:
    forget_all()


@pytest.fixture
def keeper(browser: SignIn) -> Client:
    return browser("quantri")


@pytest.fixture
def published(keeper: Client) -> str:
    begun = keeper.post("/processes/new/", {"code": CERTIFIED_COPY, "agency": "all"})
    room = begun["Location"].removesuffix("edit/")
    in_order(keeper, room)
    assert publish(keeper, room, valid_from="10/06/2026").status_code == 302
    forget_all()
    return room


def counts(page: str) -> list[int]:
    return [int(one) for one in re.findall(r'class="tab-count">(\d+)<', page)]


@pytest.mark.parametrize(
    ("asked", "found"), [("chung thuc", True), ("khai sinh", False), (CERTIFIED_COPY[:5], True)]
)
def test_a_process_is_found_by_words_or_code(
    keeper: Client, published: str, asked: str, found: bool
) -> None:
    page = page_of(keeper.get("/processes/", {"q": asked}))
    assert (f'href="{published}"' in page) is found


def test_a_search_that_only_finds_procedures_without_a_process_shows_these(
    keeper: Client, published: str
) -> None:
    page = page_of(keeper.get("/processes/", {"q": BIRTH_AGAIN}))
    assert f"/processes/new/?code={BIRTH_AGAIN}" in page
    having = page_of(keeper.get("/processes/", {"q": BIRTH_AGAIN, "list": "having"}))
    assert "Không tìm thấy quy trình nào" in having


def test_procedures_without_a_process_are_listed_until_one_holds(
    keeper: Client, published: str
) -> None:
    page = page_of(keeper.get("/processes/", {"list": "lacking"}))
    some, lacking = counts(page)
    assert some == 1
    assert lacking >= 1
    assert f"?code={CERTIFIED_COPY}" not in page
    assert page.count("/processes/new/?code=") == min(lacking, 50)
    found = page_of(keeper.get("/processes/", {"list": "lacking", "q": "zzz"}))
    assert counts(found) == [0, 0]
    assert "Không có thủ tục nào thiếu quy trình" in found


def test_every_procedure_without_a_process_is_reached_page_by_page(
    keeper: Client, published: str
) -> None:
    first = page_of(keeper.get("/processes/", {"list": "lacking"}))
    codes, page, seen = set[str](), first, 0
    while page:
        codes |= set(re.findall(r"/processes/new/\?code=([^\"]+)", page))
        onward = re.search(r'href="([^"]*after=\d+)"', page)
        page = page_of(keeper.get(onward.group(1).replace("&amp;", "&"))) if onward else ""
        seen += 1
    assert len(codes) == counts(first)[1]
    assert seen == -(-len(codes) // 50)


def test_a_cursor_that_is_none_begins_at_the_beginning(keeper: Client) -> None:
    page = keeper.get("/processes/", {"list": "lacking", "after": "x"})
    assert page.status_code == 200


def test_a_process_is_begun_by_the_name_of_its_procedure(keeper: Client) -> None:
    asked = keeper.post("/processes/new/", {"code": "chung thuc ban sao", "agency": "all"})
    page = page_of(asked)
    assert asked.status_code == 422
    assert "Chọn một thủ tục" in page
    assert f'value="{CERTIFIED_COPY}"' in page
    chosen = {"code": "chung thuc ban sao", "pick": CERTIFIED_COPY, "agency": "all"}
    assert keeper.post("/processes/new/", chosen)["Location"].endswith("/edit/")


def test_the_procedure_of_a_code_is_named_before_it_is_begun(keeper: Client) -> None:
    page = page_of(keeper.get("/processes/new/", {"code": CERTIFIED_COPY}))
    assert f"Thủ tục {CERTIFIED_COPY}:" in page
