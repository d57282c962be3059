"""Many agencies on one installation: nobody reads another agency's dossier unless it has, is offered or
had a task on it. By pages, papers, files, lists, searches, exported files, the API, and notes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.rules.roles import Permission
from motcua.api.tokens import pace
from motcua.jobs.quality.addresses import Address, addresses
from motcua.kernel.actor import Role
from tests.support.many_agencies import (
    EVERYBODY,
    SECRET,
    Shared,
    of_the_neighbor,
    put_up_many_agencies,
    reads,
)
from tests.support.two_communes import HOME, Somebody
from tests.support.working_office import kept_for_a_module, token_of
from tests.web.test_rights import has, operations

NAMES = ("truongphong", "vanthu", "thuly2", "congan1", "baohiem1", "thue1", "datdai1", "so1",
         of_the_neighbor("tiepnhan1"))  # fmt: skip
OTHERS = tuple(one for one in EVERYBODY if one.username in NAMES)
"""Of every agency, and of every role that has a scope of its own."""
NOBODY_S = "H26.45-260610-9999"
REQUEST = re.compile(r'"request_id":"\w+"')
MISSING = {404, 405}
SIGN_IN = Callable[[Somebody], Client]


def named(person: Somebody) -> str:
    return person.username


@pytest.fixture(scope="module")
def all_shared(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Shared, ...]]:
    with kept_for_a_module(django_db_blocker), pytest.MonkeyPatch.context() as patch:
        yield put_up_many_agencies(patch)


@pytest.fixture
def shared(all_shared: tuple[Shared, ...], db: None, now: object) -> tuple[Shared, ...]:
    pace.forget_all()
    return all_shared


def kept_from(person: Somebody, shared: tuple[Shared, ...]) -> list[Shared]:
    return [one for one in shared if not reads(person, one)]


def about(code: str, position: str) -> list[Address]:
    """Every page of the staff that names this dossier."""
    filled = defaultdict(lambda: "1") | {
        "code": code,
        "position": position,
        "act": "note",
        "kind": "slip",
        "asking": "opinion",
    }
    return [page for page in addresses(filled) if page.is_staff_page and code in page.path]


def told_of(text: str, shared: list[Shared]) -> set[str]:
    """Which dossiers an answer tells of: by code, owner or number of the person."""
    return {one.name for one in shared if any(word in text for word in one.words)}


@pytest.mark.parametrize("person", EVERYBODY, ids=named)
def test_a_dossier_opens_to_whose_work_it_is_or_was(
    shared: tuple[Shared, ...], browser: SIGN_IN, person: Somebody
) -> None:
    client, program = browser(person), token_client(person)
    expected = {one.name: 200 if reads(person, one) else 404 for one in shared}
    pages = {one.name: client.get(f"/dossiers/{one.code}/").status_code for one in shared}
    calls = {one.name: program.get(f"/api/v1/dossiers/{one.code}").status_code for one in shared}
    assert pages == expected
    assert calls == expected


def token_client(person: Somebody) -> Client:
    return Client(headers={"Authorization": f"Bearer {token_of(person.username)}"})


@pytest.mark.parametrize("person", OTHERS, ids=named)
def test_no_page_about_a_dossier_is_there_for_whom_it_is_none_of(
    shared: tuple[Shared, ...], browser: SIGN_IN, person: Somebody
) -> None:
    client = browser(person)
    paths = [
        page.path for one in kept_from(person, shared) for page in about(one.code, one.position)
    ]
    paths += [f"/tasks/{task}/" for one in kept_from(person, shared) for task in one.tasks]
    read = {path: client.get(path).status_code for path in paths}
    sent = {path: client.post(path, {"do": "finish"}).status_code for path in paths}
    assert {path: status for path, status in read.items() if status not in MISSING} == {}
    assert {path: status for path, status in sent.items() if status not in MISSING} == {}
    assert len(paths) > len(kept_from(person, shared))


@pytest.mark.parametrize("person", OTHERS, ids=named)
def test_the_api_answers_as_if_there_were_no_such_dossier(
    shared: tuple[Shared, ...], person: Somebody
) -> None:
    client = token_client(person)
    nothing = {name: ask(client, name, NOBODY_S, "0") for name in of_a_dossier()}
    for one in kept_from(person, shared):
        assert {
            name: ask(client, name, one.code, one.position) for name in of_a_dossier()
        } == nothing


def of_a_dossier() -> list[str]:
    return [name for name, (_method, path) in operations().items() if "dossiers/{code}" in path]


def ask(client: Client, operation: str, code: str, position: str) -> tuple[int, str]:
    """The answer, without the code and the number of the request."""
    method, path = operations()[operation]
    address = path.format(code=code, position=position, kind="slip")
    pace.forget_all()
    given = {"data": {}, "content_type": "application/json"} if method == "post" else {}
    answer = getattr(client, method)(address, **given)
    told = REQUEST.sub("", answer.content.decode())
    return answer.status_code, told.replace(code, "")


SEARCHES = ("/dossiers/?q={word}", "/work/?q={word}&whose=ALL", "/desk/find/?q={word}")
LISTS = (
    *(f"/inbox/?box={box}" for box in ("MINE", "FREE", "ASKED", "ANSWERED", "WARNED", "LED")),
    *(
        f"/hand-overs/?list={name}"
        for name in ("to_accept", "held", "sent", "refused", "away", "turned_back")
    ),
    "/work/?whose=ALL",
    "/where-time-goes/behind/",
    "/registers/2026/",
    "/reports/behind/?report=ii06a&column=received",
)


@pytest.mark.parametrize("person", OTHERS, ids=named)
def test_no_list_and_no_search_tells_of_what_is_not_ones_own(
    shared: tuple[Shared, ...], browser: SIGN_IN, person: Somebody
) -> None:
    client, hidden = browser(person), kept_from(person, shared)
    pages = [page for page in addresses(defaultdict(str)) if page.is_staff_page and not page.blanks]
    asked = [*(page.path for page in pages), *LISTS]
    asked += [path.format(word=word) for path in SEARCHES for word in ("h26", "le thi chung")]
    told = {path: told_of(text_of(client, path), hidden) for path in asked}
    assert {path: found for path, found in told.items() if found} == {}
    for one in hidden:
        found = [text_of(client, f"/dossiers/?q={word}") for word in one.words]
        assert [text for text in found if f"/dossiers/{one.code}/" in text] == []
        assert one.held.owner not in text_of(client, f"/desk/receive/?copy={one.code}")


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    return answer.getvalue().decode(errors="replace")


@pytest.mark.parametrize("person", OTHERS, ids=named)
def test_no_list_of_the_api_tells_of_what_is_not_ones_own(
    shared: tuple[Shared, ...], person: Somebody
) -> None:
    client, hidden = token_client(person), kept_from(person, shared)
    queries = ["", "?q=h26", "?q=0912345678", *(f"?q={one.held.personal_id}" for one in hidden)]
    asked = [f"/api/v1/dossiers{query}" for query in queries]
    asked += [f"/api/v1/{name}" for name in ("tasks", "work?whose=ALL", "receipts")]
    told = {path: told_of(client.get(path).content.decode(), hidden) for path in asked}
    assert {path: found for path, found in told.items() if found} == {}


WORKING = tuple(one for one in OTHERS if Role.SIGNATORY in one.roles)


@pytest.mark.parametrize("person", WORKING, ids=named)
def test_what_one_reads_because_of_a_task_is_found_in_the_search(
    shared: tuple[Shared, ...], browser: SIGN_IN, person: Somebody
) -> None:
    client = browser(person)
    found = {
        one.name: f"/dossiers/{one.code}/" in text_of(client, f"/dossiers/?q={one.code}")
        for one in shared
    }
    assert found == {one.name: reads(person, one) for one in shared}


EXPORTS = (("DOSSIERS", ""), ("WORK", "whose=ALL"), ("REGISTER", "year=2026"))
EXPORTERS = tuple(one for one in OTHERS if has(one, Permission.DOSSIER_EXPORT))


@pytest.mark.parametrize(("what", "query"), EXPORTS)
@pytest.mark.parametrize("person", EXPORTERS, ids=named)
def test_no_file_of_a_list_tells_of_what_is_not_ones_own(
    shared: tuple[Shared, ...],
    browser: SIGN_IN,
    settings: Any,
    tmp_path: Path,
    person: Somebody,
    what: str,
    query: str,
) -> None:
    settings.EXPORTED_FILES = tmp_path
    client = browser(person)
    made = client.post("/exports/", {"what": what, "query": query, "form": "JSONL"})
    file = text_of(client, f"{made.headers.get('Location', '/none/')}file.bin")
    assert told_of(file, kept_from(person, shared)) == set()


@pytest.mark.parametrize("person", WORKING, ids=named)
def test_what_an_office_tells_itself_is_not_read_by_whoever_has_a_task(
    shared: tuple[Shared, ...], browser: SIGN_IN, person: Somebody
) -> None:
    client, program = browser(person), token_client(person)
    read = [one for one in shared if reads(person, one) and person.agency != HOME]
    paths = [page.path for one in read for page in about(one.code, one.position)]
    told = [path for path in paths if SECRET in text_of(client, path)]
    told += [
        path
        for one in read
        for path in (f"/api/v1/dossiers/{one.code}", f"/api/v1/dossiers/{one.code}/timeline")
        if SECRET in program.get(path).content.decode()
    ]
    assert told == []


def test_what_an_office_tells_itself_is_read_by_its_own(
    shared: tuple[Shared, ...], browser: SIGN_IN
) -> None:
    reader = next(one for one in EVERYBODY if one.username == "vanthu")
    one = shared[0]
    assert SECRET in text_of(browser(reader), f"/dossiers/{one.code}/")
    timeline = token_client(reader).get(f"/api/v1/dossiers/{one.code}/timeline")
    assert SECRET in timeline.content.decode()
