"""A report as plain JSON and back: what is frozen when a period is closed, and what programs read. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from motcua.kernel.event import instant_text
from motcua.reports.vocabulary import (
    Cell,
    Check,
    Closing,
    Column,
    Identity,
    PeriodKind,
    Report,
    ReportName,
    ReportPeriod,
    Row,
    RowKind,
    Told,
)

Plain = dict[str, Any]


def plain_report(report: Report) -> Plain:
    """Everything that is told, without the closing: whole numbers, texts and days only."""
    return {
        "report": str(report.name),
        "version": report.version,
        "form": report.form,
        "title": report.title,
        "measure": report.measure,
        "source": report.source,
        "agency": _plain_told(report.agency),
        "unit": _plain_told(report.unit) if report.unit else None,
        "agencies": [_plain_told(one) for one in report.agencies],
        "with_subordinates": report.with_subordinates,
        "period": {
            "from_day": report.period.from_day.isoformat(),
            "until_day": report.period.until_day.isoformat(),
            "kind": str(report.period.kind),
            "year": report.period.year,
            "number": report.period.number,
            "words": report.period_words,
        },
        "columns": [_plain_column(one) for one in report.columns],
        "rows": [_plain_row(row, report.columns) for row in report.rows],
        "total": _plain_row(report.total, report.columns),
        "checks": [_plain_check(check) for check in report.checks],
        "counted_at": instant_text(report.counted_at),
    }


def plain_closing(closing: Closing) -> Plain:
    return {
        "closed_at": instant_text(closing.closed_at),
        "by": closing.by,
        "title": closing.title,
        "digest": closing.digest,
    }


def read_report(plain: Mapping[str, Any], closing: Closing | None = None) -> Report:
    """The report that `plain_report` told."""
    period = plain["period"]
    columns = tuple(_read_column(one) for one in plain["columns"])
    return Report(
        name=ReportName(plain["report"]),
        version=plain["version"],
        form=plain["form"],
        title=plain["title"],
        measure=plain["measure"],
        source=plain["source"],
        agency=Told(**plain["agency"]),
        unit=Told(**plain["unit"]) if plain["unit"] else None,
        agencies=tuple(Told(**one) for one in plain["agencies"]),
        with_subordinates=plain["with_subordinates"],
        period=ReportPeriod(
            from_day=date.fromisoformat(period["from_day"]),
            until_day=date.fromisoformat(period["until_day"]),
            kind=PeriodKind(period["kind"]),
            year=period["year"],
            number=period["number"],
        ),
        period_words=period["words"],
        columns=columns,
        rows=tuple(_read_row(row, columns) for row in plain["rows"]),
        total=_read_row(plain["total"], columns),
        checks=tuple(_read_check(one) for one in plain["checks"]),
        counted_at=datetime.fromisoformat(plain["counted_at"]),
        closing=closing,
    )


def _plain_told(told: Told) -> Plain:
    return {
        "slug": told.slug,
        "name": told.name,
        "code": told.code,
        "superior": told.superior,
        "place": told.place,
    }


def _plain_column(column: Column) -> Plain:
    return {
        "code": column.code,
        "version": column.version,
        "number": column.number,
        "head": column.head,
        "group": column.group,
        "is_share": column.is_share,
        "opens": column.opens,
    }


def _plain_row(row: Row, columns: tuple[Column, ...]) -> Plain:
    return {
        "kind": str(row.kind),
        "key": row.key,
        "code": row.code,
        "label": row.label,
        "depth": row.depth,
        "note": row.note,
        "values": {
            column.code: _plain_cell(cell) for column, cell in zip(columns, row.cells, strict=True)
        },
    }


def _plain_cell(cell: Cell) -> int | Plain:
    """A count is a number; a share is told with its fraction, `percent` null where nothing happened."""
    if cell.whole is None:
        return cell.count
    return {"numerator": cell.count, "denominator": cell.whole, "percent": cell.percent}


def _plain_check(check: Check) -> Plain:
    return {
        "identity": str(check.identity),
        "holds": check.holds,
        "row": check.row_key,
        "left": check.left,
        "right": check.right,
    }


def _read_column(plain: Plain) -> Column:
    return Column(**plain)


def _read_row(plain: Plain, columns: tuple[Column, ...]) -> Row:
    return Row(
        kind=RowKind(plain["kind"]),
        key=plain["key"],
        code=plain["code"],
        label=plain["label"],
        depth=plain["depth"],
        note=plain["note"],
        cells=tuple(_read_cell(plain["values"][column.code]) for column in columns),
    )


def _read_cell(plain: int | Plain) -> Cell:
    if isinstance(plain, int):
        return Cell(count=plain)
    return Cell(count=plain["numerator"], whole=plain["denominator"])


def _read_check(plain: Plain) -> Check:
    return Check(
        identity=Identity(plain["identity"]),
        holds=plain["holds"],
        row_key=plain["row"],
        left=plain["left"],
        right=plain["right"],
    )
