"""The arithmetic of II.06a: what is right passes, and every broken number is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.reports.rules.definitions import II06A
from motcua.reports.rules.identities import follows, identities
from motcua.reports.vocabulary import (
    Column,
    Counted,
    Figures,
    Identity,
    Report,
    ReportName,
    ReportPeriod,
    Row,
    RowKind,
    Told,
)

DAY = date(2026, 6, 14)
SMALL = st.integers(0, 50)


@st.composite
def balanced(draw: st.DrawFn) -> Figures:
    """Figures in which everything received was settled or is open."""
    settled = {name: draw(SMALL) for name in ("early", "on_time", "overdue")}
    opened = {name: draw(SMALL) for name in ("open_in_time", "open_overdue")}
    left = sum(settled.values()) + sum(opened.values())
    received = {}
    for name in ("carried", "online", "desk"):
        received[name] = draw(st.integers(0, left))
        left -= received[name]
    return Figures(**settled, **opened, **received, post=left)


def _row(kind: RowKind, key: str, depth: int, figures: Figures) -> Row:
    cells = tuple(one.of(Counted(whole=figures)) for one in II06A.indicators(DAY))
    return Row(kind=kind, key=key, code="", label=key, depth=depth, cells=cells)


def report_of(sectors: list[list[Figures]]) -> Report:
    rows: list[Row] = []
    total = Figures()
    for place, procedures in enumerate(sectors):
        sector = sum(procedures, Figures())
        total += sector
        rows.append(_row(RowKind.SECTOR, f"sector/{place}", 0, sector))
        rows += [
            _row(RowKind.PROCEDURE, f"procedure/{place}.{at}", 1, one)
            for at, one in enumerate(procedures)
        ]
    return Report(
        name=ReportName.II06A,
        version=1,
        form="",
        title="",
        measure="",
        source="",
        agency=Told(slug="x", name="X"),
        unit=None,
        agencies=(),
        with_subordinates=False,
        period=ReportPeriod(from_day=DAY, until_day=DAY),
        period_words="",
        columns=tuple(
            Column(
                code=plan.indicator,
                version=1,
                number=plan.number,
                head="",
                group="",
                is_share=False,
                opens=True,
            )
            for plan in II06A.columns
        ),
        rows=tuple(rows),
        total=_row(RowKind.TOTAL, "total", 0, total),
        checks=(),
        counted_at=datetime(2026, 6, 15, tzinfo=UTC),
    )


SECTORS = st.lists(st.lists(balanced(), max_size=3), max_size=3)


@given(SECTORS)
def test_a_report_counted_right_has_no_fault(sectors: list[list[Figures]]) -> None:
    checks = identities(report_of(sectors))
    assert [check.identity for check in checks] == [
        Identity.RECEIVED,
        Identity.SETTLED,
        Identity.OPEN,
        Identity.BALANCE,
        Identity.CHILDREN,
    ]
    assert all(check.holds for check in checks)


@given(SECTORS.filter(any), st.data())
def test_any_one_number_changed_is_found_and_named(
    sectors: list[list[Figures]], data: st.DataObject
) -> None:
    right = report_of(sectors)
    at = data.draw(st.integers(0, len(right.rows) - 1))
    column = data.draw(st.integers(0, len(right.columns) - 1))
    row = right.rows[at]
    cells = list(row.cells)
    cells[column] = replace(cells[column], count=cells[column].count + 1)
    rows = list(right.rows)
    rows[at] = replace(row, cells=tuple(cells))
    faults = [one for one in identities(replace(right, rows=tuple(rows))) if not one.holds]
    across = {one.identity for one in faults if one.row_key == row.key} - {Identity.CHILDREN}
    assert across
    assert Identity.CHILDREN in {one.identity for one in faults}


@pytest.mark.parametrize(("open_before", "holds"), [(7, True), (8, False)])
def test_what_was_carried_is_what_was_open_the_day_before(open_before: int, holds: bool) -> None:
    check = follows(Figures(carried=9, came=2, open_in_time=9), open_before)
    assert (check.identity, check.holds) == (Identity.PREVIOUS, holds)
