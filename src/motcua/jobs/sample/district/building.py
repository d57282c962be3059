"""The district with its years: agencies, calendars and people first, then every dossier."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from time import monotonic

from motcua.agencies.commands.import_agencies import import_agencies
from motcua.agencies.queries import agency_called, agency_on
from motcua.agencies.rows import AgencyRow
from motcua.agencies.shipped import SAMPLE_AGENCY, shipped_of_2020, shipped_today
from motcua.dossiers.allotment import number_pattern
from motcua.dossiers.loading.load import (
    Beside,
    Loaded,
    NotEmpty,
    demand_empty,
    first_free_id,
    load_lives,
)
from motcua.jobs.metering import Meter, grouped
from motcua.jobs.sample.district.accounts import AFTER
from motcua.jobs.sample.district.calendar_days import day_plans
from motcua.jobs.sample.district.figures import FIRST_DAY, Totals, of_size, shared
from motcua.jobs.sample.district.matters import (
    COMMUNE_ONLINE,
    COMMUNE_OTHERS,
    DISTRICT_ONLINE,
    DISTRICT_OTHERS,
    shelf,
)
from motcua.jobs.sample.district.office import Setting
from motcua.jobs.sample.district.places import (
    COMMUNES,
    DISTRICT_SLUG,
    WITHOUT_SATURDAY,
    commune_slug,
)
from motcua.jobs.sample.district.staff import Appointing, ensure_staff, staff_of
from motcua.jobs.sample.district.years import ids_by_day, in_processes
from motcua.kernel import clock
from motcua.kernel.actor import Actor, system
from motcua.ledger.caching import one_revision
from motcua.payments.loading.cash_desk import Room
from motcua.payments.loading.sheets import SHEETS, go_on_from_here, has_receipts, last_ids
from motcua.worktime.commands.set_calendar import has_calendar, set_calendar
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.vocabulary import DayHours, Terms

SEED = 2020
PROCESSES = 2
TILLS_MAX, ACCOUNTS_MAX = 1_000_000, 2_000_000
"""More than one agency can need in these years."""
Words = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Hours:
    """The weekly hours of offices, without and with Saturday mornings, and how they count."""

    weekdays: dict[int, DayHours]
    with_saturday: dict[int, DayHours]
    terms: Terms


@dataclass(frozen=True, slots=True)
class Built:
    """What was built, and how long the dossiers took."""

    loaded: Loaded
    seconds: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many dossiers the district and its communes would receive, and how to build them.
    No process of its own: everything in this one, which may hold a transaction open."""

    count: int
    hours: Hours
    password: str
    progress: Words
    processes: int


def ensure_district(wanted: Wanted) -> list[tuple[str, AgencyRow]]:
    """The district and its 22 communes with calendars and people, the district first."""
    at, actor = clock.now(), system("demo")
    if agency_called(DISTRICT_SLUG, FIRST_DAY) is None:
        wanted.progress("Cơ quan: huyện Gia Lâm và 22 xã, thị trấn…")
        import_agencies(actor=actor, at=at, document=shipped_of_2020())
        import_agencies(actor=actor, at=at, document=shipped_today())
    wanted.progress("Lịch làm việc và cán bộ của huyện và 22 xã, thị trấn…")
    found = []
    for name in (DISTRICT_SLUG, *COMMUNES):
        agency = _agency(name)
        _ensure_calendar(agency.id, name, wanted.hours, actor, at)
        ensure_staff(agency.id, name, Appointing(actor, at, wanted.password))
        found.append((name, agency))
    return found


def _agency(name: str) -> AgencyRow:
    slug = name if name == DISTRICT_SLUG else commune_slug(name)
    agency = agency_called(slug, FIRST_DAY)
    assert agency is not None, slug
    row = agency_on(agency.id, FIRST_DAY)
    assert row is not None
    return row


def _ensure_calendar(agency_id: int, name: str, hours: Hours, actor: Actor, at: datetime) -> None:
    """What a commune does not set is the district's, so those without Saturdays set theirs."""
    if has_calendar(agency_id) or (name in COMMUNES and name not in WITHOUT_SATURDAY):
        return
    week = hours.weekdays if name in WITHOUT_SATURDAY else hours.with_saturday
    set_calendar(
        actor=actor,
        at=at,
        agency_id=agency_id,
        valid_from=date(2018, 6, 21),
        hours=week,
        terms=hours.terms,
        basis="Lịch mẫu của huyện Gia Lâm",
    )


def build_district(wanted: Wanted) -> Built:
    """The district and its communes. Refusals: NotEmpty."""
    demand_room()
    agencies = ensure_district(wanted)
    district, communes = of_size(wanted.count)
    totals = [district, *shared(communes, list(COMMUNES.values()))]
    return _build(list(zip(agencies, totals, strict=True)), wanted)


def build_commune(wanted: Wanted) -> Built:
    """The largest commune alone, with its share of the whole. Refusals: NotEmpty."""
    demand_room()
    agencies = ensure_district(wanted)
    _district, communes = of_size(wanted.count)
    share = shared(communes, list(COMMUNES.values()))[0]
    return _build([(agencies[1], share)], wanted)


def demand_room() -> None:
    """Nobody but the sample office has dossiers or receipts here. Refusals: NotEmpty."""
    sample = agency_called(SAMPLE_AGENCY, AFTER)
    but_for = [sample.id] if sample else []
    demand_empty(but_for=but_for)
    if has_receipts(but_for=but_for):
        raise NotEmpty


def _build(given: Sequence[tuple[tuple[str, AgencyRow], Totals]], wanted: Wanted) -> Built:
    with one_revision():
        settings = [
            setting_of(name, agency, totals, room=room_of(place))
            for place, ((name, agency), totals) in enumerate(given)
        ]
    ids = ids_by_day(settings, first_free_id())
    sources = in_processes(settings, ids, max(1, wanted.processes))
    count = sum(totals.received for _agency, totals in given)
    wanted.progress(f"Dựng {grouped(count)} hồ sơ của năm năm 1/7/2020 – 30/6/2025…")

    def told(done: int, speed: int) -> None:
        share = 100 * done // max(1, count)
        wanted.progress(
            f"  {grouped(done)}/{grouped(count)} ({share} %), {grouped(speed)} hồ sơ/giây"
        )

    began = monotonic()
    meter = Meter(told)
    loaded = load_lives(
        sources,
        Beside(SHEETS, go_on_from_here),
        in_processes=wanted.processes > 0,
        progress=meter.reached,
    )
    return Built(loaded, monotonic() - began)


def room_of(place: int) -> Room:
    """The ids for the money of the agency at this place among all."""
    receipts, tills, accounts = last_ids()
    return Room(receipts, tills + place * TILLS_MAX, accounts + place * ACCOUNTS_MAX)


def setting_of(name: str, agency: AgencyRow, totals: Totals, *, room: Room) -> Setting:
    """An agency as it is before the first of so many dossiers."""
    calendar = office_time(agency.id, FIRST_DAY).calendar
    is_district = name == DISTRICT_SLUG
    random = Random(f"{SEED}-days-{name}")  # noqa: S311  # invented data, not a secret
    offered, others = (
        (DISTRICT_ONLINE, DISTRICT_OTHERS) if is_district else (COMMUNE_ONLINE, COMMUNE_OTHERS)
    )
    assert agency.code is not None
    return Setting(
        agency_id=agency.id,
        agency_code=agency.code,
        pattern=number_pattern(agency.id, FIRST_DAY),
        place=agency.short_name.removeprefix("UBND ") + ", Hà Nội",
        calendar=calendar,
        staff=staff_of(agency.id, FIRST_DAY),
        offered=shelf(agency.id, offered),
        others=shelf(agency.id, others),
        plans=tuple(day_plans(totals, calendar, random)),
        seed=f"{SEED}-{name}",
        room=room,
    )


def processes_here() -> int:
    """As many as the machine has cores for, two at most."""
    return min(PROCESSES, os.cpu_count() or 1)
