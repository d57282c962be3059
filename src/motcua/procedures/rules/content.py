"""What a version of a procedure says, as plain values.

The same types serve the importer (no ids yet) and the queries (ids filled); two contents are
equal when they say the same, whatever their ids.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from motcua.ledger.rules.chain import canonical
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A required paper. `details` is the long remainder of a name that would not fit a tick list.

    `originals` and `copies` are None where the source states no number.
    """

    name: str
    originals: int | None = None
    copies: int | None = None
    present_only: bool = False
    is_optional: bool = False
    is_note: bool = False
    form_name: str = ""
    group: str = ""
    details: str = field(default="", compare=False)
    id: int = field(default=0, compare=False)


ORIGINAL = "bản chính"
"""So begins the name of a paper that counts only as an original."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """A way through the procedure with its own papers. An empty name is the general case."""

    name: str = ""
    is_default: bool = False
    documents: tuple[Document, ...] = ()
    id: int = field(default=0, compare=False)

    @property
    def papers(self) -> tuple[Document, ...]:
        """The documents that can be ticked; `notes` are the others."""
        return tuple(document for document in self.documents if not document.is_note)

    @property
    def originals_shown(self) -> tuple[str, ...]:
        """Names of the originals that everybody must bring to be looked at: no picture stands for them."""
        return tuple(
            one.name
            for one in self.papers
            if one.present_only and not one.is_optional and one.name.casefold().startswith(ORIGINAL)
        )

    @property
    def notes(self) -> tuple[Document, ...]:
        return tuple(document for document in self.documents if document.is_note)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """The share of one agency in a time limit, as the source states it."""

    who: str
    unit: Unit
    value: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """A time limit. No unit and no value: only words. None of channel or variant = any.

    `variant` is the place of the variant in its version (from 0).
    """

    unit: Unit | None = None
    value: Decimal | None = None
    channel: Channel | None = None
    variant: int | None = None
    text: str = ""
    stages: tuple[Stage, ...] = ()
    source_note: str = field(default="", compare=False)
    id: int = field(default=0, compare=False)

    @property
    def is_counted(self) -> bool:
        return self.unit is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Tier:
    """From this unit on (counted from 1, free units included) each costs `amount_vnd`."""

    from_unit: int
    amount_vnd: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ExemptionRule:
    """`percent` of the fee is taken off for this group; 100 = miễn."""

    group: Preference
    percent: int
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fee:
    """One phí or lệ phí; amounts in đồng. See `rules.fees` for how it is worked out.

    Fees of one `choice_group` are alternatives: none counts until it is chosen. `set_locally`:
    the provincial people's council sets the amount, so 0 means "not known here".
    """

    kind: FeeKind
    amount_vnd: int
    per: FeeUnit = FeeUnit.DOSSIER
    name: str = ""
    channel: Channel | None = None
    variant: int | None = None
    case_text: str = ""
    choice_group: str = ""
    free_units: int = 0
    tiers: tuple[Tier, ...] = ()
    cap_vnd: int | None = None
    set_locally: bool = False
    asked_at: AskedAt = AskedAt.RECEPTION
    exemptions: tuple[ExemptionRule, ...] = ()
    source_note: str = field(default="", compare=False)
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What the procedure ends in; `code` is that of the national list of results, if known."""

    name: str
    code: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProcedureContent:
    """All that one version says. `missing` names what the source does not give."""

    name: str
    sector_code: str
    sector_name: str
    field_name: str = ""
    levels: tuple[Level, ...] = ()
    implementing_body: str = ""
    competent_body: str = ""
    cooperating_bodies: str = ""
    channels: tuple[Channel, ...] = ()
    online_level: OnlineLevel = OnlineLevel.UNSTATED
    legal_basis: tuple[str, ...] = ()
    applicant_kinds: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    requirements: str = ""
    supplement_policy: PausePolicy = PausePolicy.RESTART
    decision_number: str = ""
    variants: tuple[Variant, ...] = (Variant(is_default=True),)
    limits: tuple[Limit, ...] = ()
    fees: tuple[Fee, ...] = ()
    source: str = field(default="", compare=False)
    source_place: str = field(default="", compare=False)
    notes: tuple[str, ...] = field(default=(), compare=False)
    missing: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProcedureRecord:
    """A content with the procedure it belongs to and the period it is meant for."""

    record_id: str
    code: str
    scope: Scope
    place: str
    valid_from: date
    valid_until: date | None
    content: ProcedureContent

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.code, str(self.scope), self.place)


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One field that two versions disagree on. For lists: what only one side has."""

    field: str
    before: Any
    after: Any


_NOT_COMPARED = ("source", "source_place", "notes", "missing", "sector_name")
_NOT_THE_WORK = frozenset({"fees", "supplement_policy"})
_LISTS = ("variants", "documents", "limits", "fees", "results", "legal_basis", "applicant_kinds")


def facts_of(content: ProcedureContent) -> dict[str, Any]:
    """The content as plain values: what is compared and digested. Guidance lines are left out."""
    facts = {
        name: _plain(getattr(content, name))
        for name in ProcedureContent.__dataclass_fields__
        if name not in _NOT_COMPARED and name != "variants"
    }
    facts["variants"] = [[variant.name, variant.is_default] for variant in content.variants]
    facts["documents"] = [
        {"variant": variant.name} | _fields(document)
        for variant in content.variants
        for document in variant.papers
    ]
    return facts


def digest_of(content: ProcedureContent) -> str:
    """SHA-256 of the facts, hexadecimal: equal digests say the same."""
    return hashlib.sha256(canonical(facts_of(content)).encode()).hexdigest()


def differences(before: ProcedureContent, after: ProcedureContent) -> tuple[Difference, ...]:
    """Field by field, in the order of `ProcedureContent`; empty when both say the same."""
    old, new = facts_of(before), facts_of(after)
    return tuple(_difference(name, old[name], new[name]) for name in old if old[name] != new[name])


def is_same_work(before: ProcedureContent, after: ProcedureContent) -> bool:
    """Whether the same steps in the same time are asked for: only the fees, or what a supplement does to the
    clock, may differ. What was made for one (an internal process) then serves the other."""
    return {one.field for one in differences(before, after)} <= _NOT_THE_WORK


def _difference(name: str, old: Any, new: Any) -> Difference:
    if name not in _LISTS:
        return Difference(field=name, before=old, after=new)
    gone = [item for item in old if item not in new]
    come = [item for item in new if item not in old]
    if not gone and not come:
        return Difference(field=name, before=old, after=new)
    return Difference(field=name, before=gone, after=come)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if hasattr(value, "__dataclass_fields__"):
        return _fields(value)
    return value if value is None or isinstance(value, int) else str(value)


def _fields(value: Any) -> dict[str, Any]:
    """Empty values are left out, so that a field added later changes no old digest; so is the
    moment at which fees have always been asked for."""
    plain = {
        name: _plain(getattr(value, name))
        for name, spec in value.__dataclass_fields__.items()
        if spec.compare
    }
    return {name: item for name, item in plain.items() if not _is_empty(item)}


def _is_empty(item: Any) -> bool:
    return item is None or item is False or item in ("", [], AskedAt.RECEPTION)
