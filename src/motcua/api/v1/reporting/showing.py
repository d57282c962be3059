"""Reports as the API tells them."""

from __future__ import annotations

from motcua.api.addresses import address
from motcua.api.v1.shapes.reports import (
    BehindOut,
    CauseOut,
    CellOut,
    ClosedOut,
    DifferenceOut,
    DifferencesOut,
    IndicatorOut,
    ReportKindOut,
)
from motcua.dossiers.queries.figures import StayRow
from motcua.dossiers.wording import FACTS
from motcua.reports.queries.closed import ClosedRow
from motcua.reports.queries.differences import Difference, Differences
from motcua.reports.rules.definitions import Definition
from motcua.reports.rules.indicators import Indicator
from motcua.reports.vocabulary import Cell
from motcua.reports.wording import INDICATORS, REPORTS

SAME_OF_INDICATOR = (
    "code", "version", "numerator", "denominator", "unit", "direction", "source", "valid_from",
    "valid_until",
)  # fmt: skip
SAME_OF_CLOSED = (
    "id", "name", "with_subordinates", "from_day", "until_day", "closed_at", "closer_name",
    "closer_title", "digest",
)  # fmt: skip


def indicator_out(indicator: Indicator) -> IndicatorOut:
    words = INDICATORS[indicator.code]
    return IndicatorOut(
        **{name: getattr(indicator, name) for name in SAME_OF_INDICATOR},
        name=str(words.name),
        formula=str(words.formula),
        left_out=str(words.left_out),
    )


def kind_out(definition: Definition) -> ReportKindOut:
    return ReportKindOut(
        name=definition.name,
        title=str(REPORTS[definition.name]),
        form=definition.form,
        source=definition.source,
        version=definition.version,
        columns=[plan.indicator for plan in definition.columns],
        link=address("api:show_report", definition.name),
    )


def closed_out(row: ClosedRow) -> ClosedOut:
    return ClosedOut(
        **{name: getattr(row, name) for name in SAME_OF_CLOSED},
        agency=row.agency_slug,
        link=address("api:show_closed_report", str(row.id)),
    )


def differences_out(found: Differences) -> DifferencesOut:
    return DifferencesOut(
        items=[difference_out(one, is_complete=found.is_complete) for one in found.rows],
        looked_at=found.looked_at,
        is_complete=found.is_complete,
    )


def difference_out(one: Difference, *, is_complete: bool) -> DifferenceOut:
    return DifferenceOut(
        row=one.row_key,
        row_label=one.row_label,
        column=one.column_code,
        column_head=one.column_head,
        closed=_cell_out(one.closed),
        now=_cell_out(one.now),
        causes=[
            CauseOut(
                dossier_code=cause.dossier_code,
                fact=cause.fact_code,
                words=str(FACTS[cause.fact_code]) % cause.payload,
                recorded_at=cause.recorded_at,
                by=cause.by,
            )
            for cause in one.causes
        ],
        causes_left=one.causes_left,
        is_complete=is_complete,
    )


def behind_out(row: StayRow) -> BehindOut:
    return BehindOut(
        code=row.code,
        owner_name=row.owner_name,
        procedure_name=row.procedure_name,
        day=row.day,
        link=address("api:show_dossier", row.code),
    )


def _cell_out(cell: Cell | None) -> CellOut | None:
    if cell is None:
        return None
    return CellOut(count=cell.count, whole=cell.whole, percent=cell.percent)
