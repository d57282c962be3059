"""Facts about the registers of certifications, in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class CertificationEntered(Event):
    """A document was entered into a register of the year and has its number."""

    code: ClassVar[str] = "certification.entered"

    agency_id: int
    kind: str
    year: int
    number: int
    dossier_id: int
    dossier_code: str
    position: int
    document_name: str
    pages: int
    copies: int
    sheets: int
    requester_name: str
    requester_number: str
    fee_vnd: int
    signer_name: str
    signer_title: str
    entered_at: datetime
    entered_on: date
    entered_by_id: int | None
    note: str


@dataclass(frozen=True, kw_only=True)
class CertificationSigned(Event):
    """The document was signed and issued: by whom, when."""

    code: ClassVar[str] = "certification.signed"

    number: int
    signer_name: str
    signer_title: str
    certified_at: datetime


@dataclass(frozen=True, kw_only=True)
class CertificationCancelled(Event):
    """An entry was struck through; its number is not given again."""

    code: ClassVar[str] = "certification.cancelled"

    number: int
    cancelled_at: datetime
    cancelled_by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class CertificationBookClosed(Event):
    """The register of a year takes no more entries; `digest` is over all of them."""

    code: ClassVar[str] = "certification-book.closed"

    agency_id: int
    kind: str
    year: int
    entries: int
    digest: str
