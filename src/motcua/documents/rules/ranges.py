"""Which part of a file a request asks for (RFC 9110, 14.2): so a broken download goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RANGE = re.compile(r"bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})")


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes from `first` to `last`, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class NoSuchPart(Exception):
    """The part asked for lies beyond the end: 416."""


def part_asked(header: str, size: int) -> Part | None:
    """The part that a `Range` header asks for; None: all of it, also for what is not understood.

    Several parts at once are answered with the whole, as the standard allows. Raises NoSuchPart.
    """
    found = _RANGE.fullmatch(header.strip())
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return _end_of(size, int(last))
    start = int(first)
    if last and int(last) < start:
        return None
    if start >= size:
        raise NoSuchPart
    return Part(start, min(int(last), size - 1) if last else size - 1)


def _end_of(size: int, length: int) -> Part:
    if length == 0 or size == 0:
        raise NoSuchPart
    return Part(max(0, size - length), size - 1)
