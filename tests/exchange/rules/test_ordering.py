"""Whatever the line does, both sides end equal: once each, in order, nothing held back for nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.exchange.rules.ordering import (
    EARLY_MAX,
    Arrival,
    Turn,
    arrival,
    states_after,
    through_now,
    whose_turn,
)
from motcua.exchange.vocabulary import InState, OutState

THREADS = ("a", "b", "c")


@dataclass
class Kept:
    thread: str
    digest: str
    state: InState = InState.WAITING


@dataclass
class Receiver:
    """A receiver that does nothing but what the rules say."""

    through: int = 0
    rows: dict[int, Kept] = field(default_factory=dict)
    done: list[int] = field(default_factory=list)
    refusing: set[int] = field(default_factory=set)

    def hears(self, seq: int, thread: str, digest: str) -> int:
        kept = self.rows.get(seq)
        what = arrival(
            seq=seq,
            digest=digest,
            through=self.through,
            kept_digest=kept.digest if kept else None,
        )
        if what is Arrival.KEPT:
            self.rows[seq] = Kept(thread, digest)
            self.through = through_now(self.through, [n for n in self.rows if n > self.through])
        return self.through

    def works(self) -> None:
        """Until nothing more can be carried out."""
        while ready := self._ready():
            for seq in ready:
                is_refused = seq in self.refusing
                self.rows[seq].state = InState.STUCK if is_refused else InState.DONE
                self.done += [] if is_refused else [seq]
                if is_refused:
                    break

    def is_mended(self) -> None:
        self.refusing.clear()
        for row in self.rows.values():
            row.state = InState.WAITING if row.state is InState.STUCK else row.state

    def _ready(self) -> tuple[int, ...]:
        turns = [
            Turn(seq, row.thread, row.state)
            for seq, row in self.rows.items()
            if row.state is not InState.DONE
        ]
        return whose_turn(turns, self.through)


@dataclass
class Sender:
    threads: list[str]
    states: dict[int, OutState]

    def is_answered(self, through: int) -> None:
        self.states |= states_after(through, self.states)

    def digest(self, seq: int) -> str:
        return f"{seq}-{self.threads[seq - 1]}"

    @property
    def waiting(self) -> list[int]:
        return [seq for seq, state in self.states.items() if state is OutState.WAITING]


def a_sender(threads: list[str]) -> Sender:
    return Sender(threads, dict.fromkeys(range(1, len(threads) + 1), OutState.WAITING))


WEATHER = st.lists(
    st.tuples(
        st.sampled_from(["arrives", "request lost", "answer lost", "doubled", "works", "mended"]),
        st.integers(min_value=0, max_value=30),
    ),
    max_size=80,
)


def go_through(weather: list[tuple[str, int]], sender: Sender, receiver: Receiver) -> None:
    for what, number in weather:
        seq = 1 + number % len(sender.threads)
        if what in ("arrives", "answer lost", "doubled"):
            for _time in range(1 + (what == "doubled")):
                answer = receiver.hears(seq, sender.threads[seq - 1], sender.digest(seq))
                sender.is_answered(answer if what == "arrives" else 0)
        receiver.works() if what == "works" else None
        receiver.is_mended() if what == "mended" else None


def clears_up(sender: Sender, receiver: Receiver) -> None:
    """A quiet line again, and whatever was refused has been mended."""
    receiver.is_mended()
    for seq in sorted(sender.states):
        answer = receiver.hears(seq, sender.threads[seq - 1], sender.digest(seq))
        sender.is_answered(answer)
    receiver.works()


@given(
    threads=st.lists(st.sampled_from(THREADS), min_size=1, max_size=12),
    weather=WEATHER,
    refusing=st.sets(st.integers(min_value=1, max_value=12)),
)
@settings(max_examples=400, deadline=None)
def test_both_sides_end_equal_in_any_weather(
    threads: list[str], weather: list[tuple[str, int]], refusing: set[int]
) -> None:
    sender, receiver = a_sender(threads), Receiver(refusing=refusing)
    go_through(weather, sender, receiver)
    clears_up(sender, receiver)
    assert sender.waiting == []
    assert sorted(receiver.done) == list(sender.states)
    for thread in THREADS:
        mine = [seq for seq in receiver.done if threads[seq - 1] == thread]
        assert mine == sorted(mine)


@given(threads=st.lists(st.sampled_from(THREADS), min_size=2, max_size=12), stuck=st.data())
@settings(deadline=None)
def test_what_is_stuck_holds_back_its_own_thread_only(threads: list[str], stuck: Any) -> None:
    refused = stuck.draw(st.integers(min_value=1, max_value=len(threads)))
    sender, receiver = a_sender(threads), Receiver(refusing={refused})
    for seq in sender.states:
        receiver.hears(seq, threads[seq - 1], sender.digest(seq))
    receiver.works()
    held = [
        seq for seq in sender.states if seq >= refused and threads[seq - 1] == threads[refused - 1]
    ]
    assert sorted(receiver.done) == [seq for seq in sender.states if seq not in held]


@given(
    threads=st.lists(st.sampled_from(THREADS), min_size=1, max_size=12),
    restored_at=st.integers(min_value=0, max_value=12),
)
def test_what_a_restored_partner_has_lost_is_told_again(
    threads: list[str], restored_at: int
) -> None:
    sender, receiver = a_sender(threads), Receiver()
    clears_up(sender, receiver)
    kept = min(restored_at, len(threads))
    receiver = Receiver(
        through=kept,
        rows={n: row for n, row in receiver.rows.items() if n <= kept},
        done=receiver.done[:kept],
    )
    sender.is_answered(receiver.through)
    assert sender.waiting == list(range(kept + 1, len(threads) + 1))
    clears_up(sender, receiver)
    assert receiver.done == list(sender.states)


def test_nothing_is_carried_out_before_what_is_missing() -> None:
    receiver = Receiver()
    receiver.hears(2, "a", "2-a")
    receiver.hears(3, "b", "3-b")
    receiver.works()
    assert (receiver.through, receiver.done) == (0, [])
    receiver.hears(1, "c", "1-c")
    receiver.works()
    assert (receiver.through, receiver.done) == (3, [1, 2, 3])


@pytest.mark.parametrize(
    ("seq", "kept_digest", "becomes"),
    [
        (5, None, Arrival.KEPT),
        (5, "same", Arrival.KNOWN),
        (5, "another", Arrival.NUMBER_TAKEN),
        (4 + EARLY_MAX, None, Arrival.KEPT),
        (5 + EARLY_MAX, None, Arrival.TOO_EARLY),
    ],
)
def test_what_becomes_of_a_message(seq: int, kept_digest: str | None, becomes: Arrival) -> None:
    assert arrival(seq=seq, digest="same", through=4, kept_digest=kept_digest) is becomes
