"""What the simulated carriers have taken: in memory, and one file each in a folder."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from pathlib import Path

MESSAGES_MAX = 2000
LOST = 0
"""A fault of this number: the message is taken, and the line breaks before the answer."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One message as it arrived. `at` is seconds since 1970."""

    carrier: str
    key: str
    to: str
    subject: str
    text: str
    at: float


@dataclass
class Mailroom:
    """All messages of one simulator. `faults` are answered first, one a try: a status instead of
    taking the message, or LOST. `seconds_to_arrive`: after that a message counts as delivered."""

    folder: Path | None = None
    seconds_to_arrive: float = 2.0
    faults: deque[int] = field(default_factory=deque)
    lost_on_the_way: set[str] = field(default_factory=set)
    _taken: dict[tuple[str, str], Taken] = field(default_factory=dict)
    _tries: list[tuple[str, str]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def next_status(self) -> int | None:
        """The status to answer in place of taking the message, if it is the turn of one."""
        with self._lock:
            return self.faults.popleft() if self.faults and self.faults[0] != LOST else None

    def breaks_off(self) -> bool:
        """Whether the line breaks now, after the message was taken."""
        with self._lock:
            is_turn = bool(self.faults) and self.faults[0] == LOST
            if is_turn:
                self.faults.popleft()
            return is_turn

    def take(self, carrier: str, key: str, to: str, subject: str, text: str) -> bool:
        """Keep it; False when a message with this key was taken before, and nothing is sent again."""
        with self._lock:
            self._tries.append((carrier, key))
            if (carrier, key) in self._taken:
                return False
            one = Taken(carrier, key, to, subject, text, time.time())
            self._taken[carrier, key] = one
            while len(self._taken) > MESSAGES_MAX:
                self._taken.pop(next(iter(self._taken)))
        if self.folder is not None:
            self._write(one)
        return True

    def messages(self, carrier: str = "") -> list[Taken]:
        """In the order they came."""
        with self._lock:
            return [one for one in self._taken.values() if carrier in ("", one.carrier)]

    def tries(self, carrier: str) -> int:
        """How often a message was handed in, also again."""
        with self._lock:
            return sum(name == carrier for name, _key in self._tries)

    def state_of(self, carrier: str, key: str) -> str | None:
        with self._lock:
            one = self._taken.get((carrier, key))
        if one is None:
            return None
        if one.to in self.lost_on_the_way:
            return "FAILED"
        return "DELIVERED" if time.time() >= one.at + self.seconds_to_arrive else "SENT"

    def _write(self, one: Taken) -> None:
        assert self.folder is not None
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = "".join(letter if letter.isalnum() else "-" for letter in one.key)[:80]
        path = self.folder / f"{int(one.at * 1000)}-{one.carrier.lower()}-{name}.json"
        path.write_text(json.dumps(asdict(one), ensure_ascii=False, indent=1), encoding="utf-8")
