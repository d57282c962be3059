"""Words of the exchange: kinds and states of messages, why one has not gone through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MessageKind(StrEnum):
    """What one installation tells another about a dossier."""

    OFFER = "OFFER"
    ACCEPTED = "ACCEPTED"
    REFUSED = "REFUSED"
    TAKEN_BACK = "TAKEN_BACK"
    RETURNED = "RETURNED"
    STATUS = "STATUS"


class OutState(StrEnum):
    """`WAITING`: the partner has not said that it has it; `RECEIVED`: it has."""

    WAITING = "WAITING"
    RECEIVED = "RECEIVED"


class InState(StrEnum):
    """`WAITING`: kept, its turn has not come; `DONE`: carried out; `STUCK`: it could not be."""

    WAITING = "WAITING"
    DONE = "DONE"
    STUCK = "STUCK"


class Failure(StrEnum):
    """Why the last try to send did not go through."""

    NOT_REACHED = "NOT_REACHED"
    NOT_KNOWN_THERE = "NOT_KNOWN_THERE"
    SIGNATURE_REFUSED = "SIGNATURE_REFUSED"
    CLOCKS_DIFFER = "CLOCKS_DIFFER"
    ANSWER_NOT_SIGNED = "ANSWER_NOT_SIGNED"
    NUMBER_TAKEN = "NUMBER_TAKEN"
    FILE_MISSING = "FILE_MISSING"
    FILE_REFUSED = "FILE_REFUSED"
    FAULT_THERE = "FAULT_THERE"
    FAULT_HERE = "FAULT_HERE"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTold:
    """A file that travels with a message: it is fetched nowhere, it is brought before the message."""

    digest: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message as it travels. `seq`: its place among all from this sender to this receiver, from 1.

    `thread`: the dossier it is about, as named by the installation that received it from the citizen.
    """

    seq: int
    kind: MessageKind
    thread: str
    at: datetime
    body: str


class OnPaper(StrEnum):
    """What an agency without software says on paper to an offer, or with what it gives back."""

    ACCEPTED = "ACCEPTED"
    REFUSED = "REFUSED"
    RETURNED = "RETURNED"
