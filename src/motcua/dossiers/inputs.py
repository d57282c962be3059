"""What somebody gives to carry out an act: one typed value an act, the same for every door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.dossiers.vocabulary import (
    CitizenPart,
    Decision,
    FileIn,
    FileKind,
    Limit,
    PaperIn,
    Party,
    ProofIn,
    ReceptionInput,
    ReturnMethod,
    TerminationGround,
)


@dataclass(frozen=True, kw_only=True)
class Filed:
    """What a citizen sends by web, and as what."""

    given: ReceptionInput
    part: CitizenPart = CitizenPart.FILER


@dataclass(frozen=True, kw_only=True)
class Accept:
    """Receive a registered dossier: it is complete, or what lacks is not needed here.

    `expected_at`: when it can be expected, told of what waits for others of its group.
    """

    complete_confirmed: bool = False
    typed_limit: Limit | None = None
    expected_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class AskedItem:
    """One thing to complete: which paper, what is to be done with it, why, on what basis.

    `field`: the item of the declaration (its key on a page of the form) that is to be answered anew.
    """

    name: str
    what: str
    why: str = ""
    basis: str = ""
    required_document_id: int | None = None
    field: str = ""


@dataclass(frozen=True, kw_only=True)
class AskToComplete:
    """Before reception and during processing alike: everything at once, with the reason."""

    items: tuple[AskedItem, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class WithReason:
    """Acts that need nothing but a reason."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Assign:
    """Who is to handle it: a position held. A change of hands needs a reason."""

    holding_id: int
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Nothing:
    """Acts that need nothing to be said."""


@dataclass(frozen=True, kw_only=True)
class Forward:
    unit_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class Offer:
    """To whom a dossier is to be handed over, for what, with which papers and files.

    `agency_id` None = an own unit. `unit_id` None = whoever receives for that agency. `papers` are
    places of papers, `digests` name files; None = all. `limit`: how long the task may take there.
    `was_made_elsewhere`: in another installation, by its own calendar; it is only written down.
    """

    agency_id: int | None = None
    unit_id: int | None = None
    task: str
    papers: tuple[int, ...] | None = None
    digests: tuple[str, ...] | None = None
    limit: Limit | None = None
    was_made_elsewhere: bool = False


@dataclass(frozen=True, kw_only=True)
class AcceptOffer:
    """`received_all`: every paper of the list is there. What is not there is no reason to accept a part:
    the offer is refused, and says why. `was_done_elsewhere`: in another installation, or on paper, before
    anybody there could hear what happened here since; what was done is only written down.
    """

    received_all: bool = False
    was_done_elsewhere: bool = False


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """The agency that is competent after all."""

    agency_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class Propose:
    """What the handling officer thinks should be decided."""

    decision: Decision
    opinion: str


@dataclass(frozen=True, kw_only=True)
class Supplement:
    """Which items of the open request are answered, which are waived (with a note why).

    `answers`: those of the declaration, of which only what was asked for is taken; None = as it was.
    `paper_position` of a file counts among `papers`.
    """

    answered: tuple[int, ...] = ()
    waived: tuple[int, ...] = ()
    papers: tuple[PaperIn, ...] = ()
    files: tuple[FileIn, ...] = ()
    answers: dict[str, Any] | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Resume:
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Extend:
    """A later day, at whose close of office the result is promised; also for an apology."""

    to_day: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """`asked_by`: who asked for it; empty = the owner."""

    reason: str
    asked_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Terminate:
    ground: TerminationGround
    reason: str
    papers_given_back: bool = False
    fee_refund_vnd: int = 0


@dataclass(frozen=True, kw_only=True)
class Decide:
    """Declining needs grounds."""

    decision: Decision
    grounds: str = ""


@dataclass(frozen=True, kw_only=True)
class IssueResult:
    """Number, date and subject of the result; `digests` name files attached to the dossier."""

    document_number: str = ""
    document_date: date | None = None
    subject: str = ""
    signed_by: str = ""
    digests: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReturnResult:
    """Who got it and how. `authority` is needed when it is not the owner."""

    method: ReturnMethod = ReturnMethod.DESK
    recipient_name: str
    recipient_number: str = ""
    authority: str = ""
    tracking_number: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class CorrectResult:
    """The new result and why the former was wrong."""

    reason: str
    document_number: str = ""
    document_date: date | None = None
    subject: str = ""
    signed_by: str = ""
    digests: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reopen:
    """`ground`: the paper that orders or allows it (judgment, decision on a complaint…)."""

    ground: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Amend:
    """All the people of the dossier as they should have been typed, and so the answers of its
    declaration (None = as they are)."""

    parties: tuple[Party, ...]
    reason: str
    answers: dict[str, Any] | None = None


@dataclass(frozen=True, kw_only=True)
class SettleFee:
    """What of the fee is decided: a claim of a group, or other copies or pages; None = as they are.

    Without `proof` what was claimed is decided on what was shown then.
    """

    reason: str
    group: str = ""
    accepted: bool | None = None
    proof: ProofIn | None = None
    copies: int | None = None
    pages: int | None = None


@dataclass(frozen=True, kw_only=True)
class Note:
    text: str


@dataclass(frozen=True, kw_only=True)
class Attach(FileIn):
    """A stored file that becomes part of the dossier; its paper is one the dossier has already."""

    kind: FileKind = FileKind.PAPER


@dataclass(frozen=True, kw_only=True)
class RemoveFile:
    position: int
    reason: str
