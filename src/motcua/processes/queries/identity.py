"""Whose process it is: the version of the procedure, the agency, the way to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.agencies.queries import agency_on, day_in_life
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail, time_limit
from motcua.processes.models import InternalProcess
from motcua.processes.rules.shapes import StepLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessIdentity:
    """`agency_name` and `variant_name` are empty where the process is for all of them. `limit` is that
    of the procedure, None where the source counts none."""

    process_id: int
    procedure_version_id: int
    procedure_id: int
    code: str
    name: str
    sector_code: str
    agency_id: int | None
    agency_name: str
    variant_id: int | None
    variant_name: str
    limit: StepLimit | None


def process_identity(process_id: int, day: date) -> ProcessIdentity:
    """Refusals: NotFound. One query, and those of the procedure and the agency at first."""
    row = InternalProcess.objects.filter(pk=process_id).first()
    if row is None:
        raise NotFound(kind="process")
    detail = procedure_detail(row.procedure_version_id)
    agency = agency_on(row.agency_id, day_in_life(row.agency_id, day)) if row.agency_id else None
    return ProcessIdentity(
        process_id=process_id,
        procedure_version_id=detail.version_id,
        procedure_id=detail.procedure_id,
        code=detail.code,
        name=detail.name,
        sector_code=detail.sector_code,
        agency_id=row.agency_id,
        agency_name=agency.name if agency else "",
        variant_id=row.variant_id,
        variant_name=detail.variant(row.variant_id).name if row.variant_id else "",
        limit=limit_of_procedure(detail, row.variant_id),
    )


def limit_of_procedure(detail: ProcedureDetail, variant_id: int | None) -> StepLimit | None:
    """The limit that the catalogue counts for the procedure, whatever the channel."""
    limit = time_limit(detail, variant_id)
    if limit is None or limit.unit is None or limit.value is None:
        return None
    return StepLimit(limit.unit, limit.value)


def process_called(
    procedure_version_id: int, agency_id: int | None, variant_id: int | None
) -> int | None:
    """The process of exactly these. One query (`process_of_all` and the like)."""
    found = InternalProcess.objects.filter(
        procedure_version=procedure_version_id, agency=agency_id, variant=variant_id
    )
    return found.values_list("id", flat=True).first()
