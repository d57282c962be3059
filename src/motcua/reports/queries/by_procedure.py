"""Rows by sector and procedure: the report II.06a, and the share of what is filed online."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter

from motcua.dossiers.queries.figures import Axis
from motcua.kernel.sorting import sort_key
from motcua.procedures.queries.labels import ProcedureLabel, procedure_labels
from motcua.reports.composing import Line
from motcua.reports.queries.counting import Counting
from motcua.reports.vocabulary import Counted, RowKind


def sector_lines(counting: Counting) -> tuple[list[Line], Counted]:
    """Sectors in Vietnamese order, under each its procedures by code."""
    by_sector: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for label, counted in _counted(counting):
        sector = (label.sector_code, label.sector_name)
        by_sector[sector].append(_line(label, counted, depth=1))
    lines: list[Line] = []
    for (code, name), procedures in sorted(
        by_sector.items(), key=lambda pair: sort_key(pair[0][1])
    ):
        whole = _sum(procedures)
        lines.append(
            Line(
                kind=RowKind.SECTOR,
                key=f"sector/{code}",
                code=code,
                label=name,
                depth=0,
                counted=whole,
            )
        )
        lines += procedures
    return lines, _sum(line for line in lines if line.depth == 0)


def procedure_lines(counting: Counting) -> tuple[list[Line], Counted]:
    """Procedures by code, all on one level."""
    lines = [
        _line(label, counted, depth=0, note="" if label.is_filed_online else "not-offered")
        for label, counted in _counted(counting)
        if counted.whole.received_in_period
    ]
    return lines, _sum(lines)


def procedure_key(label: ProcedureLabel) -> str:
    """Names a procedure for good: `procedure/NATIONAL/1.001193`, with the place of a local entry."""
    return "/".join(filter(None, ("procedure", label.scope, label.code, label.place)))


def _counted(counting: Counting) -> list[tuple[ProcedureLabel, Counted]]:
    """Each procedure that counts anything, by code. Two queries or a few more (`sums_of`)."""
    figures = counting.by(Axis.PROCEDURE)
    labels = procedure_labels(figures.keys(), counting.reported.day)
    found = [
        (
            labels[pk],
            Counted(whole=one, offered=one) if labels[pk].is_filed_online else Counted(whole=one),
        )
        for pk, one in figures.items()
    ]
    return sorted(found, key=lambda pair: attrgetter("code", "scope", "place")(pair[0]))


def _line(label: ProcedureLabel, counted: Counted, *, depth: int, note: str = "") -> Line:
    return Line(
        kind=RowKind.PROCEDURE,
        key=procedure_key(label),
        code=label.code,
        label=label.name,
        depth=depth,
        counted=counted,
        note=note,
    )


def _sum(lines: Iterable[Line]) -> Counted:
    return sum((line.counted for line in lines), Counted())
