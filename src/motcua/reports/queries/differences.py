"""What a closed report would tell if it were counted today, and which dossiers make the difference.

What was told is never changed: a difference is shown beside it, with its cause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from motcua.kernel.actor import Actor
from motcua.reports.queries.building import report
from motcua.reports.queries.causes import Cause, causes_of
from motcua.reports.queries.closed import closed_asked
from motcua.reports.queries.rights import agencies_reported
from motcua.reports.vocabulary import Cell, Report, Row

CAUSES_MAX: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One number: as it was told, and as it is now. None = there was, or is, no such row.

    CAUSES_MAX causes at most; `causes_left`: how many more were found. Without a cause it is not the
    dossiers that have changed but how procedures, units or agencies are called and placed, if
    all were looked at (`Differences.is_complete`).
    """

    row_key: str
    row_label: str
    column_code: str
    column_head: str
    closed: Cell | None
    now: Cell | None
    causes: tuple[Cause, ...]
    causes_left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Every number that differs, in the order of the report. `is_complete`: causes were looked for
    in every dossier behind them; else only in the first `looked_at`."""

    rows: tuple[Difference, ...] = ()
    looked_at: int = 0
    is_complete: bool = True


def differences(actor: Actor, closed_id: int, *, at: datetime) -> Differences:
    """Without rows: every number still holds. Refusals: NotPermitted, NotFound."""
    asked, told = closed_asked(actor, closed_id)
    now = report(actor, asked, at=at)
    found = list(_differing(told, now))
    if not found:
        return Differences()
    reported = agencies_reported(
        actor, asked.agency_id, asked.with_subordinates, at=at, until_day=asked.until_day
    )
    causes = causes_of(told, reported, [(row.key, code) for row, code, *_cells in found])
    return Differences(
        rows=tuple(_difference(one, causes.of.get((one[0].key, one[1]), [])) for one in found),
        looked_at=causes.looked_at,
        is_complete=causes.is_complete,
    )


Differing = tuple[Row, str, str, Cell | None, Cell | None]


def _differing(told: Report, now: Report) -> Iterator[Differing]:
    """Row by row, column by column; a column or row that one of them lacks counts nothing there."""
    heads = {column.code: column.head for column in (*now.columns, *told.columns)}
    before, after = _cells(told), _cells(now)
    for key in dict.fromkeys((*before, *after)):
        row, _cells_of_row = before.get(key) or after[key]
        for code, head in heads.items():
            was = before[key][1].get(code) if key in before else None
            is_now = after[key][1].get(code) if key in after else None
            if _number(was) != _number(is_now):
                yield row, code, head, was, is_now


def _cells(told: Report) -> dict[str, tuple[Row, dict[str, Cell]]]:
    codes = [column.code for column in told.columns]
    return {
        row.key: (row, dict(zip(codes, row.cells, strict=True))) for row in (*told.rows, told.total)
    }


def _number(cell: Cell | None) -> tuple[int, int]:
    return (0, 0) if cell is None else (cell.count, cell.whole or 0)


def _difference(one: Differing, causes: list[Cause]) -> Difference:
    row, code, head, before, after = one
    return Difference(
        row_key=row.key,
        row_label=row.label,
        column_code=code,
        column_head=head,
        closed=before,
        now=after,
        causes=tuple(causes[:CAUSES_MAX]),
        causes_left=max(len(causes) - CAUSES_MAX, 0),
    )
