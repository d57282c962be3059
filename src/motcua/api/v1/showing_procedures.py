"""A version of a procedure, and lines of the catalogue, as the API answers them."""

from __future__ import annotations

from datetime import date
from typing import Any

from motcua.api.addresses import address
from motcua.api.v1.shapes.procedures import (
    ExemptionOut,
    FeeOut,
    LimitOut,
    PaperAsked,
    ProcedureLine,
    ProcedureOut,
    ResultOut,
    SectorOut,
    StageOut,
    TierOut,
    VariantOut,
    VersionOut,
)
from motcua.procedures.queries.catalogue import CatalogueRow
from motcua.procedures.queries.details import ProcedureDetail
from motcua.procedures.queries.versions import VersionRow
from motcua.procedures.rules.content import Document, Fee, Limit, Stage, Variant
from motcua.procedures.rules.search import Why
from motcua.procedures.wording import PREFERENCES, limit_words, why_words

SAME = (
    "code",
    "version_id",
    "name",
    "scope",
    "place",
    "valid_from",
    "field_name",
    "implementing_body",
    "competent_body",
    "cooperating_bodies",
    "online_level",
    "requirements",
    "decision_number",
    "supplement_policy",
)
SAME_LISTS = ("levels", "channels", "applicant_kinds", "legal_basis", "missing")


def procedure_line(row: CatalogueRow, why: tuple[Why, ...] = ()) -> ProcedureLine:
    return ProcedureLine(
        code=row.code,
        version_id=row.version_id,
        name=row.name,
        scope=row.scope,
        place=row.place,
        sector=SectorOut(code=row.sector_code, name=row.sector_name),
        levels=sorted(row.levels),
        online_level=row.online_level,
        implementing_body=row.implementing_body,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        missing=list(row.missing),
        why=[why_words(one) for one in why],
        link=address("api:show_procedure", row.code),
    )


def procedure_out(detail: ProcedureDetail, versions: list[VersionRow], day: date) -> ProcedureOut:
    same: dict[str, Any] = {name: getattr(detail, name) for name in SAME}
    lists: dict[str, Any] = {name: list(getattr(detail, name)) for name in SAME_LISTS}
    return ProcedureOut(
        **same,
        **lists,
        on=day,
        sector=SectorOut(code=detail.sector_code, name=detail.sector_name),
        results=[ResultOut(name=result.name, code=result.code) for result in detail.results],
        variants=[_variant(variant) for variant in detail.variants],
        limits=[_limit(limit, detail) for limit in detail.limits],
        fees=[_fee(fee, detail) for fee in detail.fees],
        versions=[_version(row) for row in versions],
    )


def _variant(variant: Variant) -> VariantOut:
    return VariantOut(
        id=variant.id,
        name=variant.name,
        is_default=variant.is_default,
        papers=[_paper(document) for document in variant.papers],
        notes=[document.name for document in variant.notes],
    )


def _paper(document: Document) -> PaperAsked:
    return PaperAsked(**{name: getattr(document, name) for name in PaperAsked.model_fields})


def _variant_id(place: int | None, detail: ProcedureDetail) -> int | None:
    return None if place is None else detail.variants[place].id


def _limit(limit: Limit, detail: ProcedureDetail) -> LimitOut:
    return LimitOut(
        unit=limit.unit,
        value=None if limit.value is None else format(limit.value.normalize(), "f"),
        words=limit_words(limit),
        channel=limit.channel,
        variant_id=_variant_id(limit.variant, detail),
        stages=[_stage(stage) for stage in limit.stages],
    )


def _stage(stage: Stage) -> StageOut:
    return StageOut(who=stage.who, words=limit_words(Limit(unit=stage.unit, value=stage.value)))


def _fee(fee: Fee, detail: ProcedureDetail) -> FeeOut:
    return FeeOut(
        id=fee.id,
        kind=fee.kind,
        name=fee.name,
        amount_vnd=fee.amount_vnd,
        per=fee.per,
        channel=fee.channel,
        variant_id=_variant_id(fee.variant, detail),
        case_text=fee.case_text,
        choice_group=fee.choice_group,
        free_units=fee.free_units,
        tiers=[TierOut(from_unit=one.from_unit, amount_vnd=one.amount_vnd) for one in fee.tiers],
        cap_vnd=fee.cap_vnd,
        asked_at=fee.asked_at,
        set_locally=fee.set_locally,
        exemptions=[
            ExemptionOut(
                group=one.group, name=one.name or str(PREFERENCES[one.group]), percent=one.percent
            )
            for one in fee.exemptions
        ],
    )


def _version(row: VersionRow) -> VersionOut:
    return VersionOut(**{name: getattr(row, name) for name in VersionOut.model_fields})
