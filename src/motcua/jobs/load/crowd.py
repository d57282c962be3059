"""Who comes on this morning, ready to begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from motcua.dossiers.vocabulary import PartyRole
from motcua.jobs.load.form_reading import form_of
from motcua.jobs.load.morning import Morning, Somebody
from motcua.jobs.load.officer import Officer
from motcua.jobs.load.others import Citizen, Leader, Partner
from motcua.jobs.sample.people import invent
from motcua.jobs.workload.people import BACKEND, Person, people_at
from motcua.jobs.workload.place import Place
from motcua.jobs.workload.receptions import bodies, grounds_at
from motcua.kernel.actor import Role

BODIES = 200
FOUND = 302
OTHERS = (Role.HANDLING, Role.HANDLING, Role.UNIT_HEAD, Role.SIGNATORY, Role.REGISTRY_CLERK)
"""Two of three desks receive; those behind them are these, in turn."""
PARTNERS_SHARE, LEADERS_SHARE = 10, 15
"""A program for so many desks, a page of figures open for so many."""


@dataclass(frozen=True, slots=True)
class Coming:
    """How many of each."""

    desks: int
    citizens: int

    @property
    def partners(self) -> int:
        return max(1, self.desks // PARTNERS_SHARE)

    @property
    def leaders(self) -> int:
        return max(1, self.desks // LEADERS_SHARE)

    def roles(self) -> list[Role]:
        receiving = max(1, self.desks * 2 // 3)
        return [Role.RECEPTION] * receiving + list(islice(cycle(OTHERS), self.desks - receiving))


class NobodyToReceiveError(Exception):
    """None of what is received at this place could be received by the page."""


def crowd(coming: Coming, place: Place, morning: Morning, seed: int) -> Iterator[Somebody]:
    """Everybody, each with chances of his own."""
    people = people_at(place, coming.roles())
    receiving = [person for person in people if person.role is Role.RECEPTION]
    customers = _customers(place, receiving[0], seed)
    for number, person in enumerate(people):
        yield Officer(morning, person.role, signed_in(person), customers, Random(seed + number))  # noqa: S311
    given = bodies(place, seed=seed, count=BODIES)
    for number in range(coming.partners):
        person = receiving[number % len(receiving)]
        yield Partner(morning, person.token, given, Random(f"partner {seed} {number}"))  # noqa: S311
    for number in range(coming.citizens):
        address = f"10.{number // 65_536}.{number // 256 % 256}.{number % 256}"
        yield Citizen(morning, address, Random(f"citizen {seed} {number}"))  # noqa: S311
    for number, person in enumerate(people_at(place, [Role.SIGNATORY] * coming.leaders)):
        yield Leader(morning, signed_in(person), Random(f"leader {seed} {number}"))  # noqa: S311


def signed_in(person: Person) -> dict[str, str]:
    """The cookies of somebody who signed in earlier this morning."""
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.force_login(get_user_model().objects.get(pk=person.user_id), backend=BACKEND)
    return {settings.SESSION_COOKIE_NAME: browser.cookies[settings.SESSION_COOKIE_NAME].value}


def _customers(place: Place, person: Person, seed: int) -> Callable[[Random], dict[str, str]]:
    """Makes a customer's matter as it is typed; only of what the page takes as it is typed here."""
    matters = [_matter(ground) for ground in grounds_at(place)]
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.force_login(get_user_model().objects.get(pk=person.user_id), backend=BACKEND)
    random = Random(f"try {seed}")  # noqa: S311
    taken = [matter for matter in matters if _is_taken(browser, {**_owner(random), **matter})]
    if not taken:
        raise NobodyToReceiveError(place.slug)
    return lambda chances: {**_owner(chances), **chances.choice(taken)}


def _is_taken(browser: Client, typed: dict[str, str]) -> bool:
    page = browser.get("/desk/receive/").content.decode()
    answer = browser.post(
        "/desk/receive/",
        form_of(page, "reception", {**typed, "do": "receive"}),
        content_type="application/x-www-form-urlencoded",
    )
    return answer.status_code == FOUND


def _matter(ground: Any) -> dict[str, str]:
    papers = [paper for paper in ground.variant(None).papers if not paper.is_optional]
    ticks = {f"paper-{paper.id}-received": "1" for paper in papers}
    return {"procedure": str(ground.detail.version_id), **ticks}


def _owner(random: Random) -> dict[str, str]:
    person, part = invent(random), PartyRole.OWNER.lower()
    day = "/".join(reversed(person.birth_date.split("-")))
    return {
        f"{part}-name": person.name,
        f"{part}-personal_id": person.personal_id,
        f"{part}-birth_date": day,
        f"{part}-phone": person.phone,
        f"{part}-address": person.address,
    }
