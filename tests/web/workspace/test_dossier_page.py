"""The page of a dossier and what pages cost: what is offered, what is told, in how many questions."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Act, Stage
from motcua.workspace.acts.table import slug_of
from tests.support.acts import bring, do, register
from tests.web.workspace.act_pages import page_of, seen
from tests.web.workspace.conftest import Receive, SignIn, text_of


def test_the_page_offers_what_may_be_done_and_says_why_other_things_cannot(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.PROCESSING)
    page = text_of(browser("truongphong").get(f"/dossiers/{code}/"))
    assert page_of(code, Act.PROPOSE) in page
    assert page_of(code, Act.EXTEND) in page
    assert page_of(code, Act.DECIDE) not in page
    assert page_of(code, Act.APOLOGIZE) not in page
    assert "Vẫn còn kịp gia hạn" in page


def test_dossiers_that_came_together_name_each_other(browser: SignIn, standing: None) -> None:
    first = register()
    second = register(group_id=seen(first).id)
    alone = register()
    client = browser("tiepnhan1")
    pages = [text_of(client.get(f"/dossiers/{code}/")) for code in (first, second, alone)]
    told = ["Nộp cùng lần này" in page for page in pages]
    assert told == [True, True, False]
    assert f"/dossiers/{second}/" in pages[0]
    assert f"/dossiers/{first}/" in pages[1]


def test_who_may_only_look_sees_no_button_and_no_form(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.PROCESSING)
    page = text_of(browser("giamsat").get(f"/dossiers/{code}/"))
    assert f"/dossiers/{code}/acts/" not in page


def test_the_whole_life_stands_on_the_page(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SUPPLEMENT_REQUESTED)
    do(code, Act.SUPPLEMENT, inputs.Supplement(answered=(0, 1)), by="tiepnhan1")
    do(code, Act.NOTE, inputs.Note(text="Gọi lại chị Nhung"), by="thuly1")
    page = text_of(browser("thuly1").get(f"/dossiers/{code}/"))
    told = ("Phạm Minh Đức", "Tờ khai chưa ký", "Ký tên vào tờ khai", "Đã nộp", "trao đổi nội bộ")
    assert [words for words in told if words not in page] == []


BUDGETS = {
    Act.PROPOSE: 10,
    Act.REQUEST_SUPPLEMENT: 9,
    Act.EXTEND: 9,
}
"""Besides those of signing in and of the dossier itself a page of an act asks nothing; whoever weighs
a dossier is told what others answered, by one query."""


@pytest.mark.parametrize("act", BUDGETS, ids=slug_of)
def test_the_page_of_an_act_costs_what_it_cost(browser: SignIn, receive: Receive, act: Act) -> None:
    code = bring(receive(), Stage.PROCESSING)
    client = browser("truongphong")
    client.get(page_of(code, act))
    with CaptureQueriesContext(connection) as asked:
        client.get(page_of(code, act))
    assert len(asked) <= BUDGETS[act] + 3, "\n".join(one["sql"][:100] for one in asked)


def test_assigning_asks_once_for_the_load_of_all(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.PROCESSING)
    client = browser("truongphong")
    page = page_of(code, Act.ASSIGN)
    assert "đang có" in text_of(client.get(page)) or "chưa có hồ sơ nào" in text_of(
        client.get(page)
    )
    with CaptureQueriesContext(connection) as asked:
        client.get(page)
    loads = [one for one in asked if 'COUNT("dossiers_dossier"."id")' in one["sql"]]
    assert len(loads) == 1
