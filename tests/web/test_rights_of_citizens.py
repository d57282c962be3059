"""Every address of citizens and every open one, as every role, as a citizen and as a stranger: what is somebody's
own asks who is there, and what is open tells of nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from motcua.jobs.quality.addresses import Address
from tests.support.citizens import a_citizen, citizens_browser
from tests.support.two_communes import Held, Somebody
from tests.web.test_rights import ROLES, STRANGER, denials, every_page  # noqa: F401  # the fixture `pages`

SENT_TO_BY_ALL = {"portal:check-file", "portal:check-paper", "portal:rate", "portal:rate-screen"}
"""Public pages to which anybody sends a file, of which nothing is kept, or who was invited an answer."""
SENT_TO_BY_ALL |= {"portal:feedback", "portal:follow-feedback"}
SENT_TO_BY_ALL |= {"portal:pay"}
"""Whoever pays for somebody harms nobody."""
WISHES = {"portal:choose-office"}
"""Open pages that only keep a wish of the reader in a cookie: they are sent to, not read."""


@pytest.mark.parametrize("path", ["login/", "password/change/", "2fa/", "2fa/totp/activate/"])
def test_a_citizen_is_led_from_the_account_pages_of_the_staff_to_his_own(
    standing_citizen: Client, path: str
) -> None:
    assert standing_citizen.get(f"/account/{path}")["Location"] == "/tai-khoan/"


@pytest.fixture
def standing_citizen(db: None, now: object) -> Client:
    return citizens_browser(a_citizen())


def is_public(page: Address) -> bool:
    is_own = page.is_citizens_page or page.is_sign_in_page
    is_ours = page.view.__module__.startswith("motcua.portal.")
    return is_ours and not is_own and page.name not in WISHES


@pytest.mark.parametrize("person", [STRANGER, *ROLES], ids=lambda person: person.username)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_citizens_own_pages_ask_everybody_else_to_sign_in(
    pages: list[Address], browser: Callable[..., Client], person: Somebody, method: str
) -> None:
    client, own = browser(person), [page for page in pages if page.is_citizens_page]
    answers = {page.name: getattr(client, method)(page.path) for page in own}
    told = {
        name: (answer.status_code, answer.headers.get("Location", "")[:20])
        for name, answer in answers.items()
    }
    assert own
    assert told == {
        **dict.fromkeys(told, (302, "/tai-khoan/dang-nhap")),
        "portal:save-page": (401, ""),  # a script asks, and tells the reader
    }


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_citizen_finds_no_page_of_the_staff(pages: list[Address], method: str) -> None:
    client, before = citizens_browser(a_citizen()), denials()
    staff = [page for page in pages if page.name.startswith("workspace:")]
    got = {page.name: getattr(client, method)(page.path).status_code for page in staff}
    assert got == dict.fromkeys(got, 404)
    assert denials() - before == len(staff)


@pytest.mark.parametrize("person", [*ROLES, STRANGER], ids=lambda person: person.username)
def test_open_pages_are_the_same_for_all_and_tell_of_nobody(
    pages: list[Address], browser: Callable[..., Client], held: tuple[Held, ...], person: Somebody
) -> None:
    client = browser(person)
    public = [page for page in pages if is_public(page)]
    answers = {page.name: client.get(page.path) for page in public}
    told = "".join(answer.content.decode() for answer in answers.values())
    assert {name: answer.status_code for name, answer in answers.items()} == {
        **dict.fromkeys(answers, 200),
        "portal:procedure": 404,  # the code of a dossier is none of a procedure
        "portal:blank-form": 404,
        "portal:figures": 404,
        "portal:versions": 404,
        "portal:leaflet": 404,
        "portal:check-paper": 404,
        "portal:rate": 404,  # nobody was invited with this key
        "portal:life-event": 404,  # these communes have no list of events
    }
    assert [one.owner for one in held if one.owner in told or one.personal_id in told] == []
    read_only = [page for page in public if page.name not in SENT_TO_BY_ALL]
    sent = {page.name: client.post(page.path).status_code for page in read_only}
    assert sent == dict.fromkeys(sent, 405)
