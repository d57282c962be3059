"""Rows by unit and officer: by the position that had each dossier last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.rows import UnitLabel
from motcua.agencies.successions import slugs_of, unit_labels
from motcua.dossiers.queries.figures import Handled, handled
from motcua.kernel.sorting import person_name_key, sort_key
from motcua.reports.composing import Line
from motcua.reports.queries.counting import Counting
from motcua.reports.vocabulary import Counted, Figures, RowKind

Place = tuple[str, str]
"""Slugs of an agency and a unit; "-" for what lies with no unit."""


def officer_lines(counting: Counting) -> tuple[list[Line], Counted]:
    """Units in Vietnamese order, under each its officers by name; counted from the stays themselves.

    The total is counted from the tallies, so that each proves the other. Five queries or a few more.
    """
    rows = _handled(counting)
    names = names_of(frozenset(row.handler_id for row in rows) - {0})
    units = unit_labels(frozenset(row.unit_id for row in rows) - {0})
    slugs = _slugs(counting, rows, units)
    by_unit: dict[Place, list[Handled]] = defaultdict(list)
    for row in rows:
        unit = units.get(row.unit_id)
        by_unit[slugs[row.agency_id], unit.slug if unit else "-"].append(row)
    named = {(unit.agency_slug, unit.slug): unit for unit in units.values()}
    lines: list[Line] = []
    for place in sorted(by_unit, key=lambda place: _unit_order(named.get(place), place)):
        label = _unit_name(named.get(place), alone=len({one for one, _unit in by_unit}) <= 1)
        lines += _unit(place, label, by_unit[place], names)
    return lines, Counted(whole=counting.whole())


def _slugs(
    counting: Counting, rows: Sequence[Handled], units: Mapping[int, UnitLabel]
) -> Mapping[int, str]:
    """The names of agencies in keys; asked for only where neither unit nor report tells them."""
    known = {part.agency.id: part.agency.slug for part in counting.reported.parts}
    known |= {unit.agency_id: unit.agency_slug for unit in units.values()}
    return known | dict(slugs_of(frozenset(row.agency_id for row in rows) - known.keys()))


def _handled(counting: Counting) -> list[Handled]:
    reported = counting.reported
    found = handled(reported.agency_ids, counting.period, at=counting.at)
    return [row for row in found if reported.unit_id in (None, row.unit_id)]


def _unit_order(unit: UnitLabel | None, place: Place) -> tuple[Any, ...]:
    """By agency; within one, those with no unit last."""
    return (place[0], unit is None, sort_key(unit.name) if unit else (), place[1])


def _unit_name(unit: UnitLabel | None, *, alone: bool) -> str:
    if unit is None:
        return ""
    return unit.name if alone else f"{unit.name}, {unit.agency_short_name}"


def _unit(
    place: Place, label: str, rows: Sequence[Handled], names: Mapping[int, str]
) -> list[Line]:
    """A unit and its officers; who had no position last is told at the end."""
    officers = sorted(rows, key=lambda row: _officer_order(row, names))
    whole = sum((_counted(row) for row in rows), Counted())
    key = "/".join(place)
    head = Line(kind=RowKind.UNIT, key=f"unit/{key}", code="", label=label, depth=0, counted=whole)
    return [head, *(_officer(key, row, names) for row in officers)]


def _officer(key: str, row: Handled, names: Mapping[int, str]) -> Line:
    return Line(
        kind=RowKind.OFFICER,
        key=f"officer/{key}/{row.handler_id or '-'}",
        code="",
        label=names.get(row.handler_id, ""),
        depth=1,
        counted=_counted(row),
    )


def _officer_order(row: Handled, names: Mapping[int, str]) -> tuple[Any, ...]:
    if not row.handler_id:
        return (1,)
    return (0, person_name_key(names.get(row.handler_id, "")), row.handler_id)


def _counted(row: Handled) -> Counted:
    return Counted(
        whole=Figures(
            early=row.early,
            on_time=row.on_time,
            overdue=row.overdue,
            without_result=row.without_result,
            open_in_time=row.open_in_time,
            open_overdue=row.open_overdue,
        )
    )
