"""What of a report is drawn, and the shares that stand large above it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.money import figures
from motcua.reports.vocabulary import Cell, Report, ReportName, Row, RowKind
from motcua.ui.charts import Chart, Fill, Quantity, Series, bar_chart
from motcua.workspace.figures.tables import Opening, count_in, total_of
from motcua.workspace.figures.words import percent_words

BARS_MAX = 20
LABEL_MAX = 90
DRAWN = {
    ReportName.II06A: RowKind.SECTOR,
    ReportName.ON_TIME: RowKind.AGENCY,
    ReportName.OFFICERS: RowKind.UNIT,
    ReportName.ONLINE_SHARE: RowKind.PROCEDURE,
}


def charts_of(report: Report) -> list[Chart]:
    """What came in and what was settled, of the rows with most; none where nothing did."""
    rows = [row for row in report.rows if row.kind is DRAWN[report.name]]
    if report.name is ReportName.ONLINE_SHARE:
        drawn = [_online(report, rows)]
    elif report.name is ReportName.II06A:
        drawn = [_received(report, rows), _ended(report, rows)]
    else:
        drawn = [_ended(report, rows)]
    return [one for one in drawn if one.bars]


def ended_series() -> tuple[Series, Series]:
    return (
        Series(_("Trước và đúng hạn"), Fill.SOLID),
        Series(_("Quá hạn"), Fill.HATCHED),
    )


def _received(report: Report, rows: list[Row]) -> Chart:
    """Received in the period, online and otherwise, of those that received most."""
    counted = [
        (row, count_in(report, row, "received-online"), count_in(report, row, "received-direct"))
        for row in rows
    ]
    counted = [one for one in counted if one[1] + one[2]]
    counted.sort(key=lambda one: -(one[1] + one[2]))
    bars = [
        Quantity(
            _label(row),
            (online, direct),
            figures(online + direct),
            _("%(count)s trực tuyến") % {"count": figures(online)} if online else "",
        )
        for row, online, direct in counted[:BARS_MAX]
    ]
    text = _(
        "Tiếp nhận %(received)s hồ sơ trong kỳ, %(online)s trực tuyến. Bảng bên dưới có đủ số."
    )
    told = {
        "received": figures(_received_in_period(report) or 0),
        "online": figures(total_of(report, "received-online") or 0),
    }
    title = first_of(_("Tiếp nhận trong kỳ theo lĩnh vực"), len(bars), len(counted))
    return bar_chart(title, text % told, series=channel_series(), rows=bars)


def _ended(report: Report, rows: list[Row]) -> Chart:
    """Settled in time and late, of those who settled most."""
    counted = [
        (row, count_in(report, row, "settled"), count_in(report, row, "settled-overdue"))
        for row in rows
    ]
    counted = [one for one in counted if one[1]]
    counted.sort(key=lambda one: -one[1])
    bars = [
        Quantity(
            _label(row),
            (settled - late, late),
            figures(settled),
            _("%(count)s quá hạn") % {"count": figures(late)} if late else "",
        )
        for row, settled, late in counted[:BARS_MAX]
    ]
    text = _("Đã giải quyết %(settled)s hồ sơ, %(late)s quá hạn. Bảng bên dưới có đủ số.") % {
        "settled": figures(total_of(report, "settled") or 0),
        "late": figures(total_of(report, "settled-overdue") or 0),
    }
    return bar_chart(_ended_title(report, len(counted)), text, series=ended_series(), rows=bars)


def _ended_title(report: Report, count: int) -> str:
    titles = {
        RowKind.SECTOR: _("Đã giải quyết theo lĩnh vực"),
        RowKind.AGENCY: _("Đã giải quyết theo cơ quan"),
        RowKind.UNIT: _("Đã giải quyết theo đơn vị"),
    }
    return first_of(titles[DRAWN[report.name]], min(count, BARS_MAX), count)


def first_of(title: str, shown: int, count: int) -> str:
    """The title; where not all are drawn, how many of how many."""
    if count <= shown:
        return title
    return _("%(title)s (%(shown)s nhiều nhất trong %(count)s)") % {
        "title": title,
        "shown": shown,
        "count": count,
    }


def _online(report: Report, rows: list[Row]) -> Chart:
    """Filed online and otherwise, of the procedures that most was received of."""
    counted = [
        (row, count_in(report, row, "received-in-period"), count_in(report, row, "received-online"))
        for row in rows
    ]
    counted = [one for one in counted if one[1]]
    counted.sort(key=lambda one: -one[1])
    bars = [
        Quantity(
            _label(row),
            (online, received - online),
            percent_words(Cell(count=online, whole=received).percent),
            _("%(online)s trong %(received)s")
            % {"online": figures(online), "received": figures(received)},
            whole=received,
        )
        for row, received, online in counted[:BARS_MAX]
    ]
    text = _("Nộp trực tuyến %(online)s trong %(received)s hồ sơ. Bảng bên dưới có đủ số.") % {
        "online": figures(total_of(report, "received-online") or 0),
        "received": figures(total_of(report, "received-in-period") or 0),
    }
    title = first_of(_("Nộp trực tuyến theo thủ tục"), len(bars), len(counted))
    return bar_chart(title, text, series=channel_series(), rows=bars)


def channel_series() -> tuple[Series, Series]:
    return (
        Series(_("Trực tuyến"), Fill.SOLID),
        Series(_("Trực tiếp, bưu chính"), Fill.DOTTED),
    )


def _label(row: Row) -> str:
    return row.label if len(row.label) <= LABEL_MAX else f"{row.label[: LABEL_MAX - 1]}…"


def shares_of(report: Report, opens: Opening) -> list[dict[str, Any]]:
    """The shares of the whole, each with what it is a share of."""
    found = []
    settled = total_of(report, "settled")
    if settled is not None:
        in_time = settled - (total_of(report, "settled-overdue") or 0)
        found.append(
            share_shown(
                _("giải quyết đúng hạn"),
                Cell(count=in_time, whole=settled),
                _("%(part)s trong %(whole)s hồ sơ đã giải quyết"),
                opens("total", "settled"),
            )
        )
    received = _received_in_period(report)
    if received is not None:
        code = "received-in-period" if report.name is ReportName.ONLINE_SHARE else "received-online"
        found.append(
            share_shown(
                _("nộp trực tuyến"),
                Cell(count=total_of(report, "received-online") or 0, whole=received),
                _("%(part)s trong %(whole)s hồ sơ tiếp nhận trong kỳ"),
                opens("total", code),
            )
        )
    return found


def _received_in_period(report: Report) -> int | None:
    if total_of(report, "received-online") is None:
        return None
    known = total_of(report, "received-in-period")
    if known is not None:
        return known
    return (total_of(report, "received") or 0) - (total_of(report, "carried") or 0)


def share_shown(label: str, cell: Cell, of: str, url: str) -> dict[str, Any]:
    """Without anything settled or received there is no share to tell, and nothing to open."""
    parts = {"part": figures(cell.count), "whole": figures(cell.whole or 0)}
    return {
        "value": percent_words(cell.percent),
        "has_share": cell.percent is not None,
        "label": label,
        "of": of % parts if cell.whole else "",
        "url": url if cell.whole else "",
    }
