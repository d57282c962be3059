"""What is signed: who tells whom what, where and when. Pure; the signing itself is in `exchange.keys`.

A request is bound to its receiver, its place and its minute; an answer to its request. Whoever keeps
one and brings it again, or brings the answer to another, is found out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from motcua.kernel.event import instant_text

CLOCKS_MAY_DIFFER: Final = timedelta(minutes=10)
MARK_LETTERS: Final = 16
_ASKED, _ANSWERED = "motcua-exchange 1", "motcua-exchange-answer 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Of a request: `sender` and `receiver` are marks, `path` has its query."""

    method: str
    path: str
    sender: str
    receiver: str
    at: datetime


def mark_of(key: str) -> str:
    """By which the holder of a public key (hexadecimal) names itself."""
    return hashlib.sha256(bytes.fromhex(key)).hexdigest()[:MARK_LETTERS]


def request_text(envelope: Envelope, body: bytes) -> bytes:
    """What the sender of a request signs."""
    return _lines(
        _ASKED,
        envelope.method,
        envelope.path,
        envelope.sender,
        envelope.receiver,
        instant_text(envelope.at),
        hashlib.sha256(body).hexdigest(),
    )


def answer_text(request_signature: str, status: int, body: bytes) -> bytes:
    """What the receiver signs: this answer is to that request."""
    return _lines(_ANSWERED, request_signature, str(status), hashlib.sha256(body).hexdigest())


def _lines(*parts: str) -> bytes:
    return "\n".join(parts).encode()


def is_of_now(told: datetime, at: datetime) -> bool:
    """Whether a request was signed near enough to the receiver's present."""
    return abs(told - at) <= CLOCKS_MAY_DIFFER


def instant_of(text: str) -> datetime | None:
    """The instant of a header; None when it is none, or has no zone."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None
