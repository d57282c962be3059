"""What huyện Gia Lâm published about five years of its one-stop offices, and the same on a smaller
or larger scale: exact whole numbers at every scale.

Published: the district received 48,031 and settled 45,555, of which 45,439 on time (99.75 %); its
22 communes 497,962, 484,888 and 484,490 (99.92 %). Of the procedures offered online 6,946 and
40,052 dossiers, 83 % and 94.12 % of them filed online.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

FIRST_DAY, LAST_DAY = date(2020, 7, 1), date(2025, 6, 30)
"""The five years that end with the district itself: there is no district from 1/7/2025 on."""
COUNT_MAX = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Dossiers of some agencies over the years. `offered`: of the procedures that are offered
    online, of which `online` were filed online."""

    received: int
    settled: int
    on_time: int
    offered: int
    online: int

    @property
    def open(self) -> int:
        return self.received - self.settled

    @property
    def late(self) -> int:
        return self.settled - self.on_time


DISTRICT = Totals(received=48_031, settled=45_555, on_time=45_439, offered=6_946, online=5_765)
COMMUNES = Totals(received=497_962, settled=484_888, on_time=484_490, offered=40_052, online=37_697)
ALL = DISTRICT.received + COMMUNES.received


def of_size(count: int) -> tuple[Totals, Totals]:
    """The totals of the district and of its communes where together they received `count`."""
    here = _rounded(DISTRICT.received, count, ALL)
    return scaled(DISTRICT, here), scaled(COMMUNES, count - here)


def scaled(totals: Totals, received: int) -> Totals:
    """The same shares of another number received, rounded to the nearest whole, halves up."""
    settled = _rounded(totals.settled, received, totals.received)
    offered = _rounded(totals.offered, received, totals.received)
    return Totals(
        received=received,
        settled=settled,
        on_time=_rounded(totals.on_time, received, totals.received),
        offered=offered,
        online=min(offered, _rounded(totals.online, received, totals.received)),
    )


def _rounded(part: int, count: int, whole: int) -> int:
    return (2 * part * count + whole) // (2 * whole)


def shared(totals: Totals, weights: Sequence[int]) -> list[Totals]:
    """The totals shared out to places by their weight; they add up to them exactly."""
    received = along(totals.received, weights)
    opened = along(totals.open, received)
    settled = [whole - still for whole, still in zip(received, opened, strict=True)]
    late = along(totals.late, settled)
    offered = along(totals.offered, received)
    online = along(totals.online, offered)
    return [
        Totals(received=r, settled=s, on_time=s - behind, offered=o, online=web)
        for r, s, behind, o, web in zip(received, settled, late, offered, online, strict=True)
    ]


def along(total: int, weights: Sequence[int]) -> list[int]:
    """Whole numbers that add up to `total`, in step with the weights at every place.

    No number is larger than its weight where `total` is not larger than their sum.
    """
    return list(_steps(total, weights))


def _steps(total: int, weights: Sequence[int]) -> Iterator[int]:
    whole, before = sum(weights), 0
    for reached in accumulate(weights):
        now = _rounded(total, reached, whole) if whole else 0
        yield now - before
        before = now
