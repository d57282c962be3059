"""Receptions by one process and by several at one desk, beside the driver alone with the same rows.

All processes stand at the same desk, the hardest case: its daily serial and its chain are locked
until commit, so what a transaction does between is what everybody waits for.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from random import Random
from typing import Any

from django.db import connections

from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.vocabulary import ReceptionInput
from motcua.jobs import demo
from motcua.jobs.bench.asking import Asking, statements_of
from motcua.jobs.bench.figures import Figure, Timed, figure
from motcua.jobs.bench.raw import raw_driver
from motcua.jobs.bench.raw_reception import ready_made, write
from motcua.jobs.sample.dossiers import grounds_on, invent_reception
from motcua.kernel import clock
from motcua.kernel.actor import Actor
from motcua.ledger.recording import RequestKey

PROCESSES = (1, 4)
AT_ONCE = 20
"""Operations of one process in one turn."""
READY = 60
ROUNDS_MIN = 3
ASK_AGAIN_SECONDS = 0.5
OURS, FLOOR = "ours", "floor"
FLOOR_IS = "the driver alone, the same rows with ready-made values in one transaction"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one process says of its turn: start and end on the common clock, each operation."""

    started: float
    ended: float
    seconds: tuple[float, ...]


def measure(asking: Asking) -> Iterator[Figure]:
    """One figure for each number of processes."""
    for processes in PROCESSES:
        ours, floor = _at_one_desk(processes, asking)
        yield figure(
            "receive a dossier",
            database=asking.database,
            processes=processes,
            ours=ours,
            floor=floor,
            floor_is=FLOOR_IS,
            queries=statements_of(_receiver(asking.seed)),
        )


class OfficerGoneError(Exception):
    """A measuring process ended before its time; its fault stands on standard error."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One measuring process and the line to it."""

    process: BaseProcess
    line: Connection

    def answer(self) -> Any:
        while not self.line.poll(ASK_AGAIN_SECONDS):
            if not self.process.is_alive():
                raise OfficerGoneError
        try:
            return self.line.recv()
        except EOFError:
            raise OfficerGoneError from None


def _at_one_desk(processes: int, asking: Asking) -> tuple[Timed, Timed]:
    # Forked, so that what is kept in memory is warm; a connection must not be shared.
    connections.close_all()
    desks = [_opened(asking.seed + place) for place in range(processes)]
    try:
        for desk in desks:
            desk.answer()
        rounds = max(ROUNDS_MIN, asking.dossiers // (processes * AT_ONCE))
        return _rounds(desks, rounds, asking.seconds)
    finally:
        for desk in desks:
            desk.process.terminate()
            desk.process.join()


def _opened(seed: int) -> Desk:
    context = get_context("fork")
    mine, theirs = context.Pipe()
    process = context.Process(target=officer, args=(theirs, seed), daemon=True)
    process.start()
    return Desk(process, mine)


def _rounds(desks: list[Desk], rounds: int, seconds: float) -> tuple[Timed, Timed]:
    """Ours and the floor's, turn about, until the number or the time is reached."""
    end = time.monotonic() + seconds
    turns: dict[str, list[list[Turn]]] = {OURS: [], FLOOR: []}
    for number in range(rounds):
        if number >= ROUNDS_MIN and time.monotonic() > end:
            break
        for which, taken in turns.items():
            for desk in desks:
                desk.line.send(which)
            taken.append([desk.answer() for desk in desks])
    return _timed(turns[OURS]), _timed(turns[FLOOR])


def _timed(rounds: list[list[Turn]]) -> Timed:
    walls = [
        max(one.ended for one in turns) - min(one.started for one in turns) for turns in rounds
    ]
    return Timed(
        seconds=tuple(second for turns in rounds for one in turns for second in one.seconds),
        wall_seconds=sum(walls),
    )


def officer(orders: Connection, seed: int) -> None:
    """A process of its own: receives, or lets the driver write, as ordered, until it is ended."""
    receive, driver = _receiver(seed), raw_driver()
    for number in range(AT_ONCE):
        receive(number)
    ready = ready_made(driver, READY)
    work: dict[str, Callable[[int], object]] = {
        OURS: receive,
        FLOOR: lambda number: write(driver, ready[number % len(ready)]),
    }
    for number in range(AT_ONCE):
        work[FLOOR](number)
    orders.send("ready")
    while True:
        orders.send(_turn(work[orders.recv()]))


def _turn(operation: Callable[[int], object]) -> Turn:
    seconds = []
    started = now = time.monotonic()
    for number in range(AT_ONCE):
        operation(number)
        before, now = now, time.monotonic()
        seconds.append(now - before)
    return Turn(started, now, tuple(seconds))


def _receiver(seed: int) -> Callable[[int], object]:
    """Receives invented dossiers, each asked for with a key as the pages and the API do."""
    at = clock.now()
    actor = demo.reception_actors(at)[0]
    random = Random(seed)  # noqa: S311  # invented data
    givens = [_invented(random, actor) for _number in range(READY)]

    def receive(number: int) -> object:
        return receive_dossier(
            actor=actor,
            at=at,
            given=givens[number % READY],
            request=RequestKey(str(uuid.uuid4()), "bench"),
        )

    return receive


def _invented(random: Random, actor: Actor) -> ReceptionInput:
    assert actor.agency_id is not None
    grounds = grounds_on(actor.agency_id, clock.local_day(clock.now()))
    return invent_reception(random, random.choice(grounds))
