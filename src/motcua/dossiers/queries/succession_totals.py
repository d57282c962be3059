"""What stands at some agencies at one moment, to be laid beside what stands after a succession."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import orjson
from django.db.models import Count, Q

from motcua.accounts.queries.holders import HolderRow
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.agencies.queries import agency_on, counters_of, desks_of, positions_of, units_of
from motcua.agencies.successions import name_of, short_name_of
from motcua.dossiers.allotment import numbering
from motcua.dossiers.models import Dossier, DossierSerial
from motcua.dossiers.policies import ACTS, visible
from motcua.dossiers.rules.numbering import AgencyCodeMissing, PatternFaulty
from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.actor import Actor, Door
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.worktime.queries.calendars import office_time

RUNNING = Q(ended_at__isnull=True) | Q(stage=str(Stage.SETTLED))
"""What somebody must still act on: not ended, or its result not yet in the applicant's hands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where one running dossier is and what is promised."""

    id: int
    code: str
    status: str
    due_at: datetime | None
    agency_id: int
    agency: str
    unit: str
    assignee: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """On how many of the dossiers somebody may look and act; the numbers of those he may see."""

    sees: frozenset[int]
    acts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberingRow:
    """How an agency numbers on a day; `first_code` is "" and `problem` a code when it cannot."""

    agency: str
    agency_code: str
    pattern: str
    first_code: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What an agency has on a day, by name."""

    agency_id: int
    agency: str
    parent: str
    desks: tuple[str, ...]
    counters: tuple[str, ...]
    units: tuple[str, ...]
    positions: tuple[str, ...]


def placements(dossier_ids: Collection[int], day: date) -> tuple[Placement, ...]:
    """These dossiers as they stand, by code. One query, and one for each agency's name."""
    rows = Dossier.objects.filter(pk__in=list(dossier_ids)).order_by("code")
    fields = (
        "id",
        "code",
        "status",
        "due_at",
        "competent_agency_id",
        "unit__name",
        "assignee__officer__full_name",
    )
    names: dict[int, str] = {}
    found = []
    for pk, code, status, due_at, agency_id, unit, assignee in rows.values_list(*fields):
        names[agency_id] = names.get(agency_id) or short_name_of(agency_id, day)
        found.append(
            Placement(
                id=pk,
                code=code,
                status=status,
                due_at=due_at,
                agency_id=agency_id,
                agency=names[agency_id],
                unit=unit or "",
                assignee=assignee or "",
            )
        )
    return tuple(found)


def running_of(agency_ids: Collection[int]) -> list[int]:
    """The running dossiers that these agencies handle. One query, by `dossier_open_competent`."""
    held = Dossier.objects.filter(RUNNING, competent_agency__in=list(agency_ids))
    return list(held.order_by("id").values_list("id", flat=True))


def register_totals() -> dict[str, int]:
    """How many dossiers the whole register holds in each status. One query."""
    held = Dossier.objects.values_list("status").annotate(count=Count("id"))
    return dict(held.order_by("status"))


def reach_of(row: HolderRow, dossier_ids: Collection[int]) -> Reach:
    """What the rights of this position make of these dossiers. Two queries."""
    actor = Actor(
        door=Door.JOB,
        user_id=row.user_id,
        holding_id=row.holding_id,
        agency_id=row.agency_id,
        unit_id=row.unit_id,
        roles=row.roles,
    )
    held = Dossier.objects.filter(pk__in=list(dossier_ids))
    seen = held.filter(visible(actor, Permission.DOSSIER_VIEW)).values_list("id", flat=True)
    acts = Q(pk__in=())
    for permission in sorted({p for role in row.roles for p in PERMISSIONS_OF[role]} & ACTS):
        acts |= visible(actor, Permission(permission))
    return Reach(sees=frozenset(seen), acts=held.filter(acts).count())


def numbering_of(agency_id: int, day: date) -> NumberingRow:
    """How the agency numbers from that day on, with the code that the next reception would get."""
    agency = agency_on(agency_id, day)
    if agency is None:
        return NumberingRow(
            agency=name_of(agency_id, day),
            agency_code="",
            pattern="",
            first_code="",
            problem="agency-ended",
        )
    last = DossierSerial.objects.filter(agency=agency_id, day=day).values_list("last", flat=True)
    pattern, first_code, problem = "", "", ""
    try:
        numbers = numbering(agency, day)
        pattern, first_code = numbers.pattern, numbers.code((last.first() or 0) + 1)
    except (AgencyCodeMissing, PatternFaulty) as refusal:
        problem = refusal.code
    return NumberingRow(
        agency=agency.name,
        agency_code=agency.code or "",
        pattern=pattern,
        first_code=first_code,
        problem=problem,
    )


def furniture_of(agency_id: int, day: date) -> Furniture:
    agency, desks = agency_on(agency_id, day), desks_of(agency_id, day)
    parent_id = agency.parent_id if agency else None
    return Furniture(
        agency_id=agency_id,
        agency=name_of(agency_id, day),
        parent=name_of(parent_id, day) if parent_id else "",
        desks=tuple(desk.name for desk in desks),
        counters=tuple(
            f"{counter.number}. {counter.name}"
            for desk in desks
            for counter in counters_of(desk.id, day)
        ),
        units=tuple(unit.name for unit in units_of(agency_id, day)),
        positions=tuple(
            f"{position.title} ({position.unit_name})" if position.unit_name else position.title
            for position in positions_of(agency_id, day)
        ),
    )


def dates_under(dossier_ids: Collection[int]) -> dict[int, datetime | None]:
    """The date that each dossier's clock gives under the calendar of whoever handles it now.

    One query for the dossiers and a calendar for each agency; a clock that waits gives no date.
    """
    dates: dict[int, datetime | None] = {}
    held = Dossier.objects.filter(pk__in=list(dossier_ids), ended_at__isnull=True)
    fields = held.values_list("id", "competent_agency_id", "clock", "received_at")
    for pk, agency_id, kept, received_at in fields.order_by("id"):
        clock = ClockInputs.from_plain(orjson.loads(kept))
        if clock.is_paused:
            continue
        office = office_time(agency_id, local_day(received_at))
        try:
            dates[pk] = clock.promise(office.calendar).due_at
        except Refusal:
            dates[pk] = None
    return dates


def left_behind(
    agency_ids: Collection[int], dossier_ids: Collection[int], day: date
) -> Counter[str]:
    """What is still open at agencies that have ended: nothing should be. A code for each kind."""
    left: Counter[str] = Counter()
    left["dossiers"] = len(running_of(agency_ids))
    for agency_id in agency_ids:
        left["desks"] += len(desks_of(agency_id, day))
        left["units"] += len(units_of(agency_id, day))
        left["positions"] += len(positions_of(agency_id, day))
    moved = Dossier.objects.filter(pk__in=list(dossier_ids))
    left["units-ended"] = moved.filter(unit__valid_until__lte=day).count()
    return +left
