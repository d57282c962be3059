"""What reception must know before it decides: the procedure as it stands, the office's time, who
will handle it. The preview on the page and the command read it here, so they never disagree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.agencies.queries import AgencyRow, agency_on, unit_for_sector
from motcua.dossiers.rules.intake import IntakeFacts, PaperFacts
from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.vocabulary import Limit

from motcua.kernel.refusal import Refusal
from motcua.procedures.queries import ProcedureDetail, procedure_detail, time_limit
from motcua.procedures.vocabulary import Channel, LimitUnit
from motcua.worktime.queries.calendars import OfficeTime, office_time
from motcua.worktime.rules.due import Promise
from motcua.worktime.vocabulary import Unit


class LimitUnstated(Refusal):
    """The catalogue gives no time limit and the officer has typed none."""

    code = "limit-unstated"


class ProcedureUnknown(Refusal):
    """No such procedure version."""

    code = "procedure-unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All that is read before a decision about one reception."""

    detail: ProcedureDetail
    agency: AgencyRow
    unit_id: int | None
    office: OfficeTime

    def intake_facts(self, variant_id: int | None) -> IntakeFacts:
        variant = self.detail.variant(variant_id)
        papers = tuple(
            PaperFacts(id=paper.id, name=paper.name, is_optional=paper.is_optional)
            for paper in variant.papers
            if not paper.is_note
        )
        return IntakeFacts(
            valid_from=self.detail.valid_from,
            valid_until=self.detail.valid_until,
            papers=papers,
        )

    def clock(
        self, *, variant_id: int | None, channel: Channel, typed: Limit | None, at: datetime
    ) -> ClockInputs:
        """The inputs of the promised date. Refusals: LimitUnstated."""
        limit = self.limit(variant_id=variant_id, channel=channel, typed=typed)
        return ClockInputs(
            unit=limit.unit, value=limit.value, received_at=at, terms=self.office.terms
        )

    def limit(self, *, variant_id: int | None, channel: Channel, typed: Limit | None) -> Limit:
        stated = time_limit(self.detail, variant_id, channel)
        if stated is not None and stated.unit != LimitUnit.UNSTATED and stated.value is not None:
            return Limit(unit=Unit(stated.unit), value=stated.value)
        if typed is None:
            raise LimitUnstated(field="limit_value")
        return typed

    def promise(self, clock: ClockInputs) -> Promise:
        return clock.promise(self.office.calendar)


def ground_for(*, agency_id: int, procedure_version_id: int, day: date) -> Ground:
    """Read it, from caches where the catalogue has not changed. Refusals: ProcedureUnknown."""
    detail = procedure_detail(procedure_version_id)
    if detail is None:
        raise ProcedureUnknown(field="procedure")
    return Ground(
        detail=detail,
        agency=agency_on(agency_id, day),
        unit_id=unit_for_sector(agency_id, detail.sector_code, day),
        office=office_time(agency_id, day),
    )


