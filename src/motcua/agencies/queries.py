"""Reading agencies as they are on a day. Answers are kept while the catalogue stands.

Each query costs one look at the catalogue's revision (none inside `one_revision`), plus one query
the first time.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Case, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from motcua.agencies.models import (
    Agency,
    AgencyCode,
    AgencySuccession,
    AgencyVersion,
    Counter,
    DeskName,
    Position,
    Unit,
    UnitSector,
)
from motcua.agencies.rows import (
    AgencyRow,
    CounterRow,
    DeskRow,
    FeedbackRow,
    PositionRow,
    SuccessorRow,
    TreeRow,
    UnitRow,
)
from motcua.agencies.rules.tree import in_reading_order
from motcua.agencies.vocabulary import IDENTIFICATION_SCHEMES
from motcua.database.periods import in_force
from motcua.ledger.caching import kept_by_revision

DEPTH_MAX = 12
"""How deep a line of agencies is followed: no tree of the state is half as deep."""


@kept_by_revision
def agency_on(agency_id: int, day: date) -> AgencyRow | None:
    """The agency as it is on that day; None when it is not in force then. Index: version start."""
    found = _versions(day).filter(agency=agency_id).values(*_AGENCY_FIELDS).first()
    return _agency_row(found) if found else None


@kept_by_revision
def agency_called(slug: str, day: date) -> AgencyRow | None:
    """The agency with this slug as it is on that day."""
    found = _versions(day).filter(agency__slug=slug).values(*_AGENCY_FIELDS).first()
    return _agency_row(found) if found else None


@kept_by_revision
def agency_with_code(code: str, day: date) -> AgencyRow | None:
    """The agency that has this identification code (not a statistics code) on that day."""
    held = AgencyCode.objects.filter(in_force(day), code=code, scheme__in=IDENTIFICATION_SCHEMES)
    agency_id = held.order_by("id").values_list("agency_id", flat=True).first()
    return agency_on(agency_id, day) if agency_id else None


def agencies_tree(day: date) -> tuple[TreeRow, ...]:
    """All agencies of a day, parents before children, siblings in Vietnamese order. One query."""
    rows = [_agency_row(found) for found in _versions(day).values(*_AGENCY_FIELDS)]
    ordered = in_reading_order(rows)
    return tuple(TreeRow(agency=row, depth=depth) for row, depth in ordered)


@kept_by_revision
def todays_tree(today: date) -> tuple[TreeRow, ...]:
    """The same of the day that everybody asks for; kept, so not for days that somebody chooses."""
    return agencies_tree(today)


@kept_by_revision
def subtree_ids(agency_id: int, day: date) -> frozenset[int]:
    """The agency and all below it on that day. One recursive query."""
    return frozenset(_walk(_BELOW, agency_id, day))


@kept_by_revision
def agencies_under(agency_id: int, day: date) -> tuple[AgencyRow, ...]:
    """The agency and all below it on that day, as they are then. Two queries, however many."""
    found = _versions(day).filter(agency__in=subtree_ids(agency_id, day)).order_by("agency_id")
    return tuple(_agency_row(row) for row in found.values(*_AGENCY_FIELDS))


@kept_by_revision
def ancestors(agency_id: int, day: date) -> tuple[int, ...]:
    """The agencies above, nearest first; outside its life span, those of its nearest day.

    What a predecessor began goes on under its successor's calendar and pattern, whatever the day.
    Two queries.
    """
    within = day_in_life(agency_id, day)
    return tuple(found for found in _walk(_ABOVE, agency_id, within) if found != agency_id)


@kept_by_revision
def day_in_life(agency_id: int, day: date) -> date:
    """The day itself, or the nearest on which there was such an agency. One query."""
    span = Agency.objects.filter(pk=agency_id).values_list("valid_from", "valid_until").first()
    if span is None:
        return day
    begun, ended = span
    last = ended - timedelta(days=1) if ended else day
    return max(begun, min(day, last))


@kept_by_revision
def desk_of(agency_id: int, day: date) -> DeskRow | None:
    """The one-stop desk of the agency on that day: the oldest, if it has several."""
    desks = desks_of(agency_id, day)
    return desks[0] if desks else None


@kept_by_revision
def desks_of(agency_id: int, day: date) -> tuple[DeskRow, ...]:
    """All one-stop desks of the agency on that day, oldest first."""
    names = DeskName.objects.filter(in_force(day), in_force(day, "desk__"), desk__agency=agency_id)
    found = names.order_by("desk__valid_from", "desk_id")
    fields = found.values_list("desk_id", "desk__agency_id", "desk__slug", "name", "kind")
    return tuple(
        DeskRow(id=pk, agency_id=agency, slug=slug, name=name, kind=kind)
        for pk, agency, slug, name, kind in fields
    )


@kept_by_revision
def agencies_with_desk(today: date) -> tuple[AgencyRow, ...]:
    """Those at whose one-stop desk something can be handed in, in the order of the tree. Two queries;
    kept, so not for days that somebody chooses."""
    names = DeskName.objects.filter(in_force(today), in_force(today, "desk__"))
    with_desk = frozenset(names.values_list("desk__agency_id", flat=True))
    return tuple(row.agency for row in todays_tree(today) if row.agency.id in with_desk)


@kept_by_revision
def counters_of(desk_id: int, day: date) -> tuple[CounterRow, ...]:
    """The counters of a desk on that day, by number."""
    found = Counter.objects.filter(in_force(day), desk=desk_id).order_by("number")
    return tuple(
        CounterRow(id=pk, number=number, name=name)
        for pk, number, name in found.values_list("id", "number", "name")
    )


@kept_by_revision
def units_of(agency_id: int, day: date) -> tuple[UnitRow, ...]:
    """The units of an agency on that day with their sectors. Two queries."""
    sectors: dict[int, list[str]] = defaultdict(list)
    held = UnitSector.objects.filter(in_force(day), unit__agency=agency_id)
    for unit_id, code in held.order_by("sector_code").values_list("unit_id", "sector_code"):
        sectors[unit_id].append(code)
    units = Unit.objects.filter(in_force(day), agency=agency_id).order_by("id")
    return tuple(
        UnitRow(id=pk, slug=slug, name=name, sector_codes=tuple(sectors[pk]))
        for pk, slug, name in units.values_list("id", "slug", "name")
    )


def place_name(agency_id: int, unit_id: int | None, day: date) -> str:
    """`Phòng Kinh tế, Ủy ban nhân dân xã Gia Lâm`, as both are called that day; "" for what is not. No
    query for another day of the same agency."""
    named = _names_of(agency_id)
    held = {unit: name for unit, since, until, name in named if _holds(since, until, day)}
    parts = (held.get(unit_id, "") if unit_id else "", held.get(None, ""))
    return ", ".join(part for part in parts if part)


def _holds(since: date, until: date | None, day: date) -> bool:
    return since <= day and (until is None or day < until)


@kept_by_revision
def _names_of(agency_id: int) -> tuple[tuple[int | None, date, date | None, str], ...]:
    """How an agency (None) and its units were called, from when until before when. Two queries."""
    fields = ("valid_from", "valid_until", "name")
    agency = AgencyVersion.objects.filter(agency=agency_id).values_list(*fields)
    units = Unit.objects.filter(agency=agency_id).values_list("id", *fields)
    return (*((None, *one) for one in agency), *units)


@kept_by_revision
def positions_of(agency_id: int, day: date) -> tuple[PositionRow, ...]:
    """The positions of an agency on that day."""
    found = Position.objects.filter(in_force(day), agency=agency_id).order_by("id")
    fields = found.values_list("id", "slug", "title", "unit_id", "unit__name")
    return tuple(
        PositionRow(id=pk, slug=slug, title=title, unit_id=unit_id, unit_name=unit_name or "")
        for pk, slug, title, unit_id, unit_name in fields
    )


@kept_by_revision
def successors_of(agency_id: int) -> tuple[SuccessorRow, ...]:
    """Who came after this agency: by day, the one that takes over first."""
    found = AgencySuccession.objects.filter(predecessor=agency_id)
    return succession_rows(
        found.order_by("effective_date", "-is_default", "id"),
        "successor",
        called=Q(valid_from__lte=OuterRef("effective_date")),
    )


def succession_rows(
    found: QuerySet[AgencySuccession], side: str, *, called: Q
) -> tuple[SuccessorRow, ...]:
    """The agencies on one side of these successions, by the last name of the versions `called`."""
    versions = AgencyVersion.objects.filter(called, agency=OuterRef(side)).order_by("-valid_from")
    rows = found.annotate(name=Subquery(versions.values("name")[:1])).values_list(
        f"{side}_id",
        f"{side}__slug",
        "name",
        "kind",
        "is_default",
        "effective_date",
        "basis",
    )
    return tuple(
        SuccessorRow(
            agency_id=pk,
            slug=slug,
            name=name or slug,
            kind=kind,
            is_default=is_default,
            effective_date=effective_date,
            basis=basis,
        )
        for pk, slug, name, kind, is_default, effective_date, basis in rows
    )


@kept_by_revision
def predecessors_of(agency_id: int, day: date) -> frozenset[int]:
    """The agencies that have ended by that day and whose work this one has taken over by default,
    those before them too."""
    return _with_before(frozenset({agency_id}), _taken_over_by(day)) - {agency_id}


@kept_by_revision
def line_of(agency_id: int, day: date) -> frozenset[int]:
    """The agency and all below it on that day, with the ended agencies that any of them has taken
    over or that were below it when they ended: whoever looks over it may look back. Three queries."""
    return _with_before(subtree_ids(agency_id, day), _taken_over_by(day) + _ended_below(day))


def _with_before(agency_ids: frozenset[int], pairs: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """With those that pass to any of them by these pairs (who ended, where it goes), and so on."""
    before: dict[int, list[int]] = defaultdict(list)
    for old, heir in pairs:
        before[heir].append(old)
    found, waiting = set(agency_ids), list(agency_ids)
    while waiting:
        new = set(before[waiting.pop()]) - found
        found |= new
        waiting += new
    return frozenset(found)


@kept_by_revision
def _ended_below(day: date) -> tuple[tuple[int, int], ...]:
    """Who had ended by that day, each with the one it was last below. One query."""
    ended = AgencyVersion.objects.filter(agency__valid_until__lte=day).order_by("valid_from")
    last = dict(ended.values_list("agency_id", "parent_id"))
    return tuple((agency, parent) for agency, parent in last.items() if parent is not None)


@kept_by_revision
def _taken_over_by(day: date) -> tuple[tuple[int, int], ...]:
    """Who had ended by that day, each with the one that took over by default. One query."""
    heirs = AgencySuccession.objects.filter(is_default=True, effective_date__lte=day)
    return tuple(heirs.values_list("predecessor_id", "successor_id"))


@kept_by_revision
def unit_for_sector(agency_id: int, sector_code: str, day: date) -> int | None:
    """The unit that handles a sector in the agency on that day; the oldest, if several do."""
    held = UnitSector.objects.filter(
        in_force(day), in_force(day, "unit__"), unit__agency=agency_id, sector_code=sector_code
    )
    return held.order_by("unit_id").values_list("unit_id", flat=True).first()


_AGENCY_FIELDS = (
    "agency_id",
    "agency__slug",
    "name",
    "short_name",
    "superior_name",
    "place_name",
    "address",
    "phone",
    "directions",
    "feedback_to",
    "feedback_address",
    "feedback_phone",
    "feedback_email",
    "level__code",
    "level__rank",
    "parent_id",
    "code",
    "code_scheme",
)


def _versions(day: date) -> QuerySet[AgencyVersion, Any]:
    """The versions in force, each with its best identification code."""
    places = [
        When(scheme=scheme, then=Value(at)) for at, scheme in enumerate(IDENTIFICATION_SCHEMES)
    ]
    best = (
        AgencyCode.objects.filter(
            in_force(day), agency=OuterRef("agency"), scheme__in=IDENTIFICATION_SCHEMES
        )
        .annotate(place=Case(*places, output_field=IntegerField()))
        .order_by("place")
    )
    return AgencyVersion.objects.filter(in_force(day), in_force(day, "agency__")).annotate(
        code=Subquery(best.values("code")[:1]), code_scheme=Subquery(best.values("scheme")[:1])
    )


def _agency_row(found: dict[str, Any]) -> AgencyRow:
    return AgencyRow(
        id=found["agency_id"],
        slug=found["agency__slug"],
        name=found["name"],
        short_name=found["short_name"],
        superior_name=found["superior_name"],
        place_name=found["place_name"],
        address=found["address"],
        phone=found["phone"],
        directions=found["directions"],
        feedback=FeedbackRow(
            to=found["feedback_to"],
            address=found["feedback_address"],
            phone=found["feedback_phone"],
            email=found["feedback_email"],
        ),
        level_code=found["level__code"],
        level_rank=found["level__rank"],
        parent_id=found["parent_id"],
        code=found["code"],
        code_scheme=found["code_scheme"],
    )


_BELOW = (
    "WITH RECURSIVE line(id, depth) AS (SELECT id, 0 FROM agencies_agency WHERE id = %s "
    "UNION ALL SELECT v.agency_id, line.depth + 1 FROM agencies_agencyversion v JOIN line "
    "ON v.parent_id = line.id WHERE line.depth < %s "
    "AND v.valid_from <= %s AND (v.valid_until IS NULL OR v.valid_until > %s)) "
    "SELECT id FROM line ORDER BY depth"
)
_ABOVE = (
    "WITH RECURSIVE line(id, depth) AS (SELECT id, 0 FROM agencies_agency WHERE id = %s "
    "UNION ALL SELECT v.parent_id, line.depth + 1 FROM agencies_agencyversion v JOIN line "
    "ON v.agency_id = line.id WHERE v.parent_id IS NOT NULL "
    "AND line.depth < %s AND v.valid_from <= %s "
    "AND (v.valid_until IS NULL OR v.valid_until > %s)) SELECT id FROM line ORDER BY depth"
)


def _walk(statement: str, agency_id: int, day: date) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [agency_id, DEPTH_MAX, day, day])
        return [row[0] for row in cursor.fetchall()]
