"""Numbers and sentences of figures as pages show them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.kernel.money import figures
from motcua.reports.vocabulary import Cell, Check, Report, ReportName
from motcua.reports.wording import FAULT, IDENTITIES, NOTHING_HAPPENED

NARROW_SPACE = "\u00a0"
WHAT_FOR = {
    ReportName.II06A: _(
        "Biểu mẫu định kỳ gửi Văn phòng Chính phủ: mỗi lĩnh vực, mỗi thủ tục đã nhận, đã giải quyết, "
        "đang giải quyết bao nhiêu hồ sơ."
    ),
    ReportName.ON_TIME: _(
        "So các cơ quan với nhau: nơi nào giải quyết đúng hạn, nơi nào còn hồ sơ quá hạn."
    ),
    ReportName.ONLINE_SHARE: _("Thủ tục nào người dân đã nộp qua mạng, thủ tục nào vẫn đến quầy."),
    ReportName.OFFICERS: _("Từng đơn vị, từng cán bộ đã giải quyết và đang giữ bao nhiêu hồ sơ."),
}
ICONS = {
    ReportName.II06A: "table-2",
    ReportName.ON_TIME: "calendar-check",
    ReportName.ONLINE_SHARE: "globe",
    ReportName.OFFICERS: "users",
}
INTERNAL_SOURCE = "Design"
"""How the register names what no law prescribes."""
OWN_SOURCE = _("Một Cửa")


def percent_words(rate: str | None) -> str:
    """`99,75 %`; where nothing happened, that."""
    if rate is None:
        return str(NOTHING_HAPPENED)
    whole, _point, part = rate.partition(".")
    return f"{figures(int(whole))},{part}{NARROW_SPACE}%"


def cell_words(cell: Cell) -> str:
    return percent_words(cell.percent) if cell.is_share else figures(cell.count)


def check_lines(report: Report) -> list[dict[str, Any]]:
    """Each identity once, with the faults that were found."""
    labels = {row.key: row.label for row in (*report.rows, report.total)}
    faults: dict[str, list[str]] = {}
    for check in report.checks:
        faults.setdefault(check.identity, [])
        if not check.holds:
            faults[check.identity].append(_fault(check, labels))
    return [
        {"words": IDENTITIES[check.identity], "faults": faults[check.identity]}
        for check in {one.identity: one for one in report.checks}.values()
    ]


def _fault(check: Check, labels: dict[str, str]) -> str:
    return str(FAULT) % {
        "row": labels.get(check.row_key, check.row_key),
        "left": figures(check.left),
        "right": figures(check.right),
    }


def source_words(source: str) -> str:
    """The basis as a reader may look it up."""
    return source.replace(INTERNAL_SOURCE, str(OWN_SOURCE))
