"""Books: the register of dossiers (law.md 2.8) and the register of certifications."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from motcua.papers.data.heads import CODE_IN_ROW, MANY_ROWS, NOBODY, PaperHead, Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterClosing:
    """The certificate at the end of a book: how many entries, from which to which, who closed it when."""

    closed_on: date
    count: int
    first_number: str = ""
    last_number: str = ""
    keeper: Signer = NOBODY
    head_of_office: Signer = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One entry of the register of dossiers."""

    number: str
    dossier_code: str = field(metadata=CODE_IN_ROW)
    procedure_name: str
    owner_name: str
    received_at: datetime
    dossier_sets: int = 1
    address: str = ""
    phone: str = ""
    handling_agency: str = ""
    due_at: datetime | None = None
    due_words: str = ""
    returned_at: datetime | None = None
    returned_by: str = ""
    returned_to: str = ""
    return_method: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRegister:
    """Sổ theo dõi hồ sơ of one book and year. `closing` None while the book is open."""

    head: PaperHead
    desk_name: str
    book: str
    year: int
    rows: tuple[RegisterRow, ...] = field(metadata=MANY_ROWS)
    opened_on: date | None = None
    closing: RegisterClosing | None = None
    has_cover: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationRow:
    """One entry of the register of certifications. `fee_vnd` None = free of charge."""

    number: str
    day: date
    requester_name: str
    document_kind: str
    requester_identity: str = field(default="", metadata=CODE_IN_ROW)
    copies: int = 0
    pages: int = 0
    fee_vnd: int | None = None
    signer_name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationRegister:
    """Sổ chứng thực of one book and year; `subject` says what was certified ("bản sao từ bản chính")."""

    head: PaperHead
    desk_name: str
    book: str
    year: int
    subject: str
    rows: tuple[CertificationRow, ...] = field(metadata=MANY_ROWS)
    opened_on: date | None = None
    closing: RegisterClosing | None = None
    has_cover: bool = True

    @property
    def total_fee_vnd(self) -> int:
        return sum(row.fee_vnd or 0 for row in self.rows)
