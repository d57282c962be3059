"""Lists and receipts of things that pass from hand to hand or go by post (law.md 2.9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from motcua.papers.data.heads import (
    CODE,
    CODE_IN_ROW,
    NO_CONTACT,
    NOBODY,
    Contact,
    PaperHead,
    Signer,
)
from motcua.papers.vocabulary import SlipParty


class HandOverCopy(StrEnum):
    """Whose copy of a hand-over list this is."""

    GIVER = "GIVER"
    RECEIVER = "RECEIVER"


BOTH_SIDES = (HandOverCopy.GIVER, HandOverCopy.RECEIVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedDossier:
    """One dossier handed over, with the number of papers in it."""

    dossier_code: str = field(metadata=CODE_IN_ROW)
    procedure_name: str
    owner_name: str
    papers: int = 0
    received_at: datetime | None = None
    due_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierHandOver:
    """Giấy bàn giao hồ sơ, from one unit to another; one copy for each side."""

    head: PaperHead
    giving_unit: str
    receiving_unit: str
    rows: tuple[HandedDossier, ...]
    giving_officer: str = ""
    receiving_officer: str = ""
    note: str = ""
    copies: tuple[HandOverCopy, ...] = BOTH_SIDES


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferredPaper:
    """One paper that goes along."""

    name: str
    originals: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferSlip:
    """Phiếu chuyển xử lý: a dossier goes to another agency or unit for a task, with what, for how long
    (NĐ 61/2018 Art. 19.6). One copy for each side. `files`: how many files go along."""

    head: PaperHead
    giving_place: str
    receiving_place: str
    procedure_name: str
    applicant_name: str
    received_at: datetime
    task: str
    rows: tuple[TransferredPaper, ...]
    procedure_code: str = field(default="", metadata=CODE)
    due_at: datetime | None = None
    limit_words: str = ""
    files: int = 0
    giving_officer: str = ""
    receiving_officer: str = ""
    copies: tuple[HandOverCopy, ...] = BOTH_SIDES


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedResult:
    """One result handed over; `by_post`: the applicant asked for it by post. `fee_vnd` None = none due."""

    dossier_code: str = field(metadata=CODE_IN_ROW)
    procedure_name: str
    result: str
    owner_name: str
    address: str = ""
    fee_vnd: int | None = None
    by_post: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultHandOver:
    """Phiếu bàn giao kết quả giải quyết thủ tục hành chính, to the desk that returns results."""

    head: PaperHead
    giving_unit: str
    receiving_unit: str
    rows: tuple[HandedResult, ...]
    giving_officer: str = ""
    receiving_officer: str = ""
    note: str = ""
    copies: tuple[HandOverCopy, ...] = BOTH_SIDES


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReceipt:
    """Giấy biên nhận trả kết quả: what was given to whom, signed by both.

    `receiver` is who came; `capacity` on it says for whom ("Người được ủy quyền"). `rating_url`, `rating_code`:
    where whoever holds the paper says how it was; empty leaves both out.
    """

    head: PaperHead
    desk_name: str
    owner: SlipParty
    receiver: SlipParty
    procedure_name: str
    result_kind: str
    returned_at: datetime
    procedure_code: str = field(default="", metadata=CODE)
    result_number: str = ""
    result_day: date | None = None
    result_summary: str = ""
    result_copies: int = 1
    return_method: str = ""
    authorization: str = ""
    returned_papers: tuple[str, ...] = ()
    fee_words: str = ""
    officer: Signer = NOBODY
    contact: Contact = NO_CONTACT
    rating_url: str = ""
    rating_code: str = field(default="", metadata=CODE)
    copies: tuple[HandOverCopy, ...] = BOTH_SIDES


@dataclass(frozen=True, slots=True, kw_only=True)
class PostItem:
    """One envelope. `collect_vnd` is what the carrier collects; None = nothing."""

    dossier_code: str = field(metadata=CODE_IN_ROW)
    tracking_number: str = field(default="", metadata=CODE_IN_ROW)
    person_name: str = ""
    address: str = ""
    phone: str = ""
    contents: str = ""
    collect_vnd: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostList:
    """Danh sách gửi bưu chính (POST_OUT) or nhận từ bưu chính (POST_IN); the kind says which."""

    head: PaperHead
    carrier: str
    rows: tuple[PostItem, ...]
    desk_name: str = ""
    handed_at: datetime | None = None
    officer: Signer = NOBODY
    carrier_officer: str = ""
    copies: tuple[HandOverCopy, ...] = BOTH_SIDES
