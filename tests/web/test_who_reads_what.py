"""What two communes' people read: dossiers, lists, searches and the API hold what the slow rule allows,
and reading leaves its trace."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.accounts.rules.roles import Permission
from motcua.audit.models import AccessLog
from motcua.kernel.actor import Role
from tests.support.two_communes import PEOPLE, Held, Somebody, slow_rule
from tests.support.working_office import token_of
from tests.web.test_rights import has


def _found_on(text: str, held: tuple[Held, ...]) -> set[str]:
    """Whose dossiers an answer tells of: by code or by owner."""
    return {one.code for one in held if one.code in text or one.owner in text}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.username)
def test_the_page_of_a_dossier_opens_by_the_slow_rule(
    dossier: Held, held: tuple[Held, ...], browser: Callable[..., Client], person: Somebody
) -> None:
    client = browser(person)
    opened = {one.code: client.get(f"/dossiers/{one.code}/").status_code for one in held}
    printed = {one.code: client.get(f"/dossiers/{one.code}/slip.pdf").status_code for one in held}
    assert opened == {one.code: 200 if slow_rule(person, one) else 404 for one in held}
    prints = has(person, Permission.SLIP_PRINT)
    assert printed == {one.code: 200 if prints and slow_rule(person, one) else 404 for one in held}


LISTS = (
    "/desk/",
    "/dossiers/",
    "/dossiers/?q=nguyen",
    "/dossiers/?q=0912345678",
    "/dossiers/?q=h26",
)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.username)
def test_lists_and_searches_hold_what_the_slow_rule_allows(
    dossier: Held, held: tuple[Held, ...], browser: Callable[..., Client], person: Somebody
) -> None:
    client = browser(person)
    told = {path: _found_on(client.get(path).content.decode(), held) for path in LISTS}
    allowed = {one.code for one in held if slow_rule(person, one)}
    assert told == dict.fromkeys(LISTS, allowed)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.username)
def test_the_api_tells_what_the_slow_rule_allows(
    dossier: Held, held: tuple[Held, ...], person: Somebody
) -> None:
    client = Client(headers={"Authorization": f"Bearer {token_of(person.username)}"})
    for path in ("", "/timeline"):
        got = {
            one.code: client.get(f"/api/v1/dossiers/{one.code}{path}").status_code for one in held
        }
        assert got == {one.code: 200 if slow_rule(person, one) else 404 for one in held}
    allowed = {one.code for one in held if slow_rule(person, one)}
    for query in ("", "?q=nguyen", "?q=0912345678", "?status=RECEIVED"):
        listed = client.get(f"/api/v1/dossiers{query}").content.decode()
        assert _found_on(listed, held) == allowed


@pytest.mark.parametrize(
    "person", [one for one in PEOPLE if Role.RECEPTION in one.roles], ids=lambda one: one.username
)
def test_the_same_person_is_found_again_at_the_own_desk_only(
    dossier: Held, held: tuple[Held, ...], browser: Callable[..., Client], person: Somebody
) -> None:
    client = browser(person)
    known = {
        one.code
        for one in held
        for page in [client.post("/desk/receive/", {"owner-personal_id": one.personal_id})]
        if one.owner in page.content.decode()
    }
    assert known == {one.code for one in held if slow_rule(person, one)}


@pytest.mark.parametrize(
    ("path", "act"),
    [
        ("/dossiers/{code}/", "dossier.read"),
        ("/dossiers/{code}/slip.pdf", "slip.printed"),
        ("/dossiers/?q=nguyen", "dossier.search"),
        ("/dossiers/", "dossier.list"),
        ("/desk/", "dossier.list"),
    ],
)
def test_reading_leaves_its_trace_with_the_address_it_came_from(
    dossier: Held, browser: Callable[..., Client], path: str, act: str
) -> None:
    person = next(one for one in PEOPLE if one.username == "tiepnhan1")
    browser(person).get(path.format(code=dossier.code))
    note = AccessLog.objects.latest("id")
    user = User.objects.get(username=person.username)
    assert (note.act, note.outcome, note.user_id) == (act, "ALLOWED", user.pk)
    assert note.address == "127.0.0.1"


def test_recognizing_a_person_leaves_a_trace(dossier: Held, browser: Callable[..., Client]) -> None:
    person = next(one for one in PEOPLE if one.username == "tiepnhan1")
    browser(person).post("/desk/receive/", {"owner-personal_id": dossier.personal_id})
    assert AccessLog.objects.filter(act="person.search").count() == 1
