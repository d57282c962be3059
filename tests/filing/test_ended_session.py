"""The session ends while a page of a draft is written, and there is no script: nothing typed is lost, and
nobody else gets it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from motcua.citizens.commands.opening import Opened
from motcua.documents.models import StoredFile
from motcua.doors.held_posts import SESSION_KEY
from motcua.filing.models import Draft
from motcua.filing.queries.drafts import draft_of, papers_of
from motcua.filing.rules.bounds import ANSWERS_LENGTH_MAX
from motcua.filing.vocabulary import PaperWay
from tests.support.citizens import CITIZEN_PHONE, a_citizen, citizen_actor, citizens_browser
from tests.support.drafting import complete
from tests.support.papers_sent import a_pdf
from tests.support.reception import BIRTH
from tests.web.account.conftest import Door, Moving

TYPED = {"seen": "1", "a.child.name": "Nguyễn Thị Ngọc Ánh"}
SIGN_IN = "/tai-khoan/dang-nhap"
ANOTHERS_PHONE = "0987000111"


@pytest.fixture
def owner(standing: None) -> Opened:
    return a_citizen()


@pytest.fixture
def token(owner: Opened) -> str:
    return complete(citizen_actor(owner))


@pytest.fixture
def page(token: str) -> str:
    there = {"code": BIRTH, "token": token, "page": "child"}
    return reverse("portal:form-page", kwargs=there)


def name_in(owner: Opened, token: str) -> str:
    return str(draft_of(citizen_actor(owner), token).answers["child"]["name"])


def test_what_was_sent_after_the_session_had_ended_is_saved_once_its_citizen_is_back(
    owner: Opened, token: str, page: str, door: Door
) -> None:
    to_sign_in = door.browser.post(page, TYPED)
    said = door.browser.get(to_sign_in.headers["Location"]).content.decode()
    assert "Phần bạn vừa gõ được giữ trong 1 giờ" in said
    back = door.enter(CITIZEN_PHONE, tiep=page)
    assert back.headers["Location"] == page
    door.browser.get(page)
    assert name_in(owner, token) == TYPED["a.child.name"]
    assert SESSION_KEY not in door.browser.session


def test_another_person_who_signs_in_gets_nothing_of_it_and_it_is_gone(
    owner: Opened, token: str, page: str, door: Door
) -> None:
    a_citizen(ANOTHERS_PHONE)
    before = name_in(owner, token)
    door.browser.post(page, TYPED)
    door.enter(ANOTHERS_PHONE, tiep=page)
    answer = door.browser.get(page)
    assert answer.status_code == 404
    assert "Ngọc Ánh" not in answer.content.decode()
    assert (name_in(owner, token), SESSION_KEY in door.browser.session) == (before, False)


def test_after_an_hour_it_is_kept_no_longer(
    owner: Opened, token: str, page: str, door: Door, moving: Moving
) -> None:
    before = name_in(owner, token)
    door.browser.post(page, TYPED)
    moving.forward(minutes=61)
    door.enter(CITIZEN_PHONE, tiep=page)
    door.browser.get(page)
    assert name_in(owner, token) == before


@pytest.mark.parametrize(
    ("token_sent", "fields"),
    [
        ("0" * 24, TYPED),
        (None, {"a.child.name": "x" * (ANSWERS_LENGTH_MAX + 1)}),
    ],
    ids=["of no draft", "longer than a draft"],
)
def test_nothing_is_kept_for_a_stranger(
    token: str, token_sent: str | None, fields: dict[str, str], moving: Moving
) -> None:
    browser = Client()
    there = {"code": BIRTH, "token": token_sent or token, "page": "child"}
    answer = browser.post(reverse("portal:form-page", kwargs=there), fields)
    assert answer.headers["Location"].startswith(SIGN_IN)
    assert SESSION_KEY not in browser.session


def test_a_paper_that_was_to_be_brought_is_so_once_its_citizen_is_back(
    owner: Opened, token: str, door: Door
) -> None:
    there = reverse("portal:paper", kwargs={"code": BIRTH, "token": token, "paper": "other"})
    door.browser.post(there, {"way": "BRING"})
    door.enter(CITIZEN_PHONE, tiep=there)
    door.browser.get(there)
    choices = draft_of(citizen_actor(owner), token).choices
    assert choices.way_of("other") is PaperWay.BRING


def test_of_a_stranger_no_file_is_kept_and_that_it_did_not_arrive_is_said(
    owner: Opened, token: str, door: Door
) -> None:
    there = reverse("portal:paper", kwargs={"code": BIRTH, "token": token, "paper": "other"})
    kept = StoredFile.objects.count()
    sent = door.browser.post(there, {"files": SimpleUploadedFile("giay.pdf", a_pdf("giấy"))})
    said = door.browser.get(sent.headers["Location"]).content.decode()
    assert "hãy chọn lại tệp ấy" in said
    assert SESSION_KEY not in door.browser.session
    door.enter(CITIZEN_PHONE, tiep=there)
    assert door.browser.get(there).status_code == 200
    assert (StoredFile.objects.count(), "other" in papers_of(citizen_actor(owner), token)) == (
        kept,
        False,
    )


def test_sending_the_dossier_itself_is_never_repeated_by_signing_in(
    owner: Opened, token: str, moving: Moving
) -> None:
    review = reverse("portal:review", kwargs={"code": BIRTH, "token": token})
    browser = Client()
    browser.post(review, {"pledge": "on"})
    assert SESSION_KEY not in browser.session
    citizens_browser(owner).get(review)
    assert Draft.objects.get(token=token).sent_at is None
