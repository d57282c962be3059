"""What each report consists of: its rows, its columns, its arithmetic. One table, name → definition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.reports.rules.indicators import Indicator, indicator_on
from motcua.reports.vocabulary import Identity, ReportName, RowKind

EVERY: Final = tuple(Identity)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPlan:
    """An indicator in a column; `number` is what the form prints under its head, `group` a code of
    `wording.GROUPS`. `if_any`: shown only where it counts something."""

    indicator: str
    number: str = ""
    group: str = ""
    if_any: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One version of a report. `rows`: what they are about, outer first; a total always follows."""

    name: ReportName
    version: int
    valid_from: date
    form: str
    source: str
    rows: tuple[RowKind, ...]
    columns: tuple[ColumnPlan, ...]
    identities: tuple[Identity, ...] = EVERY

    def indicators(self, day: date) -> tuple[Indicator, ...]:
        """Those of the columns, each in its version in force."""
        return tuple(indicator_on(column.indicator, day) for column in self.columns)


def _plans(group: str, *pairs: tuple[str, str]) -> tuple[ColumnPlan, ...]:
    return tuple(
        ColumnPlan(indicator=indicator, number=number, group=group) for indicator, number in pairs
    )


_HANDED_ON: Final = ColumnPlan(indicator="handed-on", if_any=True)
"""Forms have no column for it; where agencies hand work over within the period, the sums need it."""
_SETTLED: Final = ("settled", "settled-early", "settled-on-time", "settled-overdue")
_OPEN: Final = ("open", "open-in-time", "open-overdue")


def _unnumbered(group: str, *codes: str) -> tuple[ColumnPlan, ...]:
    return _plans(group, *((code, "") for code in codes))


II06A: Final = Definition(
    name=ReportName.II06A,
    version=1,
    valid_from=date(2020, 10, 21),
    form="II.06a/VPCP/KSTT",
    source="TT 01/2020/TT-VPCP",
    rows=(RowKind.SECTOR, RowKind.PROCEDURE),
    columns=(
        *_plans(
            "received",
            ("received", "3"),
            ("received-online", "4"),
            ("received-direct", "5"),
            ("carried", "6"),
        ),
        *_plans("settled", *zip(_SETTLED, ("7", "8", "9", "10"), strict=True)),
        *_plans("open", *zip(_OPEN, ("11", "12", "13"), strict=True)),
        _HANDED_ON,
    ),
)
ON_TIME: Final = Definition(
    name=ReportName.ON_TIME,
    version=1,
    valid_from=date(2020, 10, 21),
    form="",
    source="Design; QĐ 766/QĐ-TTg, II",
    rows=(RowKind.AGENCY,),
    columns=(
        *_unnumbered("received", "received", "carried"),
        *_unnumbered("settled", *_SETTLED, "without-result", "on-time-share"),
        *_unnumbered("open", *_OPEN),
        _HANDED_ON,
    ),
    identities=tuple(one for one in Identity if one is not Identity.RECEIVED),
)
ONLINE_SHARE: Final = Definition(
    name=ReportName.ONLINE_SHARE,
    version=1,
    valid_from=date(2020, 10, 21),
    form="",
    source="Design; QĐ 766/QĐ-TTg, III",
    rows=(RowKind.PROCEDURE,),
    columns=(
        *_unnumbered(
            "received-in-period",
            "received-in-period",
            "received-online",
            "received-desk",
            "received-post",
        ),
        *_unnumbered("shares", "online-share", "received-offered", "online-share-offered"),
    ),
    identities=(Identity.CHILDREN,),
)
OFFICERS: Final = Definition(
    name=ReportName.OFFICERS,
    version=1,
    valid_from=date(2020, 10, 21),
    form="",
    source="Design",
    rows=(RowKind.UNIT, RowKind.OFFICER),
    columns=(
        *_unnumbered("settled", *_SETTLED, "without-result", "on-time-share"),
        *_unnumbered("open", *_OPEN),
    ),
    identities=(Identity.SETTLED, Identity.OPEN, Identity.CHILDREN),
)

DEFINITIONS: Final[Mapping[ReportName, tuple[Definition, ...]]] = {
    one.name: (one,) for one in (II06A, ON_TIME, ONLINE_SHARE, OFFICERS)
}
"""Every version of each, oldest first."""


def definition_on(name: ReportName, day: date) -> Definition:
    """The version in force on that day; before the first there was, the first."""
    versions = DEFINITIONS[name]
    in_force = [one for one in versions if one.valid_from <= day]
    return in_force[-1] if in_force else versions[0]
