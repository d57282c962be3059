"""Papers that tell the applicant something: forms 02, 03, 04 and 05 (law.md 2.3-2.6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from motcua.papers.data.heads import CODE, NO_CONTACT, NOBODY, Contact, PaperHead, Signer
from motcua.papers.vocabulary import SlipParty


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestedItem:
    """One thing to be added or put right, and how many of each kind are still wanted."""

    name: str
    originals: int = 0
    certified_copies: int = 0
    photocopies: int = 0
    electronic: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementRequest:
    """Form 02: one full request to complete the dossier, item by item. `rating_url`, `rating_code`: where whoever
    holds the paper says how it was; empty leaves both out."""

    head: PaperHead
    desk_name: str
    applicant: SlipParty
    procedure_name: str
    items: tuple[RequestedItem, ...]
    reason: str
    procedure_code: str = field(default="", metadata=CODE)
    received_at: datetime | None = None
    respond_by: datetime | None = None
    contact: Contact = NO_CONTACT
    signer: Signer = NOBODY
    notes: tuple[str, ...] = ()
    rating_url: str = ""
    rating_code: str = field(default="", metadata=CODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionRefusal:
    """Form 03: the dossier is not received or not settled, with every reason and its ground.

    `is_decision`: not settled, so whoever declined it signs, and not the desk. `rating_url`, `rating_code` as
    on Form 02.
    """

    head: PaperHead
    desk_name: str
    applicant: SlipParty
    procedure_name: str
    reasons: tuple[str, ...]
    procedure_code: str = field(default="", metadata=CODE)
    submitted_at: datetime | None = None
    grounds: tuple[str, ...] = ()
    returned_papers: tuple[str, ...] = ()
    contact: Contact = NO_CONTACT
    applicant_signature_name: str = ""
    signer: Signer = NOBODY
    is_decision: bool = False
    notes: tuple[str, ...] = ()
    rating_url: str = ""
    rating_code: str = field(default="", metadata=CODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apology:
    """Form 04: the agency that is late says sorry, says why, and names the new day.

    `extension_words` ("03 ngày làm việc") is printed by the form of 2025, which asks for the extension.
    """

    head: PaperHead
    applicant: SlipParty
    procedure_name: str
    received_at: datetime
    promised_at: datetime
    reason: str
    new_due_at: datetime
    procedure_code: str = field(default="", metadata=CODE)
    sector_name: str = ""
    extension_words: str = ""
    contact: Contact = NO_CONTACT
    recipients: tuple[str, ...] = ()
    signer: Signer = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedPaper:
    """A paper given back, and how many."""

    name: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StopNotice:
    """Form 05 of 2025: work on the dossier stops. `fee_words` says what becomes of the fees paid."""

    head: PaperHead
    applicant: SlipParty
    procedure_name: str
    received_at: datetime
    reason: str
    procedure_code: str = field(default="", metadata=CODE)
    owner: SlipParty | None = None
    basis: tuple[str, ...] = ()
    stopped_at: datetime | None = None
    returned_papers: tuple[ReturnedPaper, ...] = ()
    fee_words: str = ""
    contact: Contact = NO_CONTACT
    recipients: tuple[str, ...] = ()
    signer: Signer = NOBODY
