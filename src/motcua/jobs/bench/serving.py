"""The real server under 16 programs that receive at once at one desk, beside the driver alone with
4, 8 and 16 connections; and what its workers hold in memory after every page was opened."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import orjson

from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.desks import Desk, Turn, Work, close, open_desks, take_turn, timed
from motcua.jobs.bench.figures import Figure, figure
from motcua.jobs.bench.raw_reception import ready_made, write
from motcua.jobs.workload.office import Office, memory_of, open_office
from motcua.jobs.workload.people import Person, people_at
from motcua.jobs.workload.place import Place
from motcua.jobs.workload.raw import raw_driver
from motcua.jobs.workload.receptions import bodies
from motcua.jobs.workload.wire import Wire
from motcua.kernel.actor import Role

CLIENTS = 16
FLOORS = (4, 8, 16)
PATH = "/api/v1/dossiers"
IN_A_TURN = 320
ROUNDS_MIN = 3
BODIES = 400
READY = 60
WARM_UP = 10
CREATED = 201
FLOOR = "floor"
FLOOR_IS = "the driver alone, the same rows in one transaction, best of 4, 8 and 16 connections"
Line = Figure | dict[str, Any]


class RefusedError(Exception):
    """The server did not receive what it should; the text is its answer."""


def measure(asking: Asking, place: Place) -> Iterator[Line]:
    """One figure: the reception under 16 clients; then the memory of each program."""
    people = people_at(place, [Role.RECEPTION] * CLIENTS)
    given = [orjson.dumps(one) for one in bodies(place, seed=asking.seed, count=BODIES)]
    floors: dict[int, list[Desk]] = {}
    with open_office(place.ahead) as office:
        clients = [_Client(office, person, given, number) for number, person in enumerate(people)]
        for client in clients:
            Turn.of(client.receive, WARM_UP)
        try:
            for connections in FLOORS:
                floors[connections] = open_desks(connections, _writer)
            yield _figure(asking, clients, floors)
        finally:
            for desks in floors.values():
                close(desks)
        yield {"memory": {"database": asking.database, "size": asking.size, **memory_of(office)}}


class _Client:
    """A partner's program: its token, its connection, its dossiers."""

    def __init__(self, office: Office, person: Person, given: list[bytes], number: int) -> None:
        self._wire = Wire(office.address.host, office.address.port)
        self._headers = {
            "Authorization": f"Bearer {person.token}",
            "Content-Type": "application/json",
        }
        self._given = given[number:] + given[:number]

    def receive(self, number: int) -> None:
        headers = {**self._headers, "Idempotency-Key": str(uuid.uuid4())}
        answer = self._wire.ask("POST", PATH, headers, self._given[number % len(self._given)])
        if answer.status != CREATED:
            raise RefusedError(answer.text)


def _figure(asking: Asking, clients: list[_Client], floors: dict[int, list[Desk]]) -> Figure:
    """Ours and the floors turn about, until the time is over."""
    end = time.monotonic() + asking.seconds
    ours: list[list[Turn]] = []
    raw: dict[int, list[list[Turn]]] = {connections: [] for connections in floors}
    with ThreadPoolExecutor(len(clients)) as pool:
        while len(ours) < ROUNDS_MIN or time.monotonic() < end:
            ours.append(_turn_of_all(pool, clients))
            for connections, desks in floors.items():
                raw[connections].append(take_turn(desks, FLOOR, IN_A_TURN // connections))
    best = max((timed(turns) for turns in raw.values()), key=lambda one: one.rate)
    return figure(
        "served: receive_dossier, 16 clients",
        database=asking.database,
        size=asking.size,
        processes=CLIENTS,
        ours=timed(ours),
        floor=best,
        floor_is=FLOOR_IS,
    )


def _turn_of_all(pool: ThreadPoolExecutor, clients: list[_Client]) -> list[Turn]:
    count = IN_A_TURN // len(clients)
    return list(pool.map(lambda client: Turn.of(client.receive, count), clients))


def _writer(_number: int) -> Work:
    """In a process of its own: writes ready-made receptions by the driver alone, warm."""
    driver = raw_driver()
    ready = ready_made(driver, READY)

    def floor(number: int) -> None:
        write(driver, ready[number % len(ready)])

    Turn.of(floor, WARM_UP)
    return {FLOOR: floor}
