"""Taking turns: a slice of ours, a slice of the floor, again and again, so that whatever else the
machine does meanwhile falls on both."""

from __future__ import annotations

import time
from collections.abc import Callable

from motcua.jobs.bench.figures import Timed

Operation = Callable[[int], object]
"""One operation; it is given its number, so that each can take other data."""

SLICE_SECONDS = 0.15
WARM_UP = 5


def in_turns(
    ours: Operation, floor: Operation, *, seconds: float, warm_up: int = WARM_UP
) -> tuple[Timed, Timed]:
    """Both, each for about half of the time."""
    for number in range(warm_up):
        ours(number)
        floor(number)
    taken: dict[Operation, list[float]] = {ours: [], floor: []}
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for operation, durations in taken.items():
            _slice(operation, durations)
    return _timed(taken[ours]), _timed(taken[floor])


def _slice(operation: Operation, durations: list[float]) -> None:
    end = time.perf_counter() + SLICE_SECONDS
    while (started := time.perf_counter()) < end:
        operation(len(durations))
        durations.append(time.perf_counter() - started)


def _timed(durations: list[float]) -> Timed:
    return Timed(seconds=tuple(durations), wall_seconds=sum(durations))


def rates_in_turns(
    ours: Callable[[], int], floor: Callable[[], int], *, rounds: int
) -> tuple[list[float], list[float]]:
    """Operations a second of each round; each call does many and says how many."""
    taken: dict[Callable[[], int], list[float]] = {ours: [], floor: []}
    for _round in range(rounds):
        for operation, rates in taken.items():
            started = time.perf_counter()
            done = operation()
            rates.append(done / (time.perf_counter() - started))
    return taken[ours], taken[floor]
