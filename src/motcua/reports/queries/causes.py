"""Which dossiers make numbers of a closed report others today: searched behind the rows that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from motcua.dossiers.queries.figures import Period
from motcua.dossiers.tallies.changed import Changed, changed_since
from motcua.procedures.queries.labels import procedures_called
from motcua.reports.queries.rights import Reported
from motcua.reports.queries.spots import SpotKeys, spot_keys
from motcua.reports.rules.indicators import indicator_on
from motcua.reports.rules.recount import Spot, counted
from motcua.reports.vocabulary import Counted, Figures, Report, RowKind

LOOKED_AT_MAX: Final = 20_000
"""Dossiers looked at: about so many; beyond, it is told that not all were."""
Place = tuple[str, str]
"""A row and a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A fact recorded after the closing, about a dossier that this number has changed by. `payload`
    is for its sentence (`dossiers.wording.FACTS`)."""

    dossier_code: str
    fact_code: str
    recorded_at: datetime
    by: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """By row and column. `is_complete`: every dossier behind the rows that differ was looked at."""

    of: Mapping[Place, list[Cause]] = field(default_factory=dict)
    looked_at: int = 0
    is_complete: bool = True


@dataclass(frozen=True, slots=True)
class _Otherwise:
    """A dossier that counts otherwise in the period: before, and now."""

    changed: Changed
    before: dict[Spot, Figures]
    after: dict[Spot, Figures]


def causes_of(told: Report, reported: Reported, differing: Collection[Place]) -> Causes:
    """The facts about the dossiers that count otherwise, for each of the places that differ.

    Only behind rows that differ: four queries for each 500 stays there, and four to name them.
    """
    if told.closing is None or not differing:
        return Causes()
    found, looked_at, is_complete = _search(told, reported, {row for row, _column in differing})
    spots = {spot for one in found for spot in (*one.before, *one.after)}
    keys = spot_keys(told.name, reported, spots)
    causes: dict[Place, list[Cause]] = defaultdict(list)
    for one in found:
        for place in _moved_cells(told, keys, one):
            causes[place] += _facts(one.changed)
    return Causes(of=causes, looked_at=looked_at, is_complete=is_complete)


def _search(
    told: Report, reported: Reported, row_keys: Collection[str]
) -> tuple[list[_Otherwise], int, bool]:
    """Those found, how many were looked at, whether these were all."""
    found: list[_Otherwise] = []
    looked_at = 0
    period = Period(told.period.from_day, told.period.until_day)
    pieces = changed_since(
        _agencies(reported, row_keys),
        period,
        told.closing.closed_at if told.closing else told.counted_at,
        procedure_ids=_procedures(row_keys),
    )
    for piece in pieces:
        if looked_at >= LOOKED_AT_MAX:
            return found, looked_at, False
        looked_at += piece.looked_at
        both = (_both(one, period, reported) for one in piece.changed)
        found += [one for one in both if one.before != one.after]
    return found, looked_at, True


def _agencies(reported: Reported, row_keys: Collection[str]) -> frozenset[int]:
    """Where a report has a row an agency, those whose rows differ; else all."""
    slugs = _named(row_keys, RowKind.AGENCY)
    parts = [part.agency_ids for part in reported.parts if part.agency.slug in slugs]
    return frozenset().union(*parts) if slugs else reported.agency_ids


def _procedures(row_keys: Collection[str]) -> frozenset[int] | None:
    """Where a report has a row a procedure, those whose rows differ; None for all. One query."""
    named = _named(row_keys, RowKind.PROCEDURE)
    return procedures_called(frozenset(map(_identity, named))) if named else None


def _identity(key: str) -> tuple[str, str, str]:
    scope, _slash, rest = key.partition("/")
    code, _slash, place = rest.partition("/")
    return scope, code, place


def _named(row_keys: Collection[str], kind: RowKind) -> frozenset[str]:
    prefix = f"{kind.lower()}/"
    return frozenset(key.removeprefix(prefix) for key in row_keys if key.startswith(prefix))


def _both(one: Changed, period: Period, reported: Reported) -> _Otherwise:
    """The figures of a dossier in the period, as they were and as they are."""
    first, last, agency_ids = period.from_day, period.until_day, reported.agency_ids
    before, after = (
        counted(stays, first=first, last=last, agency_ids=agency_ids)
        for stays in (one.before, one.after)
    )
    return _Otherwise(one, before, after)


def _moved_cells(told: Report, keys: SpotKeys, one: _Otherwise) -> Iterator[Place]:
    rows: dict[str, list[Counted]] = defaultdict(lambda: [Counted(), Counted()])
    for side, figures in enumerate((one.before, one.after)):
        for spot, counts in figures.items():
            for key in keys.of(spot):
                rows[key][side] += keys.counted(spot, counts)
    for key, (was, now) in rows.items():
        for column in told.columns:
            indicator = indicator_on(column.code, told.period.until_day)
            if indicator.of(was) != indicator.of(now):
                yield key, column.code


def _facts(one: Changed) -> Iterator[Cause]:
    for fact in one.since:
        yield Cause(
            dossier_code=one.code,
            fact_code=fact.code,
            recorded_at=fact.recorded_at,
            by=str(fact.actor.get("name", "")),
            payload=fact.payload,
        )
