"""What a paper is made of: kinds, sizes, copies, and the data of Form 01 (giấy tiếp nhận và hẹn trả)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PaperKind(StrEnum):
    """What a paper is for, whatever number a circular gives its form. `data` has a class for each."""

    SLIP = "SLIP"
    SUPPLEMENT_REQUEST = "SUPPLEMENT_REQUEST"
    RECEPTION_REFUSAL = "RECEPTION_REFUSAL"
    APOLOGY = "APOLOGY"
    STOP_NOTICE = "STOP_NOTICE"
    CONTROL_SLIP = "CONTROL_SLIP"
    TRANSFER_SLIP = "TRANSFER_SLIP"
    DOSSIER_REGISTER = "DOSSIER_REGISTER"
    GROUP_SLIP = "GROUP_SLIP"
    GROUP_MINUTES = "GROUP_MINUTES"
    DOSSIER_HAND_OVER = "DOSSIER_HAND_OVER"
    RESULT_HAND_OVER = "RESULT_HAND_OVER"
    RETURN_RECEIPT = "RETURN_RECEIPT"
    PROCESSING_HISTORY = "PROCESSING_HISTORY"
    FEE_RECEIPT = "FEE_RECEIPT"
    CERTIFICATION_REGISTER = "CERTIFICATION_REGISTER"
    POST_OUT = "POST_OUT"
    POST_IN = "POST_IN"


class PaperSize(StrEnum):
    """Sheet the form is laid out on. A5 is the official size of forms 01-05, A4 the usual practice."""

    A5 = "A5"
    A4 = "A4"


class SlipCopy(StrEnum):
    """Whose copy (liên) of the slip this is; the form words it."""

    APPLICANT = "APPLICANT"
    OFFICE = "OFFICE"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipParty:
    """A person or organization named on the slip. Empty text = the line is left out.

    `salutation` is printed before the name ("Ông", "Bà", "Tổ chức"); `capacity` says in which
    quality a representative acts ("Giám đốc", "Người được ủy quyền").
    """

    name: str
    salutation: str = ""
    identity_number: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    capacity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPaper:
    """One paper handed over, with how many of each kind. `shown_only`: looked at and given back."""

    name: str
    originals: int = 0
    certified_copies: int = 0
    photocopies: int = 0
    electronic: int = 0
    shown_only: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipFee:
    """One fee (phí) or charge (lệ phí), the amount already in words for people ("50.000 đồng")."""

    label: str
    amount: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipData:
    """Everything printed on Form 01, ready to print: texts in Vietnamese, instants aware.

    `received_at` also dates the paper, chooses the form set in force and stamps the PDF, so the same
    data always give the same bytes. `due_at` is None for a result returned at once; `due_words`
    is then printed instead. `due_explanation` is one sentence saying how the date was reached.
    `data_code_text` goes into the QR code at the left, `lookup_url` into the one at the right;
    an empty text leaves its code out. `rating_url`, `rating_code`: where the holder says how it was. One sheet set is printed for each of `copies`.
    """

    superior_agency: str
    agency: str
    place_name: str
    desk_name: str
    dossier_code: str
    procedure_name: str
    procedure_code: str
    submitter: SlipParty
    channel: str
    received_at: datetime
    due_at: datetime | None
    limit_words: str
    return_method: str
    papers: tuple[SlipPaper, ...]
    dossier_sets: int = 1
    owner: SlipParty | None = None
    representative: SlipParty | None = None
    due_words: str = "Trả ngay sau khi giải quyết xong"
    due_explanation: str = ""
    fees: tuple[SlipFee, ...] = ()
    fee_total: str = ""
    fee_total_words: str = ""
    register_book: str = ""
    register_number: str = ""
    submitter_signature_name: str = ""
    officer_name: str = ""
    officer_title: str = ""
    notes: tuple[str, ...] = ()
    contact_phone: str = ""
    data_code_text: str = ""
    lookup_url: str = ""
    rating_url: str = ""
    rating_code: str = ""
    copies: tuple[SlipCopy, ...] = (SlipCopy.APPLICANT,)

    def __post_init__(self) -> None:
        assert self.received_at.tzinfo is not None
        assert self.due_at is None or self.due_at.tzinfo is not None
