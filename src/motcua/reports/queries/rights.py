"""Which agencies a report may be about, and of which its figures are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import (
    agencies_tree,
    agency_on,
    day_in_life,
    predecessors_of,
    todays_tree,
)
from motcua.agencies.rows import AgencyRow, TreeRow
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.reports.policies import Sight, sight_of

AGENCIES_OFFERED_MAX = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An agency with those whose figures are told as its own: those it has taken over, and, for a
    subordinate, those below it."""

    agency: AgencyRow
    agency_ids: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Of whom a report is. `parts`: the agency itself first, then each right below it.

    `unit_id` None = of the whole agency. `day`: as things were called and placed then.
    """

    agency: AgencyRow
    parts: tuple[Part, ...]
    unit_id: int | None
    day: date

    @property
    def agency_ids(self) -> frozenset[int]:
        return frozenset().union(*(part.agency_ids for part in self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reportable:
    """What somebody may ask for: `agencies` in the order of the tree, `unit_id` if only a unit of it.

    `left_off`: how many more agencies there are than are offered; each can be named in an address.
    """

    agencies: tuple[TreeRow, ...]
    unit_id: int | None
    may_close: bool
    left_off: int = 0


def agencies_reported(
    actor: Actor,
    agency_id: int,
    with_subordinates: bool = False,  # noqa: FBT001, FBT002  # as `agency with its subordinates` reads
    *,
    at: datetime,
    until_day: date | None = None,
    unit_id: int | None = None,
) -> Reported:
    """Of whom such a report is made: by the tree of its last day, with those taken over by then.

    Refusals: NotPermitted, NotFound (no such agency, or not within the actor's sight).
    """
    sight = sight_of(actor)
    today = local_day(at)
    day = day_in_life(agency_id, min(until_day or today, today))
    agency = agency_on(agency_id, day)
    if agency is None:
        raise NotFound(kind="agency")
    tree = todays_tree if day == today else agencies_tree
    parts = _parts(agency, day, tree if with_subordinates else None)
    seen_unit = _unit_seen(sight, agency, parts)
    if seen_unit is not None and unit_id not in (None, seen_unit):
        raise NotFound(kind="unit")
    return Reported(
        agency=agency,
        parts=parts,
        unit_id=unit_id if seen_unit is None else seen_unit,
        day=day,
    )


def _unit_seen(sight: Sight, agency: AgencyRow, parts: tuple[Part, ...]) -> int | None:
    """The only unit whose figures are seen; None for all. Refusals: NotFound.

    Who sees an agency sees what it has taken over.
    """
    seen = sight.deep_ids if len(parts) > 1 else sight.agency_ids
    if sight.everything or agency.id in seen:
        return None
    if sight.unit_agency_id == agency.id and len(parts) == 1:
        return sight.unit_id
    raise NotFound(kind="agency")


def _parts(
    agency: AgencyRow, day: date, tree: Callable[[date], tuple[TreeRow, ...]] | None
) -> tuple[Part, ...]:
    """Without a tree the agency alone."""
    itself = Part(agency=agency, agency_ids=predecessors_of(agency.id, day) | {agency.id})
    if tree is None:
        return (itself,)
    rows = [row.agency for row in tree(day)]
    taken = itself.agency_ids
    parts = [itself]
    for row in rows:
        if row.parent_id == agency.id:
            below = _line_below(row.id, rows)
            ids = below.union(*(predecessors_of(one, day) for one in below)) - taken
            taken |= ids
            parts.append(Part(agency=row, agency_ids=ids))
    return tuple(parts)


def _line_below(agency_id: int, rows: list[AgencyRow]) -> frozenset[int]:
    """The agency and all below it, from the rows of a tree, parents before children."""
    found = {agency_id}
    for row in rows:
        if row.parent_id in found:
            found.add(row.id)
    return frozenset(found)


def places_reported(actor: Actor, *, at: datetime) -> Reportable:
    """The agencies that the actor may choose from, AGENCIES_OFFERED_MAX at most. One query, kept.

    Refusals: NotPermitted.
    """
    sight = sight_of(actor)
    rows = todays_tree(local_day(at))
    if not sight.everything:
        seen = sight.agency_ids | ({sight.unit_agency_id} - {None})
        rows = tuple(row for row in rows if row.agency.id in seen)
    only_unit = sight.unit_agency_id is not None and not sight.agency_ids
    return Reportable(
        agencies=rows[:AGENCIES_OFFERED_MAX],
        unit_id=sight.unit_id if only_unit else None,
        may_close=bool(may(actor, Permission.REPORT_CLOSE)),
        left_off=max(len(rows) - AGENCIES_OFFERED_MAX, 0),
    )
