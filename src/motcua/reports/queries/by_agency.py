"""Rows by agency: the agency itself, then each right below it with all that is below that one."""

from __future__ import annotations

from motcua.dossiers.queries.figures import Axis
from motcua.reports.composing import Line
from motcua.reports.queries.counting import Counting
from motcua.reports.queries.rights import Part
from motcua.reports.vocabulary import Counted, Figures, RowKind


def agency_lines(counting: Counting) -> tuple[list[Line], Counted]:
    """One line a part. The total is counted on its own, so that the parts prove it.

    Two calls of `sums_of`; one more for each part whose agencies handed work to one another.
    """
    each = counting.by(Axis.AGENCY)
    parts = counting.reported.parts
    lines = [
        _line(part, _figures(counting, part, each), itself=place == 0 and len(parts) > 1)
        for place, part in enumerate(parts)
    ]
    return lines, Counted(whole=counting.whole())


def _figures(counting: Counting, part: Part, each: dict[int, Figures]) -> Figures:
    own = [each[pk] for pk in part.agency_ids if pk in each]
    if len(own) > 1 and any(one.handed_on for one in own):
        return counting.of(part.agency_ids)
    return sum(own, Figures())


def _line(part: Part, figures: Figures, *, itself: bool) -> Line:
    return Line(
        kind=RowKind.AGENCY,
        key=f"agency/{part.agency.slug}",
        code=part.agency.code or "",
        label=part.agency.name,
        depth=0,
        counted=Counted(whole=figures),
        note="itself" if itself else "",
    )
