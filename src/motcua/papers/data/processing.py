"""Papers that go with a dossier inside the office: the control slip and its history (law.md 2.7, 2.9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from motcua.papers.data.heads import CODE, FULL_MOMENT, NOBODY, PaperHead, Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """One hand-over of the dossier. `outcome` is "Trước hạn", "Đúng hạn" or "Quá hạn", if known."""

    giver: str
    receiver: str
    at: datetime | None = field(default=None, metadata=FULL_MOMENT)
    giver_name: str = ""
    receiver_name: str = ""
    outcome: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlSlip:
    """Form 05 of 2018, 06 of 2025: who had the dossier when. Empty blocks are left to write in."""

    head: PaperHead
    applicant_name: str
    procedure_name: str
    received_at: datetime
    handling_agency: str
    due_at: datetime | None = None
    due_words: str = ""
    procedure_code: str = field(default="", metadata=CODE)
    phone: str = ""
    register_book: str = ""
    register_number: str = ""
    cooperating_agencies: tuple[str, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    empty_blocks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingStep:
    """One step of work: when, by whom, what, to whom, until when."""

    at: datetime
    by: str
    act: str
    receiver: str = ""
    due_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingHistory:
    """Quá trình xử lý hồ sơ: every step, on landscape A4."""

    head: PaperHead
    procedure_name: str
    applicant_name: str
    received_at: datetime
    steps: tuple[ProcessingStep, ...]
    procedure_code: str = field(default="", metadata=CODE)
    due_at: datetime | None = None
    due_words: str = ""
    status_name: str = ""
    signer: Signer = NOBODY
