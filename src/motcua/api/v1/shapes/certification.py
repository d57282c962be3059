"""Certification: documents to be entered, entries of a register."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from motcua.api.v1.shapes.fields import (
    Count,
    CountOrNone,
    Day,
    Given,
    Line,
    Moment,
    Name,
    Note,
    ProcedureCode,
    Told,
)
from motcua.api.v1.shapes.reception import PartyIn
from motcua.certifications.rules.entering import DOCUMENTS_MAX
from motcua.certifications.vocabulary import BookKind, EntryState
from motcua.dossiers.vocabulary import Stage


class DocumentGiven(Given):
    """One document to be certified."""

    name: Annotated[Line, Field(min_length=1)] = Field(examples=["Giấy khai sinh"])
    pages: Count = Field(1, description="Pages of the original.")
    copies: Count = 1
    sheets: CountOrNone = Field(0, description="Sheets of paper of one copy; 0: nobody counted.")
    note: Line = ""


class CertifyIn(Given):
    """The documents of one person, of one procedure: one dossier, one number a document."""

    procedure: ProcedureCode = Field(
        "2.000815", description="One that is entered in a register of certifications."
    )
    applicant: PartyIn = Field(description="Whose documents they are.")
    documents: Annotated[list[DocumentGiven], Field(min_length=1, max_length=DOCUMENTS_MAX)]
    preference_groups: Annotated[
        list[Annotated[str, Field(max_length=40)]], Field(max_length=20)
    ] = Field(default_factory=list)
    signer_name: Name = Field("", description="Who will sign, where that is known.")
    signer_title: Name = ""
    note: Note = ""


class CertifyOut(Told):
    """What was entered: the numbers in the order of the documents."""

    dossier_code: str
    kind: BookKind
    year: int
    numbers: list[int]
    fee_vnd: int


class EntryOut(Told):
    """One entry of a register. A canceled one keeps its number."""

    kind: BookKind
    year: int
    number: int
    dossier_code: str
    stage: Stage
    document_name: str
    pages: int
    copies: int
    sheets: int
    requester_name: str
    requester_number: str
    fee_vnd: int
    signer_name: str
    signer_title: str
    entered_on: Day
    certified_at: Moment | None
    state: EntryState
    reason: str


class EntryPage(Told):
    """Some entries, highest number first, and the cursor of what follows (empty at the end)."""

    items: list[EntryOut]
    next_cursor: str
