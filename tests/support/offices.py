"""The sample offices, put into the database by the real commands."""

from __future__ import annotations

from datetime import date, datetime

from motcua.agencies.commands.import_agencies import ImportReport, import_agencies
from motcua.agencies.models import Agency
from motcua.agencies.shipped import SAMPLE_AGENCY, shipped_of_2020, shipped_today
from motcua.kernel.actor import Actor, Door, Role, system
from tests.support.clock import PLAIN_MORNING

SETUP = system("set-up")
LONG_AGO = date(2020, 6, 10)


def load_today(at: datetime = PLAIN_MORNING) -> ImportReport:
    """The two-tier commune of today with its province."""
    return import_agencies(actor=SETUP, at=at, document=shipped_today())


def load_2020(at: datetime = PLAIN_MORNING) -> ImportReport:
    """The district of 2020, its communes and their successors."""
    return import_agencies(actor=SETUP, at=at, document=shipped_of_2020())


def agency_id(slug: str = SAMPLE_AGENCY) -> int:
    return Agency.objects.values_list("id", flat=True).get(slug=slug)


def somebody(*roles: Role, agency: int | None = None, unit: int | None = None) -> Actor:
    """An actor with these roles who exists only as a value."""
    return Actor(
        door=Door.PAGE,
        user_id=1,
        agency_id=agency,
        unit_id=unit,
        roles=frozenset(roles),
        name="Nguyễn Văn Thử",
        title="Công chức",
    )
