"""Each message is carried out once and in its order, whatever the line does to it. Pure.

Numbers go from 1 without a gap, one row for each pair of sender and receiver. What comes too early is
kept and waits; what is here already is not kept again; what has a number that another message has is
told so. A message that cannot be carried out holds back those about the same dossier, and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from motcua.exchange.vocabulary import InState, OutState

EARLY_MAX: Final = 1000
"""So far ahead of what is missing a message is kept; the sender goes on only when the gap is closed."""


class Arrival(StrEnum):
    """What becomes of a message that came."""

    KEPT = "KEPT"
    KNOWN = "KNOWN"
    NUMBER_TAKEN = "NUMBER_TAKEN"
    TOO_EARLY = "TOO_EARLY"


def arrival(*, seq: int, digest: str, through: int, kept_digest: str | None) -> Arrival:
    """`through`: all up to this number are here; `kept_digest`: of the one that has this number."""
    if kept_digest is not None:
        return Arrival.KNOWN if kept_digest == digest else Arrival.NUMBER_TAKEN
    return Arrival.KEPT if seq <= through + EARLY_MAX else Arrival.TOO_EARLY


def through_now(through: int, later: Iterable[int]) -> int:
    """How far there is no gap, given the numbers kept beyond `through`, in any order."""
    here = set(later)
    while through + 1 in here:
        through += 1
    return through


@dataclass(frozen=True, slots=True)
class Turn:
    """What is known of a message that is not done yet."""

    seq: int
    thread: str
    state: InState


def whose_turn(open_ones: Iterable[Turn], through: int) -> tuple[int, ...]:
    """The numbers that may be carried out now, in order: before the first gap, behind nothing stuck."""
    held: set[str] = set()
    ready: list[int] = []
    for one in sorted(open_ones, key=lambda turn: turn.seq):
        if one.state is InState.STUCK:
            held.add(one.thread)
        elif one.seq <= through and one.thread not in held:
            ready.append(one.seq)
    return tuple(ready)


def states_after(answered_through: int, states: Mapping[int, OutState]) -> dict[int, OutState]:
    """The messages whose state changes when the receiver says how far it has them.

    One that it had and has no more was lost there (a backup was restored): it is told again.
    """
    found = {
        seq: OutState.RECEIVED if seq <= answered_through else OutState.WAITING for seq in states
    }
    return {seq: state for seq, state in found.items() if states[seq] is not state}
