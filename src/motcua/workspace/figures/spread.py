"""Who has how much and where it is stuck, as the leader's page tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.wording import STAGES
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.money import figures
from motcua.reports.leading import Burden, LateDossier, StuckAt
from motcua.reports.queries.open_work import OpenAsked
from motcua.ui.charts import Chart, Fill, Quantity, Series, bar_chart
from motcua.workspace.figures.drawing import first_of
from motcua.workspace.showing import stage_shown

BARS_MAX = 12
LATE_SHOWN = 8
STUCK_SHOWN = 12
OFFICERS_SHOWN = 15
"""A page that is read at a glance; where there are more, it says how many are shown of how many."""
Opens = Callable[[OpenAsked], str]
"""The address of the dossiers behind such a number."""


def count_shown(count: int, url: str) -> dict[str, Any]:
    return {"words": figures(count), "url": url if count else ""}


def burden_rows(
    burdens: tuple[Burden, ...], base: OpenAsked, opens: Opens, today: date
) -> list[dict[str, Any]]:
    """Officers in the order given. Work that nobody has stands in the row without a name."""
    rows = []
    for one in burdens[:OFFICERS_SHOWN]:
        which = replace(base, unit_id=one.unit_id or 0, handler_id=one.holding_id or 0)
        rows.append(
            {
                "name": one.name or _("Chưa giao ai"),
                "is_nobody": one.holding_id is None,
                "unit": one.unit_name or _("Không thuộc đơn vị nào"),
                "open": count_shown(one.open, opens(which)),
                "overdue": count_shown(one.overdue, opens(replace(which, is_late=True))),
                "oldest": short_day(one.oldest_due_on) if one.oldest_due_on else "–",
                "days": (today - one.oldest_due_on).days if one.oldest_due_on else 0,
            }
        )
    return rows


def unit_rows(units: Iterable[Burden], base: OpenAsked, opens: Opens) -> list[dict[str, Any]]:
    return [
        {
            "name": one.unit_name or _("Không thuộc đơn vị nào"),
            "open": count_shown(one.open, opens(replace(base, unit_id=one.unit_id or 0))),
            "overdue": count_shown(
                one.overdue, opens(replace(base, unit_id=one.unit_id or 0, is_late=True))
            ),
        }
        for one in units
    ]


def spread_chart(units: tuple[Burden, ...]) -> Chart:
    """Open work by unit, in time and overdue."""
    text = _("%(open)s hồ sơ đang giải quyết ở %(count)s đơn vị, %(late)s quá hạn.") % {
        "open": figures(sum(one.open for one in units)),
        "count": len(units),
        "late": figures(sum(one.overdue for one in units)),
    }
    rows = [
        Quantity(
            one.unit_name or _("Không thuộc đơn vị nào"),
            (one.open - one.overdue, one.overdue),
            figures(one.open),
            _("%(count)s quá hạn") % {"count": figures(one.overdue)} if one.overdue else "",
        )
        for one in units[:BARS_MAX]
    ]
    series = (Series(_("Trong hạn"), Fill.SOLID), Series(_("Quá hạn"), Fill.HATCHED))
    title = first_of(_("Đang giải quyết theo đơn vị"), len(rows), len(units))
    return bar_chart(title, text, series=series, rows=rows)


def part_words(shown: int, count: int) -> str:
    """`Hiện 15 trong 132 dòng.`; nothing where all are shown."""
    if count <= shown:
        return ""
    return _("Hiện %(shown)s trong %(count)s dòng.") % {
        "shown": figures(shown),
        "count": figures(count),
    }


def stuck_rows(
    stuck: Iterable[StuckAt], base: OpenAsked, opens: Opens, today: date
) -> list[dict[str, Any]]:
    """Those that stand longest first."""
    rows = []
    for one in sorted(stuck, key=lambda one: one.oldest_received_at)[:STUCK_SHOWN]:
        which = replace(base, stage=one.stage, unit_id=one.unit_id or 0)
        since = local_day(one.oldest_received_at)
        rows.append(
            {
                "stage": STAGES[one.stage],
                "unit": one.unit_name or _("Không thuộc đơn vị nào"),
                "open": count_shown(one.open, opens(which)),
                "overdue": count_shown(one.overdue, opens(replace(which, is_late=True))),
                "oldest": one.oldest,
                "oldest_url": reverse("workspace:dossier", args=[one.oldest]),
                "since": short_day(since),
                "days": (today - since).days,
            }
        )
    return rows


def late_rows(late: tuple[LateDossier, ...], at: datetime) -> list[dict[str, Any]]:
    today = local_day(at)
    return [
        {
            "url": reverse("workspace:dossier", args=[one.code]),
            "code": one.code,
            "owner": one.owner_name,
            "procedure": one.procedure_name,
            "unit": one.unit_name,
            "officer": one.officer_name or _("Chưa giao ai"),
            "stage": stage_shown(one.stage),
            "due": short_day(local_day(one.due_at)),
            "days": (today - local_day(one.due_at)).days,
        }
        for one in late[:LATE_SHOWN]
    ]
