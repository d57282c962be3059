"""One person, many dossiers: the slip for all of them and the minutes of giving them in (law.md 2.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from motcua.papers.data.heads import CODE_IN_ROW, NO_CONTACT, NOBODY, Contact, PaperHead, Signer
from motcua.papers.vocabulary import SlipCopy, SlipParty


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDossier:
    """One dossier of the group. `due_words` is printed when there is no `due_at`."""

    dossier_code: str = field(metadata=CODE_IN_ROW)
    procedure_name: str
    owner_name: str
    received_at: datetime
    due_at: datetime | None = None
    due_words: str = ""
    limit_words: str = ""
    handling_unit: str = ""
    dossier_sets: int = 1
    fee_vnd: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSlip:
    """Both papers of a group reception: GROUP_SLIP for the applicant, GROUP_MINUTES with all columns."""

    head: PaperHead
    desk_name: str
    submitter: SlipParty
    channel: str
    received_at: datetime
    rows: tuple[GroupDossier, ...]
    return_method: str = ""
    submitter_signature_name: str = ""
    officer: Signer = NOBODY
    contact: Contact = NO_CONTACT
    notes: tuple[str, ...] = ()
    copies: tuple[SlipCopy, ...] = (SlipCopy.APPLICANT,)

    @property
    def total_fee_vnd(self) -> int:
        return sum(row.fee_vnd or 0 for row in self.rows)
