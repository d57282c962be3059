"""The page of a reply to the office: whichever button is pressed, what was typed stands there again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.citizens.commands.opening import Opened
from motcua.dossiers import inputs
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.vocabulary import Act
from motcua.filing.models import Draft, DraftFile
from tests.support.acts import do
from tests.support.citizens import a_citizen, citizen_actor, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import complete, send
from tests.support.papers_sent import a_pdf
from tests.support.posted_forms import posted_by

PAPER = inputs.AskedItem(name="Giấy chứng sinh", what="Chụp lại cho rõ")
FIELD = inputs.AskedItem(name="Tên con", what="Ghi lại cho đúng", field="child")
NOTE = "Tôi gửi lại giấy chứng sinh, xin xem giúp."
NAME = "Nguyễn Thị Ngọc Ánh"


@pytest.fixture(autouse=True)
def morning(standing: None) -> Iterator[None]:
    with time_machine.travel(PLAIN_MORNING, tick=False):
        yield


@pytest.fixture
def owner() -> Opened:
    return a_citizen()


@pytest.fixture
def page(owner: Opened) -> str:
    actor = citizen_actor(owner)
    code = send(actor, complete(actor)).code
    asking = inputs.AskToComplete(items=(PAPER, FIELD), reason="Ảnh mờ, tên sai")
    do(code, Act.ASK_TO_COMPLETE, asking, by="tiepnhan1")
    return reverse("portal:reply", kwargs={"code": code})


@pytest.fixture
def browser(owner: Opened) -> Client:
    return citizens_browser(owner)


def answers_on(page: str) -> dict[str, str]:
    """What a browser would post of the questions as they stand."""
    stands = posted_by(page)
    return {name: stands[name] for name in stands if name.startswith("a.")}


def a_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("giay-chung-sinh.pdf", a_pdf("giấy chứng sinh"))


def test_the_note_and_the_answers_stand_when_a_file_is_added_and_removed(
    browser: Client, page: str
) -> None:
    typed = {"note": NOTE, "a.child.name": NAME}
    assert browser.post(page, {**typed, "add": "0", "files0": a_file()}).status_code == 302
    shown = browser.get(page).content.decode()
    assert (NOTE in shown, NAME in shown, "giay-chung-sinh.pdf" in shown) == (True, True, True)
    file_id = DraftFile.objects.latest("id").pk
    assert browser.post(page, {**typed, "remove": f"0-{file_id}"}).status_code == 302
    shown = browser.get(page).content.decode()
    assert (NOTE in shown, NAME in shown, "giay-chung-sinh.pdf" in shown) == (True, True, False)


def test_a_file_that_was_only_chosen_goes_with_what_is_sent_and_the_draft_keeps_nothing(
    owner: Opened, browser: Client
) -> None:
    actor = citizen_actor(owner)
    code = send(actor, complete(actor)).code
    asking = inputs.AskToComplete(items=(PAPER,), reason="Ảnh mờ")
    do(code, Act.ASK_TO_COMPLETE, asking, by="tiepnhan1")
    page = reverse("portal:reply", kwargs={"code": code})
    sent = browser.post(page, {"note": NOTE, "send": "1", "files0": a_file()})
    assert sent.headers["Location"] == reverse("portal:my-dossier", kwargs={"code": code})
    draft = Draft.objects.get(kind="REPLY")
    assert (draft.sent_at, draft.answers, draft.choices) == (PLAIN_MORNING, "{}", "{}")
    detail = dossier_detail(actor, code, permission=Permission.DOSSIER_FOLLOW)
    assert [bool(item.get("state")) for item in detail.requests[0]["items"]] == [True]
    assert detail.files[-1]["name"] == "giay-chung-sinh.pdf"


def test_a_file_of_an_item_that_is_not_open_is_not_removed(browser: Client, page: str) -> None:
    assert browser.post(page, {"remove": "7-1"}).status_code == 404
    assert browser.post(page, {"remove": "0-x"}).status_code == 404


def test_an_answer_as_it_was_is_not_taken_and_the_page_says_so_beside_the_item(
    browser: Client, page: str
) -> None:
    shown = browser.get(page).content.decode()
    refused = browser.post(page, {**answers_on(shown), "send": "1"})
    assert refused.status_code == 422
    words = refused.content.decode()
    assert 'id="f-child-asked-error"' in words
    assert 'href="#f-child"' in words


def test_with_one_paper_sent_the_page_says_what_remains(browser: Client, page: str) -> None:
    same = answers_on(browser.get(page).content.decode())
    sent = browser.post(page, {**same, "send": "1", "files0": a_file()}, follow=True)
    assert sent.redirect_chain[-1][0] == page
    told = sent.content.decode()
    assert ("Đã gửi: Giấy chứng sinh" in told, "Còn thiếu: Tên con" in told) == (True, True)
    again = browser.post(page, {**same, "a.child.name": NAME, "send": "1"})
    assert again.status_code == 302
    assert again.headers["Location"] != page


def test_only_the_field_of_a_group_that_was_asked_for_opens(owner: Opened, browser: Client) -> None:
    actor = citizen_actor(owner)
    code = send(actor, complete(actor)).code
    name = inputs.AskedItem(name="Tên con", what="Ghi không có chữ số", field="child.name")
    do(code, Act.ASK_TO_COMPLETE, inputs.AskToComplete(items=(name,), reason="Tên sai"))
    page = reverse("portal:reply", kwargs={"code": code})
    before = dossier_detail(actor, code, permission=Permission.DOSSIER_FOLLOW).declared
    shown = answers_on(browser.get(page).content.decode())
    assert [*shown] == ["a.child.name"]
    assert browser.post(page, {**shown, "a.child.name": NAME, "send": "1"}).status_code == 302
    after = dossier_detail(actor, code, permission=Permission.DOSSIER_FOLLOW).declared
    assert before is not None
    assert after is not None
    assert after.answers == {**before.answers, "child": {**before.answers["child"], "name": NAME}}
