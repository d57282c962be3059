"""Where in the data a measurement stands: the busiest agency, on the day of its newest dossier.

Data of the years 2020–2025 end on a day of 2025, and the officers of agencies that were dissolved
then work until that day. So time is moved: the clock of the measuring process (and of the server
that it starts) runs on from the last reception. Where dossiers are as new as today it stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from motcua.agencies.queries import agency_on
from motcua.jobs.workload.raw import RawDriver
from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.procedures.queries.catalogue import version_in_force, version_row

NEWEST = 1000
AS_NEW_AS_TODAY = timedelta(days=4)
AFTER = timedelta(minutes=1)

BUSIEST = (
    "SELECT agency_id, count(*) FROM dossiers_dossier GROUP BY agency_id ORDER BY 2 DESC LIMIT 1"
)
LAST = (
    "SELECT max(received_at) FROM (SELECT received_at FROM dossiers_dossier WHERE agency_id = %s "
    "ORDER BY id DESC LIMIT %s) newest"
)
UNIT = (
    "SELECT unit_id, count(*) FROM (SELECT unit_id FROM dossiers_dossier WHERE agency_id = %s "
    "ORDER BY id DESC LIMIT %s) newest WHERE unit_id IS NOT NULL GROUP BY unit_id "
    "ORDER BY 2 DESC LIMIT 1"
)
VERSIONS = (
    "SELECT procedure_version_id, count(*) FROM (SELECT procedure_version_id FROM dossiers_dossier "
    "WHERE agency_id = %s AND competent_agency_id = agency_id ORDER BY id DESC LIMIT %s) newest "
    "GROUP BY procedure_version_id ORDER BY 2 DESC, 1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`unit_id`: the unit with most of the newest dossiers. `version_ids`: what they are about,
    each by the version that is received on this day. `ahead`: how far the clock is moved; zero where the data reach until today."""

    agency_id: int
    slug: str
    unit_id: int | None
    version_ids: tuple[int, ...]
    ahead: timedelta

    @property
    def at(self) -> datetime:
        return clock.now()

    @property
    def day(self) -> date:
        return local_day(clock.now())


def find_place(driver: RawDriver) -> Place:
    """Look for it by the driver alone. There is at least one dossier. Moves the clock."""
    ((agency_id, _count),) = driver.rows(BUSIEST)
    ((last,),) = driver.rows(LAST, (agency_id, NEWEST))
    ahead = _ahead(_instant(last), clock.now())
    move_clock(ahead)
    units = driver.rows(UNIT, (agency_id, NEWEST))
    versions = driver.rows(VERSIONS, (agency_id, NEWEST))
    day = local_day(clock.now())
    agency = agency_on(agency_id, day)
    assert agency is not None
    return Place(
        agency_id=agency_id,
        slug=agency.slug,
        unit_id=units[0][0] if units else None,
        version_ids=_received_now([version_id for version_id, _count in versions], day),
        ahead=ahead,
    )


def _received_now(version_ids: list[int], day: date) -> tuple[int, ...]:
    """The version in force of each, in their order: a new one may have begun since."""
    rows = [row for row in map(version_row, version_ids) if row is not None]
    present = [version_in_force(row.code, day, place=row.place, scope=row.scope) for row in rows]
    return tuple(dict.fromkeys(detail.version_id for detail in present if detail is not None))


def move_clock(ahead: timedelta) -> None:
    """From now on this process lives so much later (or earlier). Only for measuring."""
    if not ahead:
        return
    present = clock.now
    clock.now = lambda: present() + ahead


def _ahead(last: datetime, now: datetime) -> timedelta:
    if now - last < AS_NEW_AS_TODAY:
        return timedelta()
    return last + AFTER - now


def _instant(value: Any) -> datetime:
    """SQLite keeps instants as text, of UTC."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    assert isinstance(found, datetime)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
