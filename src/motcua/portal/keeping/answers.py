"""Answers kept in this process: the least recently asked for make room, in bytes."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from threading import Lock

from motcua.portal.keeping.holding import Holds

BYTES_MAX = 32 * 1024 * 1024
COMPRESSED_FROM = 200
Key = tuple[str, ...]


@dataclass(slots=True)
class Kept:
    """A page as it was drawn at `made_at`, plain and (once somebody wants it) compressed. `asked_at`: when
    its own stamp was last found standing, by the clock of the process."""

    body: bytes
    headers: dict[str, str]
    holds: Holds
    made_at: datetime
    tag: str = field(init=False)
    asked_at: float = float("-inf")
    _gzipped: bytes = b""

    def __post_init__(self) -> None:
        self.tag = f'W/"{blake2b(self.body, digest_size=12).hexdigest()}"'

    @property
    def gzipped(self) -> bytes:
        """Nothing secret stands in a page for everybody, so its length tells nothing."""
        if not self._gzipped:
            self._gzipped = gzip.compress(self.body, 6, mtime=0)
        return self._gzipped


class Answers:
    """Kept pages by key. Thread-safe, bounded in bytes."""

    def __init__(self, bytes_max: int = BYTES_MAX) -> None:
        self._bytes_max = bytes_max
        self._lock = Lock()
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> Kept | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: Key, kept: Kept) -> None:
        with self._lock:
            self._drop(key)
            self._kept[key] = kept
            self._bytes += len(kept.body)
            while self._bytes > self._bytes_max:
                self._drop(next(iter(self._kept)))

    def forget_all(self) -> None:
        """For tests, whose databases are rolled back under the same stamps."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0

    def _drop(self, key: Key) -> None:
        old = self._kept.pop(key, None)
        if old is not None:
            self._bytes -= len(old.body)


answers = Answers()
"""Those of this process."""
