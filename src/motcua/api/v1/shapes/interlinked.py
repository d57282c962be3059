"""What a partner system sends to have a whole interlinked group received as one submission."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from motcua.api.v1.shapes.fields import (
    CountOrNone,
    Given,
    InstantIn,
    Line,
    Long,
    Note,
    Number,
    ProcedureCode,
    RowId,
    YesNo,
)
from motcua.api.v1.shapes.forms import DeclarationIn
from motcua.api.v1.shapes.reception import FEE_CHOICES_MAX, LimitIn, LocalFeeIn, PartyIn
from motcua.dossiers.rules.intake import PAPERS_MAX
from motcua.dossiers.vocabulary import ReturnMethod
from motcua.interlinked.rules.definition import MEMBERS_MAX
from motcua.procedures.vocabulary import Channel, Preference


class GroupPaperIn(Given):
    """A paper of the group, named as any of its procedures names it: given once for all who ask for it.
    Numbers left out are those that the group asks for."""

    name: Long
    originals: CountOrNone | None = None
    copies: CountOrNone | None = None
    present_only: YesNo | None = None
    note: Line = ""


class GroupMatterIn(Given):
    """One procedure of the group that is asked for."""

    procedure: ProcedureCode = Field(examples=["1.001193"])
    competent_agency: Number = Field(
        "",
        description="Identification code of the agency that settles it. Left out: the receiving one, "
        "or the agency of that sector that sits at its desk.",
    )
    variant_id: RowId | None = None
    declaration: DeclarationIn | None = None
    preference_groups: Annotated[list[Preference], Field(max_length=len(Preference))] = Field(
        default_factory=list[Preference]
    )
    fee_choices: Annotated[list[RowId], Field(max_length=FEE_CHOICES_MAX)] = Field(
        default_factory=list[int]
    )
    local_fees: Annotated[list[LocalFeeIn], Field(max_length=FEE_CHOICES_MAX)] = Field(
        default_factory=list[LocalFeeIn]
    )
    limit: LimitIn | None = Field(
        None, description="Where neither the group nor the catalogue states one."
    )
    complete_confirmed: YesNo = Field(
        default=False,
        description="Somebody has looked: what is missing for this procedure is not needed here.",
    )


class InterlinkedIn(Given):
    """One submission: the people, the procedures asked for, each paper once."""

    group: Number = Field(
        description="Code of the group, its own or the national one.", examples=["3.000722"]
    )
    matters: Annotated[list[GroupMatterIn], Field(min_length=2, max_length=MEMBERS_MAX)]
    applicant: PartyIn = Field(description="Whose matter it is.")
    submitter: PartyIn | None = Field(None, description="Who hands it in, if somebody else.")
    representative: PartyIn | None = None
    helper: PartyIn | None = Field(None, description="Who helped to fill it in.")
    papers: Annotated[list[GroupPaperIn], Field(max_length=PAPERS_MAX)] = Field(
        default_factory=list[GroupPaperIn]
    )
    channel: Channel = Channel.DESK
    return_method: ReturnMethod = ReturnMethod.DESK
    received_at: InstantIn | None = Field(
        None, description="Left out: now. May lie up to 30 days back, then with a `note`."
    )
    note: Note = ""
