"""What a closed report would tell if it were counted today, and which dossiers make the difference.

What was told is never changed: a difference is shown beside it, with its cause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from motcua.dossiers.queries.figures import Period
from motcua.dossiers.tallies.changed import Changed, changed_since
from motcua.kernel.actor import Actor
from motcua.reports.queries.building import report
from motcua.reports.queries.closed import closed_asked
from motcua.reports.queries.rights import Reported, agencies_reported
from motcua.reports.queries.spots import SpotKeys, spot_keys
from motcua.reports.rules.indicators import indicator_on
from motcua.reports.rules.recount import Spot, counted
from motcua.reports.vocabulary import Cell, Counted, Figures, Report, Row

CAUSES_MAX: Final = 50


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
class Difference:
    """One number: as it was told, and as it is now. None = there was, or is, no such row.

    Without a cause it is not the dossiers that have changed but how procedures, units or agencies
    are called and placed. CAUSES_MAX causes at most.
    """

    row_key: str
    row_label: str
    column_code: str
    column_head: str
    closed: Cell | None
    now: Cell | None
    causes: tuple[Cause, ...]


def differences(actor: Actor, closed_id: int, *, at: datetime) -> tuple[Difference, ...]:
    """Every number that differs, in the order of the report; none means that it still holds.

    Refusals: NotPermitted, NotFound.
    """
    asked, told = closed_asked(actor, closed_id)
    now = report(actor, asked, at=at)
    found = list(_differing(told, now))
    if not found or told.closing is None:
        return ()
    reported = agencies_reported(
        actor, asked.agency_id, asked.with_subordinates, at=at, until_day=asked.until_day
    )
    period = Period(asked.from_day, asked.until_day)
    changed = list(changed_since(reported.agency_ids, period, told.closing.closed_at))
    causes = _causes(told, changed, reported)
    return tuple(
        Difference(
            row_key=row.key,
            row_label=row.label,
            column_code=code,
            column_head=head,
            closed=before,
            now=after,
            causes=tuple(causes.get((row.key, code), ())[:CAUSES_MAX]),
        )
        for row, code, head, before, after in found
    )


Differing = tuple[Row, str, str, Cell | None, Cell | None]


def _differing(told: Report, now: Report) -> Iterator[Differing]:
    """Row by row, column by column; a column or row that one of them lacks counts nothing there."""
    heads = {column.code: column.head for column in (*now.columns, *told.columns)}
    before, after = _cells(told), _cells(now)
    for key in dict.fromkeys((*before, *after)):
        row, cells = before.get(key) or after[key]
        for code, head in heads.items():
            was = before[key][1].get(code) if key in before else None
            is_now = after[key][1].get(code) if key in after else None
            if _number(was) != _number(is_now):
                yield row, code, head, was, is_now
        assert cells


def _cells(told: Report) -> dict[str, tuple[Row, dict[str, Cell]]]:
    codes = [column.code for column in told.columns]
    return {
        row.key: (row, dict(zip(codes, row.cells, strict=True))) for row in (*told.rows, told.total)
    }


def _number(cell: Cell | None) -> tuple[int, int]:
    return (0, 0) if cell is None else (cell.count, cell.whole or 0)


def _causes(
    told: Report, changed: list[Changed], reported: Reported
) -> Mapping[tuple[str, str], list[Cause]]:
    """By row and column, the facts about the dossiers that count otherwise there."""
    found: dict[tuple[str, str], list[Cause]] = defaultdict(list)
    spans = [(one, *_both(one, told, reported)) for one in changed]
    spots = {spot for _one, before, after in spans for spot in (*before, *after)}
    keys = spot_keys(told.name, reported, spots)
    for one, before, after in spans:
        for place in _moved_cells(told, keys, before, after):
            found[place] += _facts(one)
    return found


def _both(
    one: Changed, told: Report, reported: Reported
) -> tuple[dict[Spot, Figures], dict[Spot, Figures]]:
    """The figures of a dossier in the period, as they were and as they are."""
    period = told.period
    before, after = (
        counted(stays, first=period.from_day, last=period.until_day, agency_ids=reported.agency_ids)
        for stays in (one.before, one.after)
    )
    return before, after


def _moved_cells(
    told: Report, keys: SpotKeys, before: dict[Spot, Figures], after: dict[Spot, Figures]
) -> Iterator[tuple[str, str]]:
    rows: dict[str, list[Counted]] = defaultdict(lambda: [Counted(), Counted()])
    for side, figures in enumerate((before, after)):
        for spot, one in figures.items():
            for key in keys.of(spot):
                rows[key][side] += keys.counted(spot, one)
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
