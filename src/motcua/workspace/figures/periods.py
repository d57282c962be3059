"""The periods offered by name: this and the last of each kind, by the rule in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.kernel.dates_vi import short_day
from motcua.reports.composing import period_name
from motcua.reports.rules.periods import before, period_with
from motcua.reports.vocabulary import PeriodKind, ReportPeriod
from motcua.workspace.figures.asking import Wanted

QUICK = (
    (PeriodKind.MONTH, _("Tháng này"), _("Tháng trước")),
    (PeriodKind.QUARTER, _("Quý này"), _("Quý trước")),
    (PeriodKind.HALF_YEAR, "", ""),
    (PeriodKind.YEAR, _("Năm nay"), _("Năm trước")),
)
"""A half-year goes by its own name: “6 tháng trước” would be read as six months ago."""


def quick_periods(wanted: Wanted, today: date, place: Callable[[str], str]) -> list[dict[str, Any]]:
    """Each a way to the same page over other days; `place` makes the address of a query."""
    found = []
    for kind, now_word, before_word in QUICK:
        running = period_with(kind, today)
        for period, word in ((running, now_word), (before(running), before_word)):
            found.append(
                {
                    "url": place(wanted.query(period)),
                    "label": word or period_name(period),
                    "days": days_words(period),
                    "current": same_days(period, wanted.period),
                }
            )
    return found


def same_days(one: ReportPeriod, other: ReportPeriod) -> bool:
    return (one.from_day, one.until_day) == (other.from_day, other.until_day)


def days_words(period: ReportPeriod) -> str:
    return f"{short_day(period.from_day)} – {short_day(period.until_day)}"
