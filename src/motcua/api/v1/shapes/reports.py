"""Reports, indicators, closed periods."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from motcua.api.v1.shapes.fields import (
    Asked,
    Cursor,
    Day,
    DayIn,
    Given,
    Line,
    Moment,
    PageSize,
    Told,
    YesNo,
)
from motcua.kernel.paging import PAGE_ROWS
from motcua.reports.vocabulary import (
    Direction,
    Identity,
    IndicatorUnit,
    PeriodKind,
    ReportName,
    RowKind,
)

AGENCY = "Identification code or short name (`slug`) of the agency; left out: your own."
FORMATS = Literal["json", "xlsx", "pdf"]


class ReportQuery(Asked):
    """Which report, of whom, over which days."""

    agency: Line = Field("", description=AGENCY)
    from_day: DayIn = Field(alias="from", description="First day.")
    until_day: DayIn = Field(alias="to", description="Last day, included.")
    subordinates: bool = Field(default=False, description="With all agencies below.")
    format: FORMATS = "json"
    recount: bool = Field(default=False, description="Count now, also where the period is closed.")


class BehindQuery(Asked):
    """Which number of which report."""

    agency: Line = Field("", description=AGENCY)
    from_day: DayIn = Field(alias="from")
    until_day: DayIn = Field(alias="to")
    subordinates: bool = False
    row: Line = Field("total", description="`key` of the row.")
    column: Line = Field(description="`code` of the column.")
    cursor: Annotated[str, Field(pattern=r"^[0-9-]{0,60}$")] = ""
    size: PageSize = PAGE_ROWS


class ClosedQuery(Asked):
    """Which closed reports; everything is optional."""

    agency: Line = Field(
        "", description="Identification code or `slug`; left out: all you may see."
    )
    name: ReportName | None = None
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


class FormatQuery(Asked):
    """In which form."""

    format: FORMATS = "json"


class CloseIn(Given):
    """The period to be closed, of your own agency."""

    from_day: DayIn = Field(alias="from")
    until_day: DayIn = Field(alias="to")
    subordinates: YesNo = False


class ShareOut(Told):
    """A share as its exact fraction; `percent` is null where nothing happened."""

    numerator: int
    denominator: int
    percent: str | None = Field(examples=["99.75"])


class AgencyTold(Told):
    slug: str
    name: str
    code: str
    superior: str
    place: str


class PeriodTold(Told):
    from_day: date
    until_day: date
    kind: PeriodKind
    year: int
    number: int
    words: str


class ColumnTold(Told):
    """`number` as the form prints it; `opens`: its numbers open to dossiers."""

    code: str
    version: int
    number: str
    head: str
    group: str
    is_share: bool
    opens: bool


class RowTold(Told):
    """`key` names the row for good; `values` by code of the column."""

    kind: RowKind
    key: str
    code: str
    label: str
    depth: int
    note: str
    values: dict[str, int | ShareOut]


class CheckTold(Told):
    """An identity of the form that was looked at; where it does not hold, in which row."""

    identity: Identity
    holds: bool
    row: str
    left: int
    right: int


class ClosingTold(Told):
    closed_at: Moment
    by: str
    title: str
    digest: str


class ReportOut(Told):
    """A report. `closing` is null while the period is open."""

    report: ReportName
    version: int
    form: str
    title: str
    measure: str
    source: str
    agency: AgencyTold
    unit: AgencyTold | None
    agencies: list[AgencyTold]
    with_subordinates: bool
    period: PeriodTold
    columns: list[ColumnTold]
    rows: list[RowTold]
    total: RowTold
    checks: list[CheckTold]
    counted_at: Moment
    closing: ClosingTold | None


class IndicatorOut(Told):
    """One entry of the register of indicators."""

    code: str
    version: int
    name: str
    formula: str
    left_out: str
    numerator: str
    denominator: str
    unit: IndicatorUnit
    direction: Direction
    source: str
    valid_from: Day
    valid_until: Day | None


class IndicatorsOut(Told):
    items: list[IndicatorOut]


class ReportKindOut(Told):
    """A report that may be asked for. `columns` are codes of indicators."""

    name: ReportName
    title: str
    form: str
    source: str
    version: int
    columns: list[str]
    link: str


class ReportKindsOut(Told):
    items: list[ReportKindOut]


class ClosedOut(Told):
    """A closed report in a list."""

    id: int
    name: ReportName
    agency: str = Field(description="`slug` of the agency.")
    with_subordinates: bool
    from_day: Day
    until_day: Day
    closed_at: Moment
    closer_name: str
    closer_title: str
    digest: str
    link: str


class ClosedPage(Told):
    items: list[ClosedOut]
    next_cursor: str


class CloseOut(Told):
    id: int
    digest: str
    link: str


class CellOut(Told):
    """A count, or a share (`whole`, `percent`)."""

    count: int
    whole: int | None
    percent: str | None


class CauseOut(Told):
    """A fact recorded after the closing, by which the number has changed."""

    dossier_code: str
    fact: str
    words: str
    recorded_at: Moment
    by: str


class DifferenceOut(Told):
    """A number as it was told and as it would be today. No causes, and the search complete: not
    dossiers have changed, but how procedures, units or agencies are called and placed."""

    row: str
    row_label: str
    column: str
    column_head: str
    closed: CellOut | None
    now: CellOut | None
    causes: list[CauseOut] = Field(description="50 at most.")
    causes_left: int = Field(description="How many more were found.")
    is_complete: bool = Field(
        description="False: not every dossier behind the numbers was looked at; causes may be missing."
    )


class DifferencesOut(Told):
    """`is_complete` false: causes were looked for in the first `looked_at` dossiers only."""

    items: list[DifferenceOut]
    looked_at: int = Field(description="How many dossiers behind the numbers were looked at.")
    is_complete: bool


class BehindOut(Told):
    """A dossier behind a number. `day`: by which it counts there."""

    code: str
    owner_name: str
    procedure_name: str
    day: Day
    link: str


class BehindPage(Told):
    items: list[BehindOut]
    next_cursor: str
