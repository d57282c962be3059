"""Procedures as the API tells them."""

from __future__ import annotations

from pydantic import Field

from motcua.api.v1.shapes.fields import Day, Told
from motcua.procedures.vocabulary import (
    AskedAt,
    Channel,
    FeeKind,
    FeeUnit,
    Level,
    OnlineLevel,
    Preference,
    Scope,
)
from motcua.worktime.vocabulary import PausePolicy, Unit


class SectorOut(Told):
    """A group of procedures (lĩnh vực)."""

    code: str
    name: str


class ProcedureLine(Told):
    """A procedure in a list, as its version in force says."""

    code: str = Field(examples=["2.000815"])
    version_id: int
    name: str = Field(examples=["Chứng thực bản sao từ bản chính"])
    scope: Scope
    place: str = Field(description="Whose own version it is; empty for the national one.")
    sector: SectorOut
    levels: list[Level]
    online_level: OnlineLevel
    implementing_body: str
    valid_from: Day
    valid_until: Day | None = Field(description="First day on which it no longer holds.")
    missing: list[str] = Field(description="What the source of the catalogue does not give.")
    why: list[str] = Field(description="Why the search found it, in words.")
    link: str


class ProcedurePage(Told):
    """Some procedures, and the cursor of what follows (empty at the end)."""

    items: list[ProcedureLine]
    next_cursor: str


class PaperAsked(Told):
    """A paper that a variant asks for. `id` is what a reception names it by."""

    id: int
    name: str
    originals: int | None = Field(description="Null where the source gives no number.")
    copies: int | None
    present_only: bool = Field(description="Shown at the desk, not left there.")
    is_optional: bool
    form_name: str
    group: str
    details: str


class VariantOut(Told):
    """A way through the procedure with its own papers."""

    id: int
    name: str
    is_default: bool
    papers: list[PaperAsked]
    notes: list[str] = Field(description="Guidance lines that the source keeps among the papers.")


class StageOut(Told):
    """The share of one agency in a time limit."""

    who: str
    words: str


class LimitOut(Told):
    """A time limit; without `unit` only `words` are known. Null channel or variant = any."""

    unit: Unit | None
    value: str | None = Field(description="Exact decimal.", examples=["3", "1.5"])
    words: str = Field(examples=["3 ngày làm việc"])
    channel: Channel | None
    variant_id: int | None
    stages: list[StageOut]


class TierOut(Told):
    """From this unit on each costs so much."""

    from_unit: int
    amount_vnd: int


class ExemptionOut(Told):
    """Percent taken off for a group of people; 100 = free."""

    group: Preference
    name: str
    percent: int


class FeeOut(Told):
    """A fee (phí) or charge (lệ phí). Those of one `choice_group` are alternatives: name the
    `id` of the one that applies in `fee_choices`."""

    id: int
    kind: FeeKind
    name: str
    amount_vnd: int
    per: FeeUnit
    channel: Channel | None
    variant_id: int | None
    case_text: str
    choice_group: str
    free_units: int
    tiers: list[TierOut]
    cap_vnd: int | None
    set_locally: bool = Field(description="The provincial council sets it: 0 means not known here.")
    asked_at: AskedAt = Field(description="When it is to be paid.")
    exemptions: list[ExemptionOut]


class ResultOut(Told):
    """What the procedure ends in."""

    name: str
    code: str


class VersionOut(Told):
    """One version in the history of a code."""

    version_id: int
    name: str
    place: str
    decision_number: str
    valid_from: Day
    valid_until: Day | None
    is_withdrawn: bool


class ProcedureOut(Told):
    """One version of a procedure with all that it asks, and the history of its code."""

    code: str
    version_id: int
    name: str
    scope: Scope
    place: str
    valid_from: Day
    on: Day = Field(description="The day asked for: this version holds on it.")
    sector: SectorOut
    field_name: str
    levels: list[Level]
    implementing_body: str
    competent_body: str
    cooperating_bodies: str
    channels: list[Channel]
    online_level: OnlineLevel
    applicant_kinds: list[str]
    requirements: str
    results: list[ResultOut]
    legal_basis: list[str]
    decision_number: str
    supplement_policy: PausePolicy
    variants: list[VariantOut]
    limits: list[LimitOut]
    fees: list[FeeOut]
    missing: list[str]
    versions: list[VersionOut]
