"""The arithmetic of a report, checked on what is told rather than on how it was counted. Pure.

Basis: law.md 8.1: (3)=(4)+(5)+(6), (7)=(8)+(9)+(10), (11)=(12)+(13), (3)=(7)+(11), the parts are the
whole, and (6) is (11) of the period before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from motcua.reports.vocabulary import Check, Identity, Report, Row

SUMS: Final[Mapping[Identity, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    Identity.RECEIVED: (("received",), ("received-online", "received-direct", "carried")),
    Identity.SETTLED: (("settled",), ("settled-early", "settled-on-time", "settled-overdue")),
    Identity.OPEN: (("open",), ("open-in-time", "open-overdue")),
    Identity.BALANCE: (("received",), ("settled", "open")),
}
"""Both sides of each, by the codes of indicators."""


def identities(report: Report, *, asked: Iterable[Identity] = tuple(Identity)) -> tuple[Check, ...]:
    """Every identity whose columns the report has: whether it holds, and where it does not.

    One check for each that holds everywhere, one for each row in which it does not.
    """
    found: list[Check] = []
    for identity in asked:
        if identity in SUMS:
            found += _across(report, identity)
        elif identity is Identity.CHILDREN:
            found += _down(report)
    return tuple(found)


def _across(report: Report, identity: Identity) -> list[Check]:
    places = {column.code: place for place, column in enumerate(report.columns)}
    left, right = SUMS[identity]
    if not {*left, *right} <= places.keys():
        return []
    faults = []
    for row in (*report.rows, report.total):
        sides = [sum(row.cells[places[code]].count for code in side) for side in (left, right)]
        if sides[0] != sides[1]:
            faults.append(_fault(identity, row.key, sides[0], sides[1]))
    return faults or [Check(identity=identity, holds=True)]


def _down(report: Report) -> list[Check]:
    """Each number of a row is the sum of those right below it; that of the total, of the outermost."""
    faults = []
    for above, below in _families(report):
        if not below:
            continue
        for place in range(len(report.columns)):
            for name in ("count", "whole"):
                whole = getattr(above.cells[place], name)
                parts = [getattr(row.cells[place], name) for row in below]
                if whole is not None and whole != sum(parts):
                    faults.append(_fault(Identity.CHILDREN, above.key, whole, sum(parts)))
    return faults or [Check(identity=Identity.CHILDREN, holds=True)]


def _families(report: Report) -> Iterator[tuple[Row, list[Row]]]:
    outermost = min((row.depth for row in report.rows), default=0)
    yield report.total, [row for row in report.rows if row.depth == outermost]
    for place, row in enumerate(report.rows):
        below = []
        for one in report.rows[place + 1 :]:
            if one.depth <= row.depth:
                break
            if one.depth == row.depth + 1:
                below.append(one)
        yield row, below


def follows(report: Report, open_before: int) -> Check:
    """(6) of the total is what was open at the end of the day before the period."""
    place = next(at for at, column in enumerate(report.columns) if column.code == "carried")
    carried = report.total.cells[place].count
    if carried == open_before:
        return Check(identity=Identity.PREVIOUS, holds=True)
    return _fault(Identity.PREVIOUS, report.total.key, carried, open_before)


def _fault(identity: Identity, row_key: str, left: int, right: int) -> Check:
    return Check(identity=identity, holds=False, row_key=row_key, left=left, right=right)
