"""Several agencies through the years in step, day by day: what one process works out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from motcua.dossiers.loading.desk import Books, Lot, new_lot
from motcua.jobs.sample.district.figures import FIRST_DAY, LAST_DAY
from motcua.jobs.sample.district.office import OfficeYears, Setting

Ids = Mapping[int, Mapping[date, int]]


@dataclass(slots=True)
class Years:
    """A source of lots, as `dossiers.loading.sources` asks for them."""

    offices: Sequence[OfficeYears]
    _books: list[Books] = field(default_factory=list)

    def lots(self) -> Iterator[Lot]:
        """One lot for each day of the years, empty ones too, so that all processes keep step."""
        going = {id(one): one.days() for one in self.offices}
        waiting = {key: next(days, None) for key, days in going.items()}
        for number in range((LAST_DAY - FIRST_DAY).days + 1):
            day, lot = FIRST_DAY + timedelta(days=number), new_lot()
            for one in self.offices:
                found = waiting[id(one)]
                if found is not None and found[0] == day:
                    _add(lot, found[1])
                    waiting[id(one)] = next(going[id(one)], None)
            yield lot
        last = new_lot()
        for one in self.offices:
            rest, books = one.close()
            _add(last, rest)
            self._books.append(books)
        yield last

    def books(self) -> list[Books]:
        return self._books


def _add(whole: Lot, lot: Lot) -> None:
    for sheet, rows in lot.items():
        whole[sheet] += rows


def ids_by_day(settings: Sequence[Setting], first_id: int) -> Ids:
    """The first id of each agency on each day, so that ids go up with the days over all of them."""
    counts = {one.agency_id: _come_in(one) for one in settings}
    ids: dict[int, dict[date, int]] = {one.agency_id: {} for one in settings}
    following = first_id
    for number in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=number)
        for agency_id, by_day in counts.items():
            if day in by_day:
                ids[agency_id][day] = following
                following += by_day[day]
    return ids


def _come_in(setting: Setting) -> dict[date, int]:
    """How many come in on each day: what is received then, without those who came in the day
    before, with those who will be received on the next."""
    plans = setting.plans
    after = [plan.early for plan in plans[1:]] + [0]
    pairs = zip(plans, after, strict=True)
    return {plan.day: plan.received - plan.early + early for plan, early in pairs}


def in_processes(settings: Sequence[Setting], ids: Ids, count: int) -> list[Years]:
    """The agencies shared out to so many processes, each with about as many dossiers."""
    parts: list[list[Setting]] = [[] for _number in range(count)]
    sizes = [0] * count
    for one in sorted(settings, key=_size, reverse=True):
        least = sizes.index(min(sizes))
        parts[least].append(one)
        sizes[least] += _size(one)
    order = {one.agency_id: place for place, one in enumerate(settings)}
    return [
        Years(
            [
                OfficeYears(one, ids[one.agency_id])
                for one in sorted(part, key=lambda one: order[one.agency_id])
            ]
        )
        for part in parts
        if part
    ]


def _size(setting: Setting) -> int:
    return sum(plan.received for plan in setting.plans)
