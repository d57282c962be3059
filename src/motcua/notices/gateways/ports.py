"""What a carrier must offer, and what it may answer. Each adapter is one class of this shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from motcua.notices.vocabulary import Failure, Language, NoticeState


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message to be carried. The carrier that has seen `key` before sends nothing again."""

    key: str
    to: str
    subject: str
    body: str
    language: Language
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """The carrier has it. `reference` is its own name for it."""

    reference: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """It will not carry this, now or later."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class NotNow:
    """It may carry it later. `is_down`: nothing gets through to it, so the rest is not tried now."""

    failure: Failure
    pause: timedelta = timedelta(0)
    is_down: bool = False


Answer = Accepted | Refused | NotNow


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What the carrier knows of a message it has taken: SENT, DELIVERED or FAILED."""

    state: NoticeState
    failure: Failure | None = None


class Gateway(Protocol):
    """A carrier. Neither method raises for what a network may do; both end within a time bound."""

    @property
    def tells_delivery(self) -> bool:
        """Whether it can be asked what became of a message."""

    def send(self, letter: Letter) -> Answer: ...

    def ask(self, key: str) -> Whereabouts | None:
        """What became of the message; None when it could not be learned now."""
