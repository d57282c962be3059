"""Words of notices: carriers, kinds, states, and the plain values that pass between the parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum


class Carrier(StrEnum):
    """By what a notice travels. (A dossier has a `Channel`: how it came in. That is another thing.)"""

    EMAIL = "EMAIL"
    SMS = "SMS"
    ZALO = "ZALO"


class Language(StrEnum):
    VI = "vi"
    EN = "en"


class NoticeKind(StrEnum):
    """What a notice tells. Several facts may be told as one kind."""

    REGISTERED = "REGISTERED"
    RECEIVED = "RECEIVED"
    IN_TRANSIT = "IN_TRANSIT"
    NOT_RECEIVED = "NOT_RECEIVED"
    STARTED = "STARTED"
    SUPPLEMENT_ASKED = "SUPPLEMENT_ASKED"
    SUPPLEMENTED = "SUPPLEMENTED"
    OBLIGATION_DUE = "OBLIGATION_DUE"
    RESUMED = "RESUMED"
    DATE_MOVED = "DATE_MOVED"
    EXTENDED = "EXTENDED"
    APOLOGY = "APOLOGY"
    WITHDRAWN = "WITHDRAWN"
    STOPPED = "STOPPED"
    RESULT_READY = "RESULT_READY"
    RETURNED = "RETURNED"
    CORRECTED = "CORRECTED"
    REOPENED = "REOPENED"
    ANSWERED = "ANSWERED"
    PAYMENT_RECEIVED = "PAYMENT_RECEIVED"
    PAYMENT_REST = "PAYMENT_REST"
    PAYMENT_EXPIRED = "PAYMENT_EXPIRED"
    FEE_CHANGED = "FEE_CHANGED"
    PETITION_TAKEN = "PETITION_TAKEN"
    PETITION_REFUSED = "PETITION_REFUSED"
    PETITION_UNCLEAR = "PETITION_UNCLEAR"
    PETITION_FORWARDED = "PETITION_FORWARDED"
    PETITION_ANSWERED = "PETITION_ANSWERED"
    PETITION_REOPENED = "PETITION_REOPENED"


class Haste(StrEnum):
    """How long a notice may wait for a better hour."""

    AT_ONCE = "AT_ONCE"
    SOON = "SOON"
    ORDINARY = "ORDINARY"


class NoticeState(StrEnum):
    """Where a notice is. `SENT`: a carrier has taken it; `DELIVERED`: it says the phone has it."""

    WAITING = "WAITING"
    QUEUED = "QUEUED"
    SENT = "SENT"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"


class Failure(StrEnum):
    """Why a delivery failed, or why it was not done at the last try."""

    ADDRESS_REFUSED = "ADDRESS_REFUSED"
    MESSAGE_REFUSED = "MESSAGE_REFUSED"
    NOT_ALLOWED = "NOT_ALLOWED"
    GATEWAY_BUSY = "GATEWAY_BUSY"
    GATEWAY_FAULT = "GATEWAY_FAULT"
    NOT_REACHED = "NOT_REACHED"
    NOT_DELIVERED = "NOT_DELIVERED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How somebody can be told: addresses, and what he wishes. Where it comes from is not asked here:
    today from the people of a dossier, later from the account of a citizen."""

    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wishes at one address. Nobody who said nothing is kept from being told.

    `quiet_from`, `quiet_until`: hours of his own; None: those of the office.
    """

    is_wanted: bool = True
    in_digest: bool = False
    language: Language = Language.VI
    quiet_from: time | None = None
    quiet_until: time | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """Where one notice goes: the carrier, and the number or mailbox as that carrier knows it."""

    carrier: Carrier
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a fact has to tell: its kind, the stage the dossier was in, the date that matters."""

    kind: NoticeKind
    stage: str
    date: datetime | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A finished message. `subject` is empty for carriers that have none."""

    subject: str
    body: str
