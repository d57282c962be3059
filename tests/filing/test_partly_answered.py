"""Some of what was asked has come by web: the desk is told, with when, and can look before the rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from motcua.accounts.models import User
from motcua.dossiers import inputs
from motcua.dossiers.models import SupplementRequest
from motcua.dossiers.queries.to_receive import partly_completed
from motcua.dossiers.vocabulary import Act
from tests.support.acts import do
from tests.support.citizens import BACKEND, a_citizen, citizen_actor, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import complete, send
from tests.support.papers_sent import a_pdf
from tests.support.working_office import officer

PAPER = inputs.AskedItem(name="Giấy chứng sinh", what="Chụp lại cho rõ")
OTHER = inputs.AskedItem(name="Giấy ủy quyền", what="Ký lại")
TITLE = "Người dân đã bổ sung một phần"
OPENED = 'data-count="partly_completed">1<'


@pytest.fixture(autouse=True)
def morning(standing: None) -> Iterator[None]:
    with time_machine.travel(PLAIN_MORNING, tick=False):
        yield


@pytest.fixture
def desk(standing: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="tiepnhan1"), backend=BACKEND)
    client.get("/positions/")
    return client


@pytest.fixture
def asked(standing: None) -> tuple[str, Client]:
    """A dossier of which two things are asked, and the browser of who sent it."""
    owner = a_citizen()
    actor = citizen_actor(owner)
    code = send(actor, complete(actor)).code
    do(code, Act.ASK_TO_COMPLETE, inputs.AskToComplete(items=(PAPER, OTHER), reason="Mờ"))
    return code, citizens_browser(owner)


def reply(browser: Client, code: str, place: int) -> None:
    page = reverse("portal:reply", kwargs={"code": code})
    file = SimpleUploadedFile(f"giay-{place}.pdf", a_pdf(f"giấy {place}"))
    assert browser.post(page, {"send": "1", f"files{place}": file}).status_code == 302


def pages_of(desk: Client) -> tuple[str, str]:
    return tuple(desk.get(path).content.decode() for path in ("/desk/waiting/", "/desk/"))  # type: ignore[return-value]


def test_one_of_two_is_told_with_when_and_opens_the_dossier(
    asked: tuple[str, Client], desk: Client
) -> None:
    code, citizen = asked
    before, _figures = pages_of(desk)
    assert TITLE not in before
    reply(citizen, code, 0)
    waiting, figures = pages_of(desk)
    told = waiting.partition(TITLE)[2]
    assert f'href="/dossiers/{code}/"' in told
    assert "1 trên 2 mục" in told
    assert "09:00 " in told
    assert OPENED in figures
    found = desk.get("/dossiers/", {"pile": "PARTLY_COMPLETED"}).content.decode()
    assert f"/dossiers/{code}/" in found


def test_with_the_last_one_it_waits_for_an_answer_and_is_no_longer_told_as_half(
    asked: tuple[str, Client], desk: Client
) -> None:
    code, citizen = asked
    reply(citizen, code, 0)
    reply(citizen, code, 1)
    waiting, figures = pages_of(desk)
    assert TITLE not in waiting
    assert OPENED not in figures
    assert f'href="/dossiers/{code}/"' in waiting
    request = SupplementRequest.objects.get()
    assert (request.answered_at, request.partly_answered_at) == (PLAIN_MORNING, None)


def test_waiving_is_no_answer_of_the_citizen(asked: tuple[str, Client]) -> None:
    code, _citizen = asked
    waiving = inputs.Supplement(waived=(1,), note="Không cần nữa")
    do(code, Act.SUPPLEMENT, waiving, by="tiepnhan1")
    assert partly_completed(officer("tiepnhan1")) == ()


def test_of_another_office_nothing_is_told(asked: tuple[str, Client]) -> None:
    code, citizen = asked
    reply(citizen, code, 0)
    assert [row.code for row in partly_completed(officer("tiepnhan1"))] == [code]
    assert partly_completed(officer("lanhdao")) == ()
