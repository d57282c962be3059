"""Months as the leader's page tells them: the two shares against the month before, and the trend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.kernel.money import figures
from motcua.reports.leading import MonthTold
from motcua.reports.vocabulary import Cell, PeriodKind, ReportName, ReportPeriod
from motcua.ui.charts import Chart, Quantity, column_chart
from motcua.workspace.figures.asking import Wanted
from motcua.workspace.figures.drawing import ended_series, share_shown
from motcua.workspace.figures.words import percent_words

MONTHS_SHOWN = 12
COLUMNS = (
    ("received", ReportName.ONLINE_SHARE, "received-in-period"),
    ("online", ReportName.ONLINE_SHARE, "received-online"),
    ("settled", ReportName.ON_TIME, "settled"),
    ("overdue", ReportName.ON_TIME, "settled-overdue"),
)
"""What of a month is told, and where the dossiers behind it are listed."""


def month_url(wanted: Wanted, month: date, name: ReportName, column: str) -> str:
    """The dossiers behind one number of a calendar month."""
    query = wanted.query(_days_of(month), report=str(name), row="total", column=column)
    return f"{reverse('workspace:report-behind')}?{query}"


def _days_of(month: date) -> ReportPeriod:
    last = (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return ReportPeriod(from_day=month, until_day=last, kind=PeriodKind.RANGE)


def share_changes(wanted: Wanted, months: Sequence[MonthTold]) -> list[dict[str, Any]]:
    """On time and online, this month so far, and by how much more or less than last month."""
    now, earlier = months[-1], months[-2]
    return [
        share_shown(
            _("giải quyết đúng hạn trong tháng này"),
            on_time(now),
            _("%(part)s trong %(whole)s hồ sơ đã giải quyết"),
            month_url(wanted, now.month, ReportName.ON_TIME, "settled"),
        )
        | change_shown(on_time(now), on_time(earlier)),
        share_shown(
            _("nộp trực tuyến trong tháng này"),
            online(now),
            _("%(part)s trong %(whole)s hồ sơ tiếp nhận"),
            month_url(wanted, now.month, ReportName.ONLINE_SHARE, "received-online"),
        )
        | change_shown(online(now), online(earlier)),
    ]


def on_time(month: MonthTold) -> Cell:
    return Cell(count=month.settled - month.overdue, whole=month.settled)


def online(month: MonthTold) -> Cell:
    return Cell(count=month.online, whole=month.received)


def change_shown(now: Cell, earlier: Cell) -> dict[str, str]:
    """`tăng 1,25 điểm so với tháng trước (98,50 %)`: between what is printed, so that it adds up."""
    if now.percent is None:
        return {"change": "", "change_icon": ""}
    if earlier.percent is None:
        return {"change": _("tháng trước chưa có hồ sơ để so sánh"), "change_icon": "minus"}
    points = Decimal(now.percent) - Decimal(earlier.percent)
    before = percent_words(earlier.percent)
    if not points:
        return {"change": _("bằng tháng trước"), "change_icon": "equal"}
    told = {"points": f"{abs(points)}".replace(".", ","), "before": before}
    if points > 0:
        words = _("tăng %(points)s điểm so với tháng trước (%(before)s)") % told
        return {"change": words, "change_icon": "trending-up"}
    words = _("giảm %(points)s điểm so với tháng trước (%(before)s)") % told
    return {"change": words, "change_icon": "trending-down"}


def trend_chart(months: Iterable[MonthTold]) -> Chart:
    shown = list(months)[-MONTHS_SHOWN:]
    most = max(shown, key=lambda month: month.settled)
    text = _(
        "Số hồ sơ giải quyết %(count)s tháng gần nhất. Nhiều nhất là tháng %(most)s: %(settled)s hồ sơ, "
        "%(late)s quá hạn. Bảng bên dưới có đủ số."
    ) % {
        "count": len(shown),
        "most": f"{most.month.month}/{most.month.year}",
        "settled": figures(most.settled),
        "late": figures(most.overdue),
    }
    columns = [
        Quantity(
            str(month.month.month),
            (month.settled - month.overdue, month.overdue),
            figures(month.settled) if month.settled else "",
            str(month.month.year) if place == 0 or month.month.month == 1 else "",
        )
        for place, month in enumerate(shown)
    ]
    title = _("Đã giải quyết theo tháng")
    return column_chart(title, text, series=ended_series(), columns=columns)


def month_rows(wanted: Wanted, months: Iterable[MonthTold]) -> list[dict[str, Any]]:
    """The newest first; each number opens."""
    shown = list(months)[-MONTHS_SHOWN:]
    return [_month_row(wanted, month) for month in reversed(shown)]


def _month_row(wanted: Wanted, month: MonthTold) -> dict[str, Any]:
    counts = {
        field: {
            "words": figures(getattr(month, field)),
            "url": month_url(wanted, month.month, name, column) if getattr(month, field) else "",
        }
        for field, name, column in COLUMNS
    }
    return {
        "month": f"{month.month.month:02d}/{month.month.year}",
        "on_time": percent_words(month.on_time_percent),
        "online_share": percent_words(online(month).percent),
        **counts,
    }
