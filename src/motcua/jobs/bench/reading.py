"""Reading one dossier, today's list and search: the query beside the driver alone, the page beside
a plain page through the same middleware."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.lists import DossierFilter, dossiers_of
from motcua.jobs import demo
from motcua.jobs.bench.asking import Asking, statements_of
from motcua.jobs.bench.figures import Figure, figure
from motcua.jobs.bench.raw import RawDriver, raw_driver
from motcua.jobs.bench.timing import Operation, in_turns
from motcua.kernel import clock
from motcua.kernel.actor import Actor
from motcua.kernel.folding import fold

CODES = 200
ADDRESSES = "motcua.jobs.bench.plain_page"
PLAIN = "/bench/plain/"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
BY_DRIVER = "the driver alone: the same rows selected"
BY_PLAIN_PAGE = "a page that says ok, through the same middleware, signed in"

LIST = (
    "SELECT d.id, d.code, d.status, d.channel, d.owner_name, p.code, v.name, d.received_at, d.due_at "
    "FROM dossiers_dossier d JOIN procedures_procedureversion v ON v.id = d.procedure_version_id "
    "JOIN procedures_procedure p ON p.id = v.procedure_id "
    "WHERE (d.agency_id = %s OR d.competent_agency_id = %s) "
)
NEWEST = "ORDER BY d.id DESC LIMIT 51"
ONE = (
    "SELECT * FROM dossiers_dossier d JOIN procedures_procedureversion v "
    "ON v.id = d.procedure_version_id JOIN procedures_procedure p ON p.id = v.procedure_id "
    "WHERE d.code = %s AND (d.agency_id = %s OR d.competent_agency_id = %s)"
)
OF_ONE = (
    "SELECT * FROM dossiers_dossierparty WHERE dossier_id = %s ORDER BY id",
    "SELECT * FROM dossiers_submitteddocument WHERE dossier_id = %s ORDER BY position",
    "SELECT * FROM dossiers_feeline WHERE dossier_id = %s ORDER BY position",
    "SELECT * FROM ledger_fact WHERE subject_kind = 'dossier' AND subject_id = %s "
    "ORDER BY subject_seq",
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is there to be looked for."""

    codes: list[str]
    names: list[str]
    phones: list[str]


def measure(asking: Asking) -> Iterator[Figure]:
    """Five queries, then five pages."""
    at = clock.now()
    actor, driver = demo.reception_actors(at)[0], raw_driver()
    known = _known(driver)
    for name, ours, floor in _queries(actor, driver, known):
        yield _figure(name, asking, ours, floor, BY_DRIVER)
    driver.close()
    settings.ROOT_URLCONF = ADDRESSES
    browser = _browser()
    for name, address in _addresses(known):
        ours = _page(browser, address)
        yield _figure(name, asking, ours, _page(browser, lambda _number: PLAIN), BY_PLAIN_PAGE)


def _figure(name: str, asking: Asking, ours: Operation, floor: Operation, floor_is: str) -> Figure:
    ours_timed, floor_timed = in_turns(ours, floor, seconds=asking.seconds / 6)
    return figure(
        name,
        database=asking.database,
        ours=ours_timed,
        floor=floor_timed,
        floor_is=floor_is,
        queries=statements_of(ours),
    )


def _known(driver: RawDriver) -> Known:
    found = driver.rows(
        "SELECT d.code, d.owner_name, p.phone FROM dossiers_dossier d "
        "JOIN dossiers_dossierparty p ON p.dossier_id = d.id AND p.role = 'OWNER' "
        "ORDER BY d.id DESC LIMIT %s",
        (CODES,),
    )
    codes, names, phones = (list(column) for column in zip(*found, strict=True))
    return Known(codes, names, phones)


def _queries(
    actor: Actor, driver: RawDriver, known: Known
) -> Iterator[tuple[str, Operation, Operation]]:
    today = clock.local_day(clock.now())
    agency = (actor.agency_id, actor.agency_id)
    yield (
        "query: one dossier in full",
        lambda number: dossier_detail(actor, known.codes[number % CODES]),
        lambda number: _one(driver, known.codes[number % CODES], agency),
    )
    day = today.isoformat() if not driver.lock else today
    yield (
        "query: today's list",
        lambda _number: dossiers_of(actor, DossierFilter(received_on=today)),
        lambda _number: driver.rows(LIST + "AND d.received_on = %s " + NEWEST, (*agency, day)),
    )
    for what, texts in _looked_for(known):
        yield (
            f"query: search by {what}",
            partial(_search, actor, texts),
            partial(_raw_search, driver, agency, texts),
        )


def _looked_for(known: Known) -> tuple[tuple[str, list[str]], ...]:
    return (("name", known.names), ("phone", known.phones), ("code", known.codes))


def _search(actor: Actor, texts: list[str], number: int) -> object:
    return dossiers_of(actor, DossierFilter(text=texts[number % CODES]))


def _raw_search(
    driver: RawDriver, agency: tuple[Any, ...], texts: list[str], number: int
) -> object:
    words = [f"%{word}%" for word in fold(texts[number % CODES]).split()]
    held = "AND d.search_key LIKE %s " * len(words)
    return driver.rows(LIST + held + NEWEST, (*agency, *words))


def _one(driver: RawDriver, code: str, agency: tuple[Any, ...]) -> object:
    (dossier,) = driver.rows(ONE, (code, *agency))
    return [driver.rows(sql, (dossier[0],)) for sql in OF_ONE]


def _browser() -> Client:
    """A reception officer, signed in."""
    browser = Client(SERVER_NAME="127.0.0.1")
    user = get_user_model().objects.get(username=demo.RECEPTION[0])
    browser.force_login(user, backend=BACKEND)
    browser.get("/positions/")
    return browser


def _page(browser: Client, address: Callable[[int], str]) -> Operation:
    def ask(number: int) -> object:
        response = browser.get(address(number))
        assert response.status_code == 200, (address(number), response.status_code)
        return response.content

    return ask


def _addresses(known: Known) -> Iterator[tuple[str, Callable[[int], str]]]:
    yield "page: one dossier", lambda number: f"/dossiers/{known.codes[number % CODES]}/"
    yield "page: the desk, today's list", lambda _number: "/desk/"
    yield "page: the form of reception", lambda _number: "/desk/receive/"
    for what, texts in _looked_for(known):
        yield f"page: search by {what}", partial(_search_address, texts)


def _search_address(texts: list[str], number: int) -> str:
    return f"/dossiers/?q={texts[number % CODES]}"
