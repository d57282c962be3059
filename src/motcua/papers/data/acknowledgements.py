"""The acknowledgement of what was sent online: given at once, before anybody has looked at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPaper:
    """One paper as it was sent; `note`: how it comes where it is no file ("Mang bản giấy đến quầy")."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMatter:
    """One of several matters that were sent at once: what it is, its own code, who settles it."""

    name: str
    dossier_code: str
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """Everything on the paper. `at` is when it was sent; it dates the paper and stamps the file, so the
    same data give the same bytes. `answer_by` None: no calendar tells. `address` is what the QR code
    says. `matters`: those of a group, the one that the code names among them. `has_declaration`: a form was filled in besides the papers."""

    at: datetime
    agency: str
    place_name: str
    dossier_code: str
    procedure_name: str
    procedure_code: str
    sender: str
    owner: str
    answer_by: datetime | None
    has_declaration: bool
    papers: tuple[SentPaper, ...]
    address: str
    matters: tuple[SentMatter, ...] = ()

    def __post_init__(self) -> None:
        assert self.at.tzinfo is not None
