"""The register of dossiers (sổ theo dõi hồ sơ, Form 07 of TT 03/2025) by agency and year (law.md 2.8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson
from django.db.models import Count, Q, QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on, units_of
from motcua.agencies.successions import names_on, unit_places
from motcua.dossiers.models import Dossier, DossierParty, DossierRegister, HandOver
from motcua.dossiers.policies import visible
from motcua.dossiers.queries import filters
from motcua.dossiers.queries.searching.mentioning import holding
from motcua.dossiers.vocabulary import PartyRole, Stage, Timeliness
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import who_did

RETURNED = "dossier.result-returned"
YEAR_MAX = 9999
ID_MAX = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterYear:
    """One book: an agency's lines of a year. `digest` is empty while it is open."""

    agency_id: int
    agency_name: str
    year: int
    last: int
    closed_at: datetime | None
    closed_by: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """Which lines of a book; empty = all. `late`: ended late, or open past its date."""

    agency_id: int
    year: int
    text: str = ""
    sector: str = ""
    unit_id: int | None = None
    first: date | None = None
    last: date | None = None
    late: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One line with the columns of law.md 2.8. `handled_by` is the unit, or the other agency,
    which has had it since `taken_over_at` (NĐ 309/2026 Art. 8.3: its time limit runs from then)."""

    number: int
    code: str
    procedure_name: str
    sets: int
    owner_name: str
    address: str
    phone: str
    handled_by: str
    received_at: datetime
    taken_over_at: datetime | None
    due_at: datetime | None
    due_soon_at: datetime | None
    returned_at: datetime | None
    returned_by: str
    returned_to: str
    return_method: str
    stage: Stage
    timeliness: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTotals:
    """Over the lines of a filter; open and ended add up to all."""

    total: int
    open: int
    settled: int
    returned: int
    stopped: int
    late: int


def registers_of(actor: Actor) -> tuple[RegisterYear, ...]:
    """Every book the actor may open, newest year first. One query, by `register_one_per_year`."""
    rows = DossierRegister.objects.filter(agency__in=_agencies(actor))
    return tuple(_year(row) for row in rows.order_by("-year", "agency"))


def register_year(actor: Actor, agency_id: int | None, year: int) -> RegisterYear:
    """One book; the own agency's unless another is named, else the first that one may open.

    One query. Refusals: NotFound.
    """
    rows = DossierRegister.objects.filter(agency__in=_agencies(actor), year=min(year, YEAR_MAX))
    if agency_id is not None:
        rows = rows.filter(agency=min(agency_id, ID_MAX))
    found = list(rows.order_by("agency"))
    row = next((one for one in found if one.agency_id == actor.agency_id), None)
    row = row or next(iter(found), None)
    if row is None:
        raise NotFound(kind="register")
    return _year(row)


def _agencies(actor: Actor) -> set[int]:
    seen = {actor.agency_id} if actor.agency_id is not None else set()
    return seen | set(actor.scope_agency_ids) if Role.SUPERVISOR in actor.roles else seen


def _year(row: DossierRegister) -> RegisterYear:
    agency = agency_on(row.agency_id, date(row.year, 12, 31))
    return RegisterYear(
        agency_id=row.agency_id,
        agency_name=agency.name if agency else "",
        year=row.year,
        last=row.last,
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        digest=row.digest,
    )


def register_page(
    actor: Actor, which: RegisterFilter, *, at: datetime, cursor: str = "", size: int | None = None
) -> Page[RegisterLine]:
    """In the order of the book. Six queries however many lines, by `dossier_one_per_register_line`.

    Refusals: CursorFaulty.
    """
    size = size_of(size)
    found = _asked(actor, which, at)
    start = after(cursor)
    if start is not None:
        found = found.filter(register_number__gt=start)
    return page_of(_lines(found, size + 1, which), size=size, key="number")


def all_lines(
    actor: Actor,
    which: RegisterFilter,
    *,
    at: datetime,
    piece: int,
    permission: Permission = Permission.DOSSIER_VIEW,
) -> Iterator[list[RegisterLine]]:
    """The lines of the whole book, piece by piece; each piece costs six queries."""
    found, last = _asked(actor, which, at).filter(visible(actor, permission)), 0
    while lines := _lines(found.filter(register_number__gt=last), piece, which):
        yield lines
        last = lines[-1].number


def register_totals(actor: Actor, which: RegisterFilter, *, at: datetime) -> RegisterTotals:
    """One query over the lines of the filter."""
    stopped = (str(Stage.TERMINATED), str(Stage.WITHDRAWN))
    counts = _asked(actor, which, at).aggregate(
        total=Count("id"),
        open=Count("id", filter=Q(ended_at__isnull=True)),
        settled=Count("id", filter=Q(stage=str(Stage.SETTLED))),
        returned=Count("id", filter=Q(stage=str(Stage.RETURNED))),
        stopped=Count("id", filter=Q(stage__in=stopped)),
        late=Count("id", filter=_late(at)),
    )
    return RegisterTotals(**counts)


def units_in(which: RegisterFilter, at: datetime) -> dict[int, str]:
    """The units to choose from: those of the agency at the end of the year, or today."""
    day = min(date(which.year, 12, 31), local_day(at))
    return {unit.id: unit.name for unit in units_of(which.agency_id, day)}


def _asked(actor: Actor, which: RegisterFilter, at: datetime) -> QuerySet[Dossier]:
    found = Dossier.objects.filter(
        visible(actor, Permission.DOSSIER_VIEW),
        agency=which.agency_id,
        register_year=which.year,
    )
    given = {
        "procedure_version__sector__code": which.sector,
        "unit": which.unit_id,
        "received_on__gte": which.first,
        "received_on__lte": which.last,
    }
    found = found.filter(**{name: value for name, value in given.items() if value})
    if which.late:
        found = found.filter(_late(at))
    if which.open:
        found = found.filter(ended_at__isnull=True)
    return found.filter(holding(which.text))


def _late(at: datetime) -> Q:
    return Q(timeliness=str(Timeliness.OVERDUE)) | filters.overdue(at)


COLUMNS = (
    "pk",
    "register_number",
    "code",
    "procedure_version__name",
    "sets",
    "owner_name",
    "competent_agency_id",
    "unit_id",
    "received_at",
    "due_at",
    "due_soon_at",
    "returned_at",
    "return_method",
    "stage",
    "timeliness",
    "note",
    "clock",
    "agency_id",
    "original_due_at",
)


def _lines(found: QuerySet[Dossier], count: int, which: RegisterFilter) -> list[RegisterLine]:
    values = list(found.order_by("register_number").values(*COLUMNS)[:count])
    ids = [value["pk"] for value in values]
    owners = DossierParty.objects.filter(dossier__in=ids, role=str(PartyRole.OWNER))
    people = {one.dossier_id: one for one in owners}
    given = [value["pk"] for value in values if value["returned_at"]]
    receivers = HandOver.objects.filter(dossier__in=given).order_by("seq")
    names = dict(receivers.values_list("dossier", "recipient_name"))
    givers = who_did("dossier", RETURNED, given)
    handlers = _handlers(values, which)
    return [
        _line(value, people[value["pk"]], names, givers, handlers[value["pk"]]) for value in values
    ]


def _line(
    value: dict[str, Any],
    owner: DossierParty,
    names: dict[int, str],
    givers: dict[int, str],
    handled_by: str,
) -> RegisterLine:
    same = ("code", "sets", "owner_name", "received_at", "due_at", "due_soon_at", "returned_at")
    return RegisterLine(
        **{name: value[name] for name in same},
        number=value["register_number"],
        procedure_name=value["procedure_version__name"],
        address=owner.address,
        phone=owner.phone,
        handled_by=handled_by,
        taken_over_at=_taken_over_at(value),
        returned_by=givers.get(value["pk"], ""),
        returned_to=names.get(value["pk"], ""),
        return_method=value["return_method"],
        stage=Stage(value["stage"]),
        timeliness=value["timeliness"],
        note=value["note"],
    )


def _taken_over_at(value: dict[str, Any]) -> datetime | None:
    """When the agency that settles it received what another had received for it."""
    is_elsewhere = value["competent_agency_id"] != value["agency_id"]
    if not is_elsewhere or value["original_due_at"] is None:
        return None
    return datetime.fromisoformat(orjson.loads(value["clock"])["received_at"])


def _handlers(values: list[dict[str, Any]], which: RegisterFilter) -> dict[int, str]:
    """Of each line: the other agency where another settles it, as it was called on the day of the
    reception, else the unit, else nobody in particular. Two queries, whatever the days."""
    elsewhere = {
        value["pk"]: (value["competent_agency_id"], local_day(value["received_at"]))
        for value in values
        if value["competent_agency_id"] != which.agency_id
    }
    agencies = names_on(frozenset(elsewhere.values()))
    here = {value["pk"]: value["unit_id"] for value in values if value["pk"] not in elsewhere}
    units = unit_places(frozenset(unit_id for unit_id in here.values() if unit_id))
    found = {pk: agencies[asked] for pk, asked in elsewhere.items()}
    return found | {pk: units[unit_id].name if unit_id else "" for pk, unit_id in here.items()}


def sectors_in(actor: Actor, which: RegisterFilter) -> dict[str, str]:
    """The sectors that occur in the book, by code. One query."""
    rows = Dossier.objects.filter(
        visible(actor), agency=which.agency_id, register_year=which.year
    ).order_by("procedure_version__sector__name")
    names = ("procedure_version__sector__code", "procedure_version__sector__name")
    return dict(rows.values_list(*names).distinct())
