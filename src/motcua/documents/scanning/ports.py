"""What a scanner must be able to do; and the one that stands for none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO, Protocol

from motcua.documents.vocabulary import ScanState


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a scanner says of one content. `found` names the harm, or the fault of the scanner."""

    state: ScanState
    scanner: str = ""
    found: str = ""


class Scanner(Protocol):
    """Looks through a content from where it stands. Never raises: a fault is a Finding too (FAILED)."""

    def scan(self, content: BinaryIO) -> Finding: ...


class NoScanner:
    """No scanner is configured: the file is kept, and that nobody looked is kept with it."""

    def scan(self, content: BinaryIO) -> Finding:  # noqa: ARG002  # it is not looked at
        return Finding(state=ScanState.UNSCANNED)
