"""The tables of docs/explain/fees.md, run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from motcua.procedures.importing.reading import read_document
from motcua.procedures.rules.content import ExemptionRule, Fee
from motcua.procedures.rules.fees import FeeCase, preferences, work_out
from motcua.procedures.shipped import overlay, shipped_catalogue
from motcua.procedures.vocabulary import Channel, FeeKind, FeeUnit, Preference

PAGE = Path(__file__).parents[2] / "docs/explain/fees.md"
EXAMPLES = {
    "example-preferences": (
        Fee(
            id=1,
            kind=FeeKind.CHARGE,
            amount_vnd=15_000,
            exemptions=(
                ExemptionRule(group=Preference.POOR_HOUSEHOLD, percent=100),
                ExemptionRule(group=Preference.ELDERLY, percent=50),
                ExemptionRule(group=Preference.CHILD, percent=30),
            ),
        ),
    ),
    "example-free-pages": (
        Fee(
            id=1,
            kind=FeeKind.FEE,
            amount_vnd=3000,
            per=FeeUnit.PAGE,
            free_units=2,
            cap_vnd=10_000,
        ),
    ),
}
SHIPPED = {
    record.code: record.content.fees
    for record in read_document(shipped_catalogue(), overlay()).records
    if record.valid_until is None
}


def worked_rows() -> list[tuple[str, list[str]]]:
    rows, name = [], ""
    for line in PAGE.read_text().splitlines():
        marker = re.match(r"<!-- fees: (\S+) -->", line)
        name = marker.group(1) if marker else name
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        rows += [(name, cells)] if name and re.match(r"\|\s*\d", line) else []
    return rows


ROWS = worked_rows()


def test_the_page_has_tables() -> None:
    assert len({name for name, _ in ROWS}) == 5


@pytest.mark.parametrize(("name", "cells"), ROWS, ids=[f"{name} {cells}" for name, cells in ROWS])
def test_a_worked_row_is_right(name: str, cells: list[str]) -> None:
    pages, copies, channel, groups, total = cells
    case = FeeCase(
        pages=int(pages),
        copies=int(copies),
        channel=Channel(channel),
        groups=preferences([group.strip() for group in groups.split(",") if group.strip()]),
    )
    fees = EXAMPLES.get(name) or SHIPPED[name]
    assert work_out(fees, case).total_vnd == int(total)
