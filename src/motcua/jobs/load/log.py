"""What everybody met: each answer by kind, each fault, what was acknowledged. Threads share one."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median
from threading import Lock
from typing import Any

from motcua.jobs.bench.figures import percentile

SHOWN_MAX = 20


class Log:
    """`are_faults_expected`: programs are killed, so that a fault is part of the morning as long as
    asking again helps."""

    def __init__(self, *, are_faults_expected: bool) -> None:
        self._lock = Lock()
        self._expected = are_faults_expected
        self._seconds: dict[str, list[float]] = defaultdict(list)
        self._bytes: Counter[str] = Counter()
        self._faults: Counter[str] = Counter()
        self._refused: Counter[str] = Counter()
        self.errors: list[str] = []
        self.refusals: list[str] = []
        self.sent: set[str] = set()
        self.acknowledged: dict[str, str] = {}

    def answered(self, kind: str, seconds: float, length: int) -> None:
        with self._lock:
            self._seconds[kind].append(seconds)
            self._bytes[kind] += length

    def fault(self, kind: str, words: str) -> None:
        with self._lock:
            self._faults[kind] += 1
            if not self._expected:
                self.errors.append(f"{kind}: {words}")

    def gave_up(self, kind: str, path: str) -> None:
        self.went_wrong(f"{kind}: gave up asking for {path}")

    def went_wrong(self, words: str) -> None:
        with self._lock:
            self.errors.append(words)

    def refused(self, kind: str, words: str) -> None:
        """A no that the morning may bring: somebody else was first."""
        with self._lock:
            self._refused[kind] += 1
            if len(self.refusals) < SHOWN_MAX:
                self.refusals.append(f"{kind}: {words}")

    def about_to_send(self, key: str) -> None:
        with self._lock:
            self.sent.add(key)

    def acknowledge(self, key: str, code: str) -> None:
        """The server said that the dossier asked for with this key is received, under this code."""
        with self._lock:
            self.acknowledged[key] = code

    def rows(self) -> list[dict[str, Any]]:
        """A line for each kind of request, the most frequent first."""
        kinds = sorted(self._seconds, key=lambda kind: -len(self._seconds[kind]))
        return [self._row(kind) for kind in kinds]

    def _row(self, kind: str) -> dict[str, Any]:
        taken = self._seconds[kind]
        told = {
            "median_ms": median(taken),
            "p95_ms": percentile(taken, 95),
            "p99_ms": percentile(taken, 99),
            "max_ms": max(taken),
        }
        return {
            "kind": kind,
            "count": len(taken),
            **{name: round(seconds * 1000, 1) for name, seconds in told.items()},
            "mean_sent_bytes": self._bytes[kind] // len(taken),
            "asked_again": self._faults[kind],
            "refused": self._refused[kind],
        }
