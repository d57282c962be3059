"""Of which agency, period and occasion scores are asked for, as an address says it. Named periods only:
those that differ by a day would tell of single answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from motcua.agencies.queries import agency_on
from motcua.agencies.rows import AgencyRow
from motcua.kernel.dates_vi import short_day
from motcua.reports.composing import period_name
from motcua.reports.rules.periods import lately, period_with
from motcua.reports.vocabulary import PeriodKind, ReportPeriod
from motcua.surveys.queries.satisfaction import SatisfactionAsked
from motcua.surveys.vocabulary import Occasion
from motcua.surveys.wording import OCCASIONS

OFFERED = ((PeriodKind.MONTH, 12), (PeriodKind.QUARTER, 4), (PeriodKind.YEAR, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the page is about; the choices with which another is asked for."""

    asked: SatisfactionAsked
    period: ReportPeriod
    periods: tuple[ReportPeriod, ...]
    agencies: tuple[AgencyRow, ...]

    def query(self) -> str:
        given = {
            "period": key_of(self.period),
            "agency": str(self.asked.agency_id or ""),
            "occasion": str(self.asked.occasion),
        }
        return urlencode({name: value for name, value in given.items() if value})

    def choices(self, every: str) -> dict[str, list[dict[str, Any]]]:
        return {
            "periods": [
                {"value": key_of(one), "label": _dated(one), "chosen": one == self.period}
                for one in self.periods
            ],
            "agencies": [{"value": "", "label": every, "chosen": self.asked.agency_id is None}]
            + [
                {"value": str(row.id), "label": row.name, "chosen": row.id == self.asked.agency_id}
                for row in self.agencies
            ],
            "occasions": [
                {"value": str(one), "label": str(words), "chosen": one is self.asked.occasion}
                for one, words in OCCASIONS.items()
            ],
        }


def _dated(period: ReportPeriod) -> str:
    """`Tháng 12 năm 2026 (15/11/2026–14/12/2026)`: a month of reports is none of the calendar."""
    days = f"{short_day(period.from_day)}–{short_day(period.until_day)}"
    return f"{period_name(period)} ({days})"


def key_of(period: ReportPeriod) -> str:
    """`2026-06-01_2026-06-30`."""
    return f"{period.from_day}_{period.until_day}"


def wanted_of(params: Mapping[str, str], agency_ids: Iterable[int], today: date) -> Wanted:
    """What the address asks for; of what it does not know, the running quarter of all agencies."""
    periods = tuple(
        period
        for kind, count in OFFERED
        for period in (period_with(kind, today), *lately(kind, today, count))
    )
    named = {key_of(one): one for one in periods}
    period = named.get(params.get("period", ""), period_with(PeriodKind.QUARTER, today))
    found = (agency_on(one, today) for one in sorted(agency_ids))
    agencies = tuple(row for row in found if row is not None)
    by_id = {str(row.id): row.id for row in agencies}
    occasion = params.get("occasion", "")
    return Wanted(
        asked=SatisfactionAsked(
            first=period.from_day,
            last=period.until_day,
            agency_id=by_id.get(params.get("agency", "")),
            occasion=Occasion(occasion) if occasion in list(Occasion) else Occasion.RETURN,
        ),
        period=period,
        periods=periods,
        agencies=agencies,
    )
