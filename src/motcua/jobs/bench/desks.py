"""Processes that work at once, a turn at a time: forked, so that what is kept in memory is warm."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Self

from django.db import connections

from motcua.jobs.bench.figures import Timed

ASK_AGAIN_SECONDS = 0.5
Work = dict[str, Callable[[int], object]]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one process says of its turn: start and end on the common clock, each operation."""

    started: float
    ended: float
    seconds: tuple[float, ...]

    @classmethod
    def of(cls, operation: Callable[[int], object], count: int) -> Self:
        seconds = []
        started = now = time.monotonic()
        for number in range(count):
            operation(number)
            before, now = now, time.monotonic()
            seconds.append(now - before)
        return cls(started, now, tuple(seconds))


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


def open_desks(count: int, prepare: Callable[[int], Work]) -> list[Desk]:
    """So many processes, each with what `prepare` gives for its number, ready to begin."""
    connections.close_all()  # a connection must not be shared
    desks = [_opened(prepare, number) for number in range(count)]
    for desk in desks:
        desk.answer()
    return desks


def take_turn(desks: list[Desk], which: str, count: int) -> list[Turn]:
    """All do it so many times, at once."""
    for desk in desks:
        desk.line.send((which, count))
    return [desk.answer() for desk in desks]


def close(desks: list[Desk]) -> None:
    for desk in desks:
        desk.process.terminate()
        desk.process.join()


def timed(rounds: list[list[Turn]]) -> Timed:
    """Each operation, and the wall time of the rounds."""
    walls = [
        max(one.ended for one in turns) - min(one.started for one in turns) for turns in rounds
    ]
    return Timed(
        seconds=tuple(second for turns in rounds for one in turns for second in one.seconds),
        wall_seconds=sum(walls),
    )


def _opened(prepare: Callable[[int], Work], number: int) -> Desk:
    context = get_context("fork")
    mine, theirs = context.Pipe()
    process = context.Process(target=_at_work, args=(theirs, prepare, number), daemon=True)
    process.start()
    return Desk(process, mine)


def _at_work(orders: Connection, prepare: Callable[[int], Work], number: int) -> None:
    """In the process: does what it is told until it is ended."""
    work = prepare(number)
    orders.send("ready")
    while True:
        which, count = orders.recv()
        orders.send(Turn.of(work[which], count))
