"""One version with all that it asks: read in a fixed number of queries, kept until the catalogue
changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import kept_by_revision
from motcua.procedures.models import (
    Exemption,
    FeeRule,
    ProcedureVariant,
    ProcedureVersion,
    RequiredDocument,
    TimeLimit,
)
from motcua.procedures.rules.content import (
    Document,
    ExemptionRule,
    Fee,
    Limit,
    ProcedureContent,
    Result,
    Stage,
    Tier,
    Variant,
)
from motcua.procedures.rules.fees import (
    CopiedDocument,
    FeeCase,
    FeeSheet,
    preferences,
    work_out,
)
from motcua.procedures.rules.limits import limit_for
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
class ProcedureDetail(ProcedureContent):
    """A version as it is read: its content with the ids of rows, and whose version it is.

    The end of its period is not here, since it is the one thing that can still be set: see
    `versions_of`.
    """

    version_id: int
    procedure_id: int
    code: str
    scope: Scope
    place: str
    valid_from: date
    content_digest: str

    @property
    def default_variant(self) -> Variant:
        return next((one for one in self.variants if one.is_default), self.variants[0])

    def variant(self, variant_id: int | None) -> Variant:
        """The variant with this id, the default one for None. Refusal: NotFound."""
        if variant_id is None:
            return self.default_variant
        found = next((one for one in self.variants if one.id == variant_id), None)
        if found is None:
            raise NotFound(field="variant", what="variant")
        return found

    def variant_place(self, variant_id: int | None) -> int:
        """The place of a variant in `variants`: what fees and limits name it by."""
        return self.variants.index(self.variant(variant_id))


@dataclass(frozen=True, kw_only=True, slots=True)
class FeeRequest:
    """What a door knows when it asks for a fee: ids and codes as they come."""

    channel: Channel = Channel.DESK
    variant_id: int | None = None
    copies: int = 1
    pages: int = 1
    items: tuple[CopiedDocument, ...] = ()
    groups: tuple[str, ...] = ()
    chosen_fee_ids: tuple[int, ...] = ()


@kept_by_revision
def procedure_detail(version_id: int) -> ProcedureDetail:
    """The whole version. Refusal: NotFound. Six queries at first, then only the revision's one.

    Served by the primary key and the version or variant indexes of each child table.
    """
    versions = ProcedureVersion.objects.select_related("procedure", "sector", "decision")
    version = versions.filter(pk=version_id).first()
    if version is None:
        raise NotFound(what="procedure-version")
    variants = _variants(version_id)
    places = {variant.id: place for place, variant in enumerate(variants)}
    return ProcedureDetail(
        version_id=version_id,
        procedure_id=version.procedure_id,
        code=version.procedure.code,
        scope=Scope(version.procedure.scope),
        place=version.procedure.place,
        valid_from=version.valid_from,
        content_digest=version.content_digest,
        variants=variants,
        limits=_limits(version_id, places),
        fees=_fees(version_id, places),
        **_own_values(version),
    )


def time_limit(
    detail: ProcedureDetail, variant_id: int | None = None, channel: Channel | None = None
) -> Limit | None:
    """The counted limit that holds for a variant and channel; None when the source counts none."""
    return limit_for(detail.limits, channel=channel, variant=detail.variant_place(variant_id))


def fee_sheet(detail: ProcedureDetail, request: FeeRequest) -> FeeSheet:
    """What a dossier of this version costs, line by line.

    Refusals: PreferenceUnknown, NotFound (variant), FeeCaseInvalid, FeeChoiceAmbiguous.
    """
    case = FeeCase(
        channel=request.channel,
        variant=detail.variant_place(request.variant_id),
        copies=request.copies,
        pages=request.pages,
        items=request.items,
        groups=preferences(request.groups),
        chosen_fee_ids=frozenset(request.chosen_fee_ids),
    )
    return work_out(detail.fees, case)


def _own_values(version: ProcedureVersion) -> dict[str, Any]:
    return {
        "name": version.name,
        "sector_code": version.sector.code,
        "sector_name": version.sector.name,
        "field_name": version.field_name,
        "levels": tuple(Level(code) for code in version.levels),
        "implementing_body": version.implementing_body,
        "competent_body": version.competent_body,
        "cooperating_bodies": version.cooperating_bodies,
        "channels": tuple(Channel(code) for code in version.channels),
        "online_level": OnlineLevel(version.online_level),
        "legal_basis": tuple(version.legal_basis),
        "applicant_kinds": tuple(version.applicant_kinds),
        "results": tuple(Result(**result) for result in version.results),
        "requirements": version.requirements,
        "supplement_policy": PausePolicy(version.supplement_policy),
        "decision_number": version.decision.number if version.decision else "",
        "source": version.source,
        "source_place": version.source_place,
        "notes": tuple(version.notes),
        "missing": tuple(version.missing),
    }


def _variants(version_id: int) -> tuple[Variant, ...]:
    documents: dict[int, list[Document]] = {}
    rows = RequiredDocument.objects.filter(variant__version=version_id)
    for row in rows.order_by("variant_id", "position"):
        documents.setdefault(row.variant_id, []).append(_document(row))
    variants = ProcedureVariant.objects.filter(version=version_id).order_by("position")
    return tuple(
        Variant(
            id=row.id,
            name=row.name,
            is_default=row.is_default,
            documents=tuple(documents.get(row.id, ())),
        )
        for row in variants
    )


def _document(row: RequiredDocument) -> Document:
    return Document(
        id=row.id,
        name=row.name,
        details=row.details,
        originals=row.originals,
        copies=row.copies,
        present_only=row.present_only,
        is_optional=row.is_optional,
        is_note=row.is_note,
        form_name=row.form_name,
        group=row.group,
    )


def _limits(version_id: int, places: dict[int, int]) -> tuple[Limit, ...]:
    rows = TimeLimit.objects.filter(version=version_id).order_by("id")
    return tuple(
        Limit(
            id=row.id,
            unit=Unit(row.unit) if row.unit else None,
            value=row.value.normalize() if row.value is not None else None,
            channel=Channel(row.channel) if row.channel else None,
            variant=places[row.variant_id] if row.variant_id else None,
            text=row.text,
            stages=tuple(_stage(stage) for stage in row.stages),
            source_note=row.source_note,
        )
        for row in rows
    )


def _stage(stored: dict[str, str]) -> Stage:
    return Stage(who=stored["who"], unit=Unit(stored["unit"]), value=Decimal(stored["value"]))


def _fees(version_id: int, places: dict[int, int]) -> tuple[Fee, ...]:
    exemptions: dict[int, list[ExemptionRule]] = {}
    for row in Exemption.objects.filter(rule__version=version_id).order_by("id"):
        rule = ExemptionRule(group=Preference(row.group_code), percent=row.percent, name=row.name)
        exemptions.setdefault(row.rule_id, []).append(rule)
    rows = FeeRule.objects.filter(version=version_id).order_by("position")
    return tuple(_fee(row, places, tuple(exemptions.get(row.id, ()))) for row in rows)


def _fee(row: FeeRule, places: dict[int, int], exemptions: tuple[ExemptionRule, ...]) -> Fee:
    return Fee(
        id=row.id,
        kind=FeeKind(row.kind),
        name=row.name,
        amount_vnd=row.amount_vnd,
        per=FeeUnit(row.per),
        channel=Channel(row.channel) if row.channel else None,
        variant=places[row.variant_id] if row.variant_id else None,
        case_text=row.case_text,
        choice_group=row.choice_group,
        free_units=row.free_units,
        tiers=tuple(Tier(**tier) for tier in row.tiers),
        cap_vnd=row.cap_vnd,
        set_locally=row.set_locally,
        asked_at=AskedAt(row.asked_at),
        exemptions=exemptions,
        source_note=row.source_note,
    )
