"""The arithmetic of a report, checked on what is told rather than on how it was counted. Pure.

Basis: law.md 8.1: (3)=(4)+(5)+(6), (7)=(8)+(9)+(10), (11)=(12)+(13), (3)=(7)+(11), the parts are the
whole, and (6) is (11) of the period before. Work handed to another agency within the period leaves
(3) without being settled or open; where there is any, it has a column of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from motcua.reports.vocabulary import Check, Figures, Identity, Report, Row

SUMS: Final[Mapping[Identity, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    Identity.RECEIVED: (("received",), ("received-online", "received-direct", "carried")),
    Identity.SETTLED: (("settled",), ("settled-early", "settled-on-time", "settled-overdue")),
    Identity.OPEN: (("open",), ("open-in-time", "open-overdue")),
    Identity.BALANCE: (("received",), ("settled", "open", "handed-on")),
}
"""Both sides of each, by the codes of indicators; columns shown only `if_any` may be missing."""
HANDED_ON: Final = "handed-on"
COMES_IN: Final = frozenset({"received", "carried"})
"""What one part hands to another is in these of both, and comes in only once to the whole."""


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
    right = tuple(code for code in right if code != HANDED_ON or code in places)
    if not {*left, *right} <= places.keys():
        return []
    faults = []
    for row in (*report.rows, report.total):
        sides = [sum(row.cells[places[code]].count for code in side) for side in (left, right)]
        if sides[0] != sides[1]:
            faults.append(_fault(identity, row.key, sides[0], sides[1]))
    return faults or [Check(identity=identity, holds=True)]


def _down(report: Report) -> list[Check]:
    """Each number of a row is the sum of those right below it; that of the total, of the outermost.

    What parts hand to one another within the period is no hand-over of the whole: it is taken off.
    """
    codes = [column.code for column in report.columns]
    faults = []
    for above, below in _families(report):
        if below:
            inside = _handed_inside(codes, above, below)
            for place, code in enumerate(codes):
                less = inside if code in COMES_IN or code == HANDED_ON else 0
                faults += _place_down(above, below, place, less)
    return faults or [Check(identity=Identity.CHILDREN, holds=True)]


def _handed_inside(codes: list[str], above: Row, below: list[Row]) -> int:
    if HANDED_ON not in codes:
        return 0
    place = codes.index(HANDED_ON)
    return sum(row.cells[place].count for row in below) - above.cells[place].count


def _place_down(above: Row, below: list[Row], place: int, less: int) -> list[Check]:
    cell = above.cells[place]
    pairs = [(cell.count, sum(row.cells[place].count for row in below) - less)]
    if cell.whole is not None:
        pairs.append((cell.whole, sum(row.cells[place].whole or 0 for row in below)))
    return [
        _fault(Identity.CHILDREN, above.key, whole, parts)
        for whole, parts in pairs
        if whole != parts
    ]


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


def follows(total: Figures, open_before: int) -> Check:
    """(6), less what came from elsewhere, is (11) at the end of the day before the period."""
    left = total.carried - total.came
    if left == open_before:
        return Check(identity=Identity.PREVIOUS, holds=True)
    return _fault(Identity.PREVIOUS, "total", left, open_before)


def _fault(identity: Identity, row_key: str, left: int, right: int) -> Check:
    return Check(identity=identity, holds=False, row_key=row_key, left=left, right=right)
