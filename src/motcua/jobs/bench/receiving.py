"""Receptions by one process and by several at one desk, beside the driver alone with the same rows.

All processes stand at the same desk, the hardest case: its daily serial and its chain are locked
until commit, so what a transaction does between is what everybody waits for.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator

from motcua.dossiers.commands.receive import receive_dossier
from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.counting import work_of
from motcua.jobs.bench.desks import Desk, Turn, Work, close, open_desks, take_turn, timed
from motcua.jobs.bench.figures import Figure, Timed, figure
from motcua.jobs.bench.raw_reception import ready_made, write
from motcua.jobs.workload.people import people_at
from motcua.jobs.workload.place import Place
from motcua.jobs.workload.raw import raw_driver
from motcua.jobs.workload.receptions import receptions
from motcua.kernel.actor import Role
from motcua.ledger.recording import RequestKey

PROCESSES = (1, 4)
AT_ONCE = 20
"""Operations of one process in one turn."""
READY = 60
ROUNDS_MIN = 3
OURS, FLOOR = "ours", "floor"
FLOOR_IS = "the driver alone, the same rows with ready-made values in one transaction"


def measure(asking: Asking, place: Place) -> Iterator[Figure]:
    """One figure for each number of processes."""
    people_at(place, [Role.RECEPTION])
    for processes in PROCESSES:
        desks = open_desks(processes, lambda number: _officer(place, asking.seed + number))
        try:
            rounds = max(ROUNDS_MIN, asking.receptions // (processes * AT_ONCE))
            ours, floor = _rounds(desks, rounds, asking.seconds)
        finally:
            close(desks)
        yield figure(
            "receive a dossier",
            database=asking.database,
            size=asking.size,
            processes=processes,
            ours=ours,
            floor=floor,
            floor_is=FLOOR_IS,
            work=work_of(_receiver(place, asking.seed)),
        )


def _rounds(desks: list[Desk], rounds: int, seconds: float) -> tuple[Timed, Timed]:
    """Ours and the floor's, turn about, until the number or the time is reached."""
    end = time.monotonic() + seconds
    turns: dict[str, list[list[Turn]]] = {OURS: [], FLOOR: []}
    for number in range(rounds):
        if number >= ROUNDS_MIN and time.monotonic() > end:
            break
        for which, taken in turns.items():
            taken.append(take_turn(desks, which, AT_ONCE))
    return timed(turns[OURS]), timed(turns[FLOOR])


def _officer(place: Place, seed: int) -> Work:
    """In a process of its own: receives, or lets the driver write, each warm."""
    receive, driver = _receiver(place, seed), raw_driver()
    Turn.of(receive, AT_ONCE)
    ready = ready_made(driver, READY)

    def floor(number: int) -> None:
        write(driver, ready[number % len(ready)])

    Turn.of(floor, AT_ONCE)
    return {OURS: receive, FLOOR: floor}


def _receiver(place: Place, seed: int) -> Callable[[int], object]:
    """Receives invented dossiers, each asked for with a key as the pages and the API do."""
    at = place.at
    actor = people_at(place, [Role.RECEPTION])[0].actor(at)
    givens = receptions(place, seed=seed, count=READY)

    def receive(number: int) -> object:
        return receive_dossier(
            actor=actor,
            at=at,
            given=givens[number % READY],
            request=RequestKey(str(uuid.uuid4()), "bench"),
        )

    return receive
