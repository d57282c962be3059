"""What builders of reports count with: the sums of those reported, over the period asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from motcua.dossiers.queries.figures import Axis, Period, Sums, sums_of
from motcua.reports.queries.rights import Reported
from motcua.reports.vocabulary import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Of whom, over which days, as known when. Each method is one call of `sums_of`."""

    reported: Reported
    period: Period
    at: datetime

    def by(self, axis: Axis) -> dict[int, Figures]:
        """By procedure, agency or unit; what has none is left out."""
        return {
            key: figures_of(sums)
            for key, sums in self._sums(self.reported.agency_ids, self.period, axis).items()
        }

    def of(self, agency_ids: Collection[int]) -> Figures:
        """Of these agencies together: what one hands to another is no hand-over."""
        return self._whole(agency_ids, self.period)

    def whole(self) -> Figures:
        return self._whole(self.reported.agency_ids, self.period)

    def on(self, day: date) -> Figures:
        """Of all of them, of this one day: `open` is what was open at its end."""
        return self._whole(self.reported.agency_ids, Period(day, day))

    def _whole(self, agency_ids: Collection[int], period: Period) -> Figures:
        return figures_of(self._sums(agency_ids, period, Axis.NOTHING).get(0, Sums()))

    def _sums(self, agency_ids: Collection[int], period: Period, axis: Axis) -> dict[int, Sums]:
        return sums_of(agency_ids, period, at=self.at, by=axis, unit_id=self.reported.unit_id)


def figures_of(sums: Sums) -> Figures:
    """The counts of a period as reports name them."""
    return Figures(
        carried=sums.carried,
        online=sums.online,
        desk=sums.desk,
        post=sums.post,
        reopened=sums.reopened,
        early=sums.early,
        on_time=sums.on_time,
        overdue=sums.overdue,
        without_result=sums.without_result,
        open_in_time=sums.open_in_time,
        open_overdue=sums.open_overdue,
        came=sums.came,
        handed_on=sums.went,
    )
