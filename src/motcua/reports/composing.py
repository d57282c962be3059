"""A report put together from counted lines: its columns and words, and its arithmetic checked.

The words are those of the language in force; what is kept or given out as a file is made in Vietnamese.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from motcua.agencies.rows import AgencyRow
from motcua.kernel.dates_vi import short_day
from motcua.reports.rules.definitions import ColumnPlan, Definition
from motcua.reports.rules.identities import identities
from motcua.reports.rules.indicators import Indicator, indicator_on
from motcua.reports.vocabulary import (
    Check,
    Column,
    Counted,
    PeriodKind,
    Report,
    ReportPeriod,
    Row,
    RowKind,
    Told,
)
from motcua.reports.wording import (
    DAYS,
    GROUPS,
    HALVES,
    INDICATORS,
    LABELS,
    MEASURE,
    PERIODS,
    REPORTS,
)

TOTAL_KEY = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row before its columns are chosen. See `vocabulary.Row`."""

    kind: RowKind
    key: str
    code: str
    label: str
    depth: int
    counted: Counted
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a report: which, of whom, over which days, as known when."""

    definition: Definition
    agency: Told
    unit: Told | None
    agencies: tuple[Told, ...]
    with_subordinates: bool
    period: ReportPeriod
    counted_at: datetime


def compose(heading: Heading, lines: Sequence[Line], total: Counted) -> Report:
    """The report with its checks, in the words of the language in force."""
    definition, day = heading.definition, heading.period.until_day
    every = [line.counted for line in lines] + [total]
    chosen = [
        (plan, indicator)
        for plan, indicator in zip(definition.columns, definition.indicators(day), strict=True)
        if not plan.if_any or any(indicator.of(counted).count for counted in every)
    ]
    indicators = tuple(indicator for _plan, indicator in chosen)
    last = Line(kind=RowKind.TOTAL, key=TOTAL_KEY, code="", label="", depth=0, counted=total)
    report = Report(
        name=definition.name,
        version=definition.version,
        form=definition.form,
        title="",
        measure="",
        source=definition.source,
        agency=heading.agency,
        unit=heading.unit,
        agencies=heading.agencies,
        with_subordinates=heading.with_subordinates,
        period=heading.period,
        period_words="",
        columns=tuple(_column(plan, indicator) for plan, indicator in chosen),
        rows=tuple(_row(line, indicators) for line in lines),
        total=_row(last, indicators),
        checks=(),
        counted_at=heading.counted_at,
    )
    return worded(replace(report, checks=identities(report, asked=definition.identities)))


def with_checks(report: Report, *more: Check) -> Report:
    """The report with what was checked beside its own arithmetic."""
    return replace(report, checks=(*report.checks, *more))


def worded(report: Report) -> Report:
    """The same report in the words of the language in force; names stay as they are."""
    return replace(
        report,
        title=str(REPORTS[report.name]),
        measure=str(MEASURE),
        period_words=period_words(report.period),
        columns=tuple(_worded_column(column) for column in report.columns),
        rows=tuple(_worded_row(row) for row in report.rows),
        total=_worded_row(report.total),
    )


def period_words(period: ReportPeriod) -> str:
    """`Quý 1 năm 2026 (từ ngày 15/12/2025 đến ngày 14/03/2026)`; a free range by its days alone."""
    days = str(DAYS) % {
        "first": short_day(period.from_day),
        "last": short_day(period.until_day),
    }
    if period.kind is PeriodKind.RANGE:
        return days
    return f"{period_name(period)} ({days[0].lower()}{days[1:]})"


def period_name(period: ReportPeriod) -> str:
    """`Quý 1 năm 2026`, `6 tháng đầu năm 2026`; only of a period that is not a free range."""
    words = HALVES[period.number] if period.kind is PeriodKind.HALF_YEAR else PERIODS[period.kind]
    return str(words) % {"number": period.number, "year": period.year}


def told_agency(agency: AgencyRow) -> Told:
    return Told(
        slug=agency.slug,
        name=agency.name,
        code=agency.code or "",
        superior=agency.superior_name,
        place=agency.place_name,
    )


def _column(plan: ColumnPlan, indicator: Indicator) -> Column:
    return Column(
        code=indicator.code,
        version=indicator.version,
        number=plan.number,
        head="",
        group=plan.group,
        is_share=indicator.is_share,
        opens=not indicator.is_share and not indicator.of_offered,
    )


def _row(line: Line, indicators: Sequence[Indicator]) -> Row:
    return Row(
        kind=line.kind,
        key=line.key,
        code=line.code,
        label=line.label,
        depth=line.depth,
        cells=tuple(indicator.of(line.counted) for indicator in indicators),
        note=line.note,
    )


def _worded_column(column: Column) -> Column:
    return replace(column, head=str(INDICATORS[column.code].head))


def _worded_row(row: Row) -> Row:
    nameless = row.kind is RowKind.TOTAL or row.key.endswith("/-")
    return replace(row, label=str(LABELS[row.kind])) if nameless else row


def group_words(column: Column) -> str:
    """The head above several columns; "" where there is none."""
    return str(GROUPS[column.group])


def indicator_words(column: Column, report: Report) -> tuple[str, str, str]:
    """Name, formula and what is left out, of the indicator of a column."""
    indicator = indicator_on(column.code, report.period.until_day)
    words = INDICATORS[indicator.code]
    return str(words.name), str(words.formula), str(words.left_out)
