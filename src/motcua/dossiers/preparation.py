"""What reception must know before it decides: the procedure as it stands, the office's time, who
will handle it. The preview on the page and the command read it here, so they never disagree."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from motcua.agencies.queries import agency_on, unit_for_sector
from motcua.agencies.rows import AgencyRow
from motcua.dossiers.rules.fees.reliefs import marked
from motcua.dossiers.rules.intake import IntakeFacts, PaperFacts
from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.rules.submitted.declaring import FormFacts
from motcua.dossiers.vocabulary import Declared, Limit, ReceptionInput
from motcua.eforms.queries.forms import form_version
from motcua.eforms.rules.copies_wanted import CopiesWanted, copies_wanted
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.catalogue import CatalogueRow, version_row
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail, time_limit
from motcua.procedures.queries.labels import entries_of_code
from motcua.procedures.rules.content import Fee, Variant
from motcua.procedures.rules.fees import (
    CopiedDocument,
    FeeCase,
    FeeSheet,
    fees_set_locally,
    work_out,
)
from motcua.procedures.vocabulary import Channel, FeeUnit, Preference
from motcua.worktime.queries.calendars import OfficeTime, office_time
from motcua.worktime.rules.due import Promise
from motcua.worktime.vocabulary import Unit


class LimitUnstated(Refusal):
    """The catalogue gives no time limit and the officer has typed none."""

    code = "limit-unstated"


class ProcedureUnknown(Refusal):
    """No such version of a procedure, or no such variant of it."""

    code = "procedure-unknown"


class AgencyNotInForce(Refusal):
    """The agency does not exist on the day of reception (merged, or not founded yet)."""

    code = "agency-not-in-force"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All that is read before a decision about one reception."""

    detail: ProcedureDetail
    row: CatalogueRow
    agency: AgencyRow
    unit_id: int | None
    office: OfficeTime
    day: date

    def variant(self, variant_id: int | None) -> Variant:
        """The variant asked for, the default one for None. Refusals: ProcedureUnknown."""
        try:
            return self.detail.variant(variant_id)
        except NotFound:
            raise ProcedureUnknown(field="variant") from None

    def intake_facts(self, variant_id: int | None, declared: Declared | None = None) -> IntakeFacts:
        return IntakeFacts(
            form=self.form_facts(declared.eform_version_id) if declared else None,
            valid_from=self.row.valid_from,
            valid_until=self.row.valid_until,
            papers=tuple(
                PaperFacts(id=paper.id, name=paper.name, is_optional=paper.is_optional)
                for paper in self.variant(variant_id).papers
            ),
        )

    def form_facts(self, eform_version_id: int) -> FormFacts | None:
        """That version of the form of this procedure; None if there is none, or it is another's."""
        found = form_version(eform_version_id)
        if found is None or found.procedure_id not in entries_of_code(self.detail.procedure_id):
            return None
        return FormFacts(
            version_id=found.version_id,
            valid_from=found.valid_from,
            valid_until=found.valid_until,
            form=found.form,
        )

    def limit(self, *, variant_id: int | None, channel: Channel, typed: Limit | None) -> Limit:
        """The limit that the catalogue counts, else the typed one. Refusals: LimitUnstated."""
        stated = time_limit(self.detail, variant_id, channel)
        if stated is not None and stated.unit is not None:
            return Limit(unit=stated.unit, value=stated.value or Decimal(0))
        if typed is None:
            raise LimitUnstated(field="limit_value")
        return typed

    def limit_or_none(
        self, *, variant_id: int | None, channel: Channel, typed: Limit | None
    ) -> Limit:
        """As `limit`; where nobody has stated one yet, a same-day limit stands in its place."""
        try:
            return self.limit(variant_id=variant_id, channel=channel, typed=typed)
        except LimitUnstated:
            return Limit(unit=Unit.SAME_DAY, value=Decimal(0))

    def states_no_limit(self, *, variant_id: int | None, channel: Channel) -> bool:
        return time_limit(self.detail, variant_id, channel) is None

    def clock(self, limit: Limit, at: datetime) -> ClockInputs:
        return ClockInputs(
            unit=limit.unit, value=limit.value, received_at=at, terms=self.office.terms
        )

    def promise(self, clock: ClockInputs) -> Promise:
        return clock.promise(self.office.calendar)

    def fee_sheet(self, given: ReceptionInput) -> FeeSheet:
        """What is owed; copies and pages as declared, where the declaration tells of them.

        Refusals: those of `procedures.rules.fees`.
        """
        case = FeeCase(
            channel=given.channel,
            variant=self.detail.variant_place(given.variant_id),
            copies=given.copies,
            pages=given.pages,
            items=given.items or self.copied(given.declared, given.pages),
            groups=frozenset(Preference(group) for group in given.preference_groups),
            chosen_fee_ids=frozenset(given.fee_choices),
            local_amounts=given.local_fees,
        )
        sheet = work_out(self.detail.fees, case)
        waiting = given.preference_groups if given.claims_wait else ()
        return replace(sheet, lines=marked(sheet.lines, waiting))

    def fees_set_locally(
        self, *, variant_id: int | None, channel: Channel, choices: Collection[int]
    ) -> tuple[Fee, ...]:
        """The fees of this case whose amount the provincial council sets: somebody must type it."""
        case = FeeCase(
            channel=channel,
            variant=self.detail.variant_place(variant_id),
            chosen_fee_ids=frozenset(choices),
        )
        return fees_set_locally(self.detail.fees, case)

    def copied(self, declared: Declared | None, pages: int = 1) -> tuple[CopiedDocument, ...]:
        """The originals that a declaration tells of; none where no fee goes by them."""
        return tuple(
            CopiedDocument(pages=pages if one.pages is None else one.pages, copies=one.copies)
            for one in self._copies_wanted(declared)
        )

    def _copies_wanted(self, declared: Declared | None) -> tuple[CopiesWanted, ...]:
        """What the declaration says of copies, where a fee goes by them."""
        is_counted = {fee.per for fee in self.detail.fees} & {FeeUnit.COPY, FeeUnit.PAGE}
        facts = self.form_facts(declared.eform_version_id) if declared and is_counted else None
        if facts is None or declared is None:
            return ()
        return copies_wanted(facts.form, declared.answers, on=self.day)

    def fee_needs(self, declared: Declared | None = None) -> frozenset[str]:
        """What the fee must be told: of `copies`, `pages` and preference `groups`, what is not declared."""
        units = {fee.per for fee in self.detail.fees}
        needs = {"copies"} if units & {FeeUnit.COPY, FeeUnit.PAGE} else set()
        needs |= {"pages"} if FeeUnit.PAGE in units else set()
        needs |= {"groups"} if any(fee.exemptions for fee in self.detail.fees) else set()
        said = self._copies_wanted(declared)
        needs -= {"copies"} if said else set()
        needs -= {"pages"} if said and all(one.pages is not None for one in said) else set()
        return frozenset(needs)


def ground_for(*, agency_id: int, procedure_version_id: int, day: date) -> Ground:
    """Read it, from memory while the catalogue stands.

    Refusals: ProcedureUnknown, AgencyNotInForce.
    """
    row = version_row(procedure_version_id)
    agency = agency_on(agency_id, day)
    if row is None:
        raise ProcedureUnknown(field="procedure")
    if agency is None:
        raise AgencyNotInForce(field="received_at")
    return Ground(
        detail=procedure_detail(procedure_version_id),
        row=row,
        agency=agency,
        unit_id=unit_for_sector(agency_id, row.sector_code, day),
        office=office_time(agency_id, day),
        day=day,
    )
