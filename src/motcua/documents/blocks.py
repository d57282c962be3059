"""The bytes of a file or of a part of it, block by block: a large one is never in memory whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from motcua.documents.rules.ranges import Part
from motcua.documents.storage import BLOCK_BYTES


class Blocks:
    """Whoever stops early closes it. It opens at the first block, so an answer that nobody reads
    holds nothing open."""

    def __init__(self, opened: Callable[[], BinaryIO], part: Part) -> None:
        self._opened = opened
        self._part = part
        self._left = part.length
        self._content: BinaryIO | None = None

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._content is None:
            self._content = self._opened()
            self._content.seek(self._part.first)
        block = self._content.read(min(BLOCK_BYTES, self._left)) if self._left else b""
        self._left -= len(block)
        if not block:
            self.close()
            raise StopIteration
        return block

    def close(self) -> None:
        self._left = 0
        if self._content is not None:
            self._content.close()
