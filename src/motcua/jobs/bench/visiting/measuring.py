"""Each page and call through the whole of the program in this process, beside a page that says ok."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from motcua.api.tokens import pace
from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.counting import work_of
from motcua.jobs.bench.figures import Figure, figure
from motcua.jobs.bench.timing import Operation, in_turns
from motcua.jobs.bench.visiting.things import known, things
from motcua.jobs.bench.visiting.visits import EVERYBODY, Visit, calls, pages
from motcua.jobs.workload.people import BACKEND, Person, people_at
from motcua.jobs.workload.place import Place
from motcua.jobs.workload.raw import raw_driver

ADDRESSES = "motcua.jobs.bench.plain_page"
PLAIN = "/bench/plain/"
FLOOR_IS = "a page that says ok, through the same middleware, as the same person"
TRIED = 12
SHARE = 8
WARM_UP = 2
OK = 200
UNBOUNDED = 10**9
Line = Figure | dict[str, Any]


class Door:
    """Browsers and programs of our people."""

    def __init__(self, people: list[Person]) -> None:
        self._people = {person.role: person for person in people}
        self._browsers: dict[Any, Client] = {}

    def client(self, role: Any, *, is_call: bool) -> Client:
        """As that person, or as a stranger (`role` None)."""
        which = (role, is_call)
        if which not in self._browsers:
            self._browsers[which] = self._opened(role, is_call=is_call)
        return self._browsers[which]

    def _opened(self, role: Any, *, is_call: bool) -> Client:
        browser = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
        if role is None:
            return browser
        person = self._people[role]
        if is_call:
            browser.defaults["HTTP_AUTHORIZATION"] = f"Bearer {person.token}"
            return browser
        user = get_user_model().objects.get(pk=person.user_id)
        browser.force_login(user, backend=BACKEND)
        browser.get("/positions/")
        return browser


def measure_pages(asking: Asking, place: Place) -> Iterator[Line]:
    """A figure for each page; a note for each that has nothing to show here."""
    driver = raw_driver()
    listed = list(pages(things(driver, place), known(driver, place), place))
    driver.close()
    yield from _measure(asking, place, listed)


def measure_calls(asking: Asking, place: Place) -> Iterator[Line]:
    """A figure for each call of the API that reads."""
    driver = raw_driver()
    listed = list(calls(things(driver, place), known(driver, place), place))
    driver.close()
    yield from _measure(asking, place, listed)


def _measure(asking: Asking, place: Place, visits: Iterable[Visit]) -> Iterator[Line]:
    settings.ROOT_URLCONF = ADDRESSES
    pace.per_minute = UNBOUNDED  # the pace of one program is not what is measured
    door = Door(people_at(place, EVERYBODY))
    for visit in visits:
        yield _one(asking, door, visit)


def _one(asking: Asking, door: Door, visit: Visit) -> Line:
    if visit.blanks:
        return _not_shown(visit, f"no {', '.join(visit.blanks)} in this database")
    answers: set[int] = set()
    for role in visit.roles or (None,):
        client = door.client(role, is_call=visit.is_call)
        codes = {text: _answer(client, visit, text) for text in visit.texts[:TRIED]}
        texts = tuple(text for text, code in codes.items() if code == OK)
        if texts:
            return _figure(asking, client, replace(visit, texts=texts))
        answers |= set(codes.values())
    return _not_shown(visit, f"answered {sorted(answers)}")


def _answer(client: Client, visit: Visit, text: str) -> int:
    """Some of its addresses may not fit: the fee of a dossier that owes none leads elsewhere."""
    return client.get(replace(visit, texts=(text,)).path_of(0)).status_code


def _not_shown(visit: Visit, why: str) -> dict[str, Any]:
    return {"not_shown": {"name": visit.name, "why": why}}


def _figure(asking: Asking, client: Client, visit: Visit) -> Figure:
    def ours(number: int) -> object:
        response = client.get(visit.path_of(number))
        assert response.status_code == OK, (visit.path_of(number), response.status_code)
        return response.getvalue()

    def floor(_number: int) -> object:
        return client.get(PLAIN).content

    ours_timed, floor_timed = in_turns(ours, floor, seconds=asking.seconds / SHARE, warm_up=WARM_UP)
    return figure(
        visit.name,
        database=asking.database,
        size=asking.size,
        ours=ours_timed,
        floor=floor_timed,
        floor_is=FLOOR_IS,
        work=replace(work_of(ours), **_weight(client, visit, ours)),
    )


def _weight(client: Client, visit: Visit, ours: Operation) -> dict[str, int]:
    """The answer's length plain and as it is sent to a browser that takes gzip."""
    plain = ours(0)
    assert isinstance(plain, bytes)
    sent = client.get(visit.path_of(0), headers={"Accept-Encoding": "gzip"}).getvalue()
    return {"bytes": len(plain), "sent_bytes": len(sent)}
