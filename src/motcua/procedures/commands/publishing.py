"""Rows of a version from its content. Called inside a command's transaction only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.kernel.folding import fold
from motcua.procedures.models import (
    AnnouncementDecision,
    Exemption,
    FeeRule,
    Procedure,
    ProcedureVariant,
    ProcedureVersion,
    RequiredDocument,
    Sector,
    TimeLimit,
)
from motcua.procedures.rules.content import Fee, Limit, ProcedureContent
from motcua.procedures.rules.succession import Step


@dataclass(frozen=True, slots=True)
class Publisher:
    """Knows the rows of sectors and decisions, so that each version need not look them up."""

    sectors: dict[str, Sector]
    decisions: dict[tuple[str, str], AnnouncementDecision]

    def publish(
        self,
        procedure: Procedure,
        content: ProcedureContent,
        *,
        step: Step,
        content_digest: str,
        at: datetime,
    ) -> ProcedureVersion:
        """The version and all its child rows, in at most six statements."""
        version = ProcedureVersion.objects.create(
            procedure=procedure,
            decision=self.decisions.get(_decision_key(content)),
            sector=self.sectors[content.sector_code],
            valid_from=step.valid_from,
            valid_until=step.valid_until,
            name_key=fold(content.name),
            content_digest=content_digest,
            published_at=at,
            **_own_columns(content),
        )
        variants = _write_variants(version, content)
        TimeLimit.objects.bulk_create(_limit(version, variants, limit) for limit in content.limits)
        _write_fees(version, variants, content.fees)
        return version


def make_publisher(contents: Iterable[ProcedureContent]) -> Publisher:
    """Make the sectors and decisions that are not there yet, and hold all that are needed."""
    known = list(contents)
    names = {content.sector_code: content.sector_name for content in known}
    Sector.objects.bulk_create(
        [Sector(code=code, name=name) for code, name in names.items()], ignore_conflicts=True
    )
    keys = dict.fromkeys(_decision_key(content) for content in known if content.decision_number)
    AnnouncementDecision.objects.bulk_create(
        [AnnouncementDecision(number=number, issuer=issuer) for number, issuer in keys],
        ignore_conflicts=True,
    )
    numbers = {number for number, _ in keys}
    decisions = AnnouncementDecision.objects.filter(number__in=numbers)
    return Publisher(
        sectors={row.code: row for row in Sector.objects.filter(code__in=names)},
        decisions={(row.number, row.issuer): row for row in decisions},
    )


def _decision_key(content: ProcedureContent) -> tuple[str, str]:
    """Numbers of people's committees repeat from place to place, so the place goes with them."""
    is_local = "UBND" in content.decision_number
    return (content.decision_number, content.source_place if is_local else "")


def _own_columns(content: ProcedureContent) -> dict[str, Any]:
    return {
        "name": content.name,
        "field_name": content.field_name,
        "levels": [str(level) for level in content.levels],
        "implementing_body": content.implementing_body,
        "competent_body": content.competent_body,
        "cooperating_bodies": content.cooperating_bodies,
        "channels": [str(channel) for channel in content.channels],
        "online_level": str(content.online_level),
        "legal_basis": list(content.legal_basis),
        "applicant_kinds": list(content.applicant_kinds),
        "results": [{"name": one.name, "code": one.code} for one in content.results],
        "requirements": content.requirements,
        "supplement_policy": str(content.supplement_policy),
        "source": content.source,
        "source_place": content.source_place,
        "notes": list(content.notes),
        "missing": list(content.missing),
    }


def _write_variants(version: ProcedureVersion, content: ProcedureContent) -> list[ProcedureVariant]:
    variants = ProcedureVariant.objects.bulk_create(
        ProcedureVariant(
            version=version, position=position, name=variant.name, is_default=variant.is_default
        )
        for position, variant in enumerate(content.variants)
    )
    RequiredDocument.objects.bulk_create(
        RequiredDocument(
            variant=row,
            position=position,
            name=document.name,
            details=document.details,
            originals=document.originals,
            copies=document.copies,
            present_only=document.present_only,
            is_optional=document.is_optional,
            is_note=document.is_note,
            form_name=document.form_name,
            group=document.group,
        )
        for row, variant in zip(variants, content.variants, strict=True)
        for position, document in enumerate(variant.documents)
    )
    return variants


def _variant(variants: Sequence[ProcedureVariant], place: int | None) -> ProcedureVariant | None:
    return None if place is None else variants[place]


def _limit(
    version: ProcedureVersion, variants: Sequence[ProcedureVariant], limit: Limit
) -> TimeLimit:
    return TimeLimit(
        version=version,
        variant=_variant(variants, limit.variant),
        channel=limit.channel or "",
        unit=limit.unit or "",
        value=limit.value,
        text=limit.text,
        source_note=limit.source_note[:500],
        stages=[
            {"who": stage.who, "unit": str(stage.unit), "value": str(stage.value)}
            for stage in limit.stages
        ],
    )


def _write_fees(
    version: ProcedureVersion, variants: Sequence[ProcedureVariant], fees: Sequence[Fee]
) -> None:
    rules = FeeRule.objects.bulk_create(
        FeeRule(
            version=version,
            variant=_variant(variants, fee.variant),
            position=position,
            channel=fee.channel or "",
            kind=fee.kind,
            name=fee.name,
            case_text=fee.case_text,
            choice_group=fee.choice_group,
            amount_vnd=fee.amount_vnd,
            per=fee.per,
            free_units=fee.free_units,
            tiers=[
                {"from_unit": tier.from_unit, "amount_vnd": tier.amount_vnd} for tier in fee.tiers
            ],
            cap_vnd=fee.cap_vnd,
            set_locally=fee.set_locally,
            asked_at=fee.asked_at,
            source_note=fee.source_note[:500],
        )
        for position, fee in enumerate(fees)
    )
    Exemption.objects.bulk_create(
        Exemption(rule=rule, group_code=one.group, name=one.name[:500], percent=one.percent)
        for rule, fee in zip(rules, fees, strict=True)
        for one in fee.exemptions
    )
