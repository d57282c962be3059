"""What a partner system sends to have one dossier received."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from motcua.api.v1.shapes.fields import (
    Amount,
    AmountVnd,
    Count,
    CountOrNone,
    Email,
    Given,
    InstantIn,
    Line,
    Long,
    Name,
    Note,
    Number,
    ProcedureCode,
    RowId,
    YesNo,
)
from motcua.api.v1.shapes.forms import DeclarationIn
from motcua.dossiers.commands.receive_group import GROUP_MAX
from motcua.dossiers.rules.intake import PAPERS_MAX
from motcua.dossiers.vocabulary import PartyKind, ReturnMethod
from motcua.kernel.identifiers.card_text import TEXT_MAX
from motcua.procedures.vocabulary import Channel, Preference
from motcua.worktime.vocabulary import Unit

FEE_CHOICES_MAX = 50


class PartyIn(Given):
    """A person or an organization. Fields that are given win over those of the card."""

    card: str = Field(
        "",
        max_length=TEXT_MAX,
        description="The text of the citizen card's QR code, as the reader types it.",
        examples=["001095001234|012345678|Nguyễn Thị Hồng Nhung|15081995|Nữ|Thôn Đoài, Gia Lâm|20042021"],
    )  # fmt: skip
    kind: PartyKind = PartyKind.CITIZEN
    name: Name = Field("", examples=["Nguyễn Thị Hồng Nhung"])
    personal_id: Number = Field("", description="12 digits (9 of an old card).")
    old_id: Number = ""
    tax_code: Number = ""
    birth_date: str = Field(
        "",
        pattern=r"^$|^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        max_length=10,
        description="Year alone, year and month, or the day: `1950`, `1950-08`, `1995-08-15`.",
    )
    sex: Literal["", "Nam", "Nữ"] = ""
    address: Line = ""
    phone: Number = Field("", examples=["0912 345 678"])
    email: Email = ""
    authority: Line = Field(
        "", description="For a representative: on what ground (a paper, or kinship)."
    )


class PaperGiven(Given):
    """A paper handed in: one the procedure asks for, by `document_id` or by its exact name, or
    another one by any name. Numbers left out are those that the catalogue asks for."""

    document_id: RowId | None = None
    name: Long = ""
    originals: CountOrNone | None = None
    copies: CountOrNone | None = None
    present_only: YesNo | None = None
    note: Line = ""


class LimitIn(Given):
    """A time limit, where the catalogue states none."""

    unit: Unit
    value: Amount = Field(examples=["1.5"])


class LocalFeeIn(Given):
    """What the province takes for a fee that it sets itself."""

    fee_id: RowId = Field(description="`id` of a fee with `set_locally` and no amount of its own.")
    amount_vnd: AmountVnd = Field(examples=[8000])


class MatterIn(Given):
    """One dossier. Name the procedure by `procedure` (its code: the version in force on
    the day of reception is taken) or by `procedure_version_id`."""

    procedure: ProcedureCode | None = Field(None, examples=["2.000815"])
    competent_agency: Number = Field(
        "",
        description="Identification code of the agency that will settle it, when that is not the "
        "receiving one: the date is promised when that agency takes the dossier over.",
        examples=[""],
    )
    procedure_version_id: RowId | None = None
    variant_id: RowId | None = Field(None, description="Left out: the general case.")
    channel: Channel = Channel.DESK
    applicant: PartyIn = Field(description="Whose matter it is.")
    submitter: PartyIn | None = Field(None, description="Who hands it in, if somebody else.")
    representative: PartyIn | None = None
    helper: PartyIn | None = Field(None, description="Who helped to fill it in.")
    papers: Annotated[list[PaperGiven], Field(max_length=PAPERS_MAX)] = Field(
        default_factory=list[PaperGiven]
    )
    all_papers: YesNo = Field(
        default=False,
        description="Also every required paper that `papers` does not name, as asked for.",
    )
    declaration: DeclarationIn | None = Field(
        None,
        description="Answers to the interactive form of the procedure; faults are told with the path "
        "`declaration.…`. Left out: it comes on paper.",
    )
    complete_confirmed: YesNo = Field(
        default=False, description="Somebody has looked: what is not handed in is not needed here."
    )
    sets: Count = 1
    copies: Count = Field(1, description="How many copies are wanted: feeds the fee.")
    pages: Count = Field(1, description="Pages of the original: feeds the fee.")
    preference_groups: Annotated[list[Preference], Field(max_length=len(Preference))] = Field(
        default_factory=list[Preference]
    )
    fee_choices: Annotated[list[RowId], Field(max_length=FEE_CHOICES_MAX)] = Field(
        default_factory=list[int]
    )
    local_fees: Annotated[list[LocalFeeIn], Field(max_length=FEE_CHOICES_MAX)] = Field(
        default_factory=list[LocalFeeIn],
        description="Left out: not known here; the slip then names no amount for that fee.",
    )
    limit: LimitIn | None = None
    return_method: ReturnMethod = ReturnMethod.DESK
    received_at: InstantIn | None = Field(
        None,
        description="Left out: now. May lie up to 30 days back, then with a `note`. ISO 8601; "
        "without a zone: the wall clock of Việt Nam.",
    )
    note: Note = ""


class ReceptionIn(MatterIn):
    """One dossier, received at once, or only registered."""

    register_only: YesNo = Field(
        default=False,
        description="Enter what came in and cannot be received yet: it has a code, no date runs. "
        "The act `receive` receives it.",
    )


class GroupIn(Given):
    """Several matters that one person brings: all come in together or none does."""

    dossiers: Annotated[list[MatterIn], Field(min_length=2, max_length=GROUP_MAX)]
