"""Lists as files."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

from motcua.api.v1.shapes.fields import (
    YEAR_MAX,
    YEAR_MIN,
    DayIn,
    DayOrInstantIn,
    Given,
    Line,
    Moment,
    RowIdAsked,
    Told,
)
from motcua.dossiers.queries.counter import Pile
from motcua.dossiers.queries.finding import Against
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose
from motcua.dossiers.rules.exports import RunOutcome
from motcua.dossiers.vocabulary import Stage, Status
from motcua.procedures.vocabulary import Channel


class ListName(StrEnum):
    """Which list; `register`: the lines of a year's book."""

    DOSSIERS = "dossiers"
    WORK = "work"
    REGISTER = "register"


class ListForm(StrEnum):
    """`jsonl`: names and codes, for programs; `csv` and `xlsx`: words, for people."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


class FoundIn(Given):
    """What narrows `dossiers`."""

    q: Line = ""
    status: Status | None = None
    stage: Stage | None = None
    pile: Pile | None = None
    against: Against | None = None
    received_from: DayIn | None = None
    received_until: DayIn | None = None
    due_before: DayOrInstantIn | None = None
    sector: Line = ""
    procedure: Line = ""
    channel: Channel | None = None
    unit_id: RowIdAsked | None = None
    assignee_id: RowIdAsked | None = None


class WorkIn(Given):
    """What narrows `work`."""

    q: Line = ""
    whose: Whose = Whose.MINE
    urgency: Urgency | None = None
    stage: Stage | None = None
    assignee_id: RowIdAsked | None = None
    unassigned: bool = False
    unit_id: RowIdAsked | None = None
    sector: Line = ""
    procedure: Line = ""


class LinesIn(Given):
    """What narrows `register`; the year is needed, the agency is the own one unless named."""

    year: Annotated[int, Field(ge=YEAR_MIN, le=YEAR_MAX)]
    agency_id: RowIdAsked | None = None
    q: Line = ""
    sector: Line = ""
    unit_id: RowIdAsked | None = None
    first_day: DayIn | None = None
    last_day: DayIn | None = None
    late: bool = False
    open: bool = False


FilterBody = Annotated[
    dict[str, Any],
    WithJsonSchema(
        {
            "type": "object",
            "description": "What the list is narrowed by, with the names of its own query: "
            "`GET /dossiers`, `GET /work`, `GET /registers/{year}` (and `year`).",
        }
    ),
]


class ExportIn(Given):
    """Which list, narrowed by what, in which form."""

    list_name: ListName
    form: ListForm = ListForm.JSONL
    filter: FilterBody = Field(default_factory=dict)


class ExportOut(Told):
    """How a file of one's own stands. `total` is null until it is counted; `file` is empty until it
    is ready; `refusal` and `detail` say why there is none."""

    id: int
    what: str
    form: str
    total: int | None
    done: int
    asked_at: Moment
    finished_at: Moment | None
    outcome: RunOutcome | None
    refusal: str
    detail: str
    size: int
    digest: str = Field(description="SHA-256 of the file; also its `ETag`.")
    kept_until: Moment
    link: str
    file: str
