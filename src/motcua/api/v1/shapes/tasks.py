"""Tasks: as lists and one show them, what can be done with them, what is asked and answered."""

from __future__ import annotations

from datetime import time
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from motcua.api.v1.shapes.fields import DayIn, Given, InstantIn, Line, Moment, RowId, Told, YesNo
from motcua.workflow.vocabulary import OpinionKind, TaskKind, TaskState

TEXT_MAX = 4000
Text = Annotated[str, Field(max_length=TEXT_MAX)]


class TaskLine(Told):
    """A task. `due_at` null: no time runs. `answer`: what came of it, empty while it is open."""

    id: int
    kind: TaskKind
    state: TaskState
    name: str
    number: str
    dossier_code: str
    agency_id: int
    unit_id: int | None
    assignee_id: int | None
    assignee_name: str
    asked_by_name: str
    question: str
    is_mandatory: bool
    opened_at: Moment
    due_at: Moment | None
    closed_at: Moment | None
    closed_by_name: str
    allotted_minutes: int
    spent_minutes: int
    answer: dict[str, Any]


class TaskPage(Told):
    """Some open tasks, the nearest end first, and the cursor of what follows."""

    items: list[TaskLine]
    next_cursor: str


class WayOut(Told):
    """A step to which one may go on, or hand back."""

    key: str
    name: str


class TaskOut(TaskLine):
    """A task with what the caller may do. `ends_with`: the act on the dossier that ends the step."""

    may: list[str]
    ends_with: str
    ways: list[WayOut]
    back_to: list[WayOut]


class TaskVerb(StrEnum):
    """What can be done with a task besides answering it."""

    TAKE = "take"
    PUT_BACK = "put-back"
    ASSIGN = "assign"
    SHARE = "share"
    FINISH = "finish"
    HAND_BACK = "hand-back"
    GO_ON_WITHOUT = "go-on-without"


class TaskActIn(Given):
    """`holding_id` for `assign`; `way` and `note` for `finish`; `to` for `hand-back`; `reason` for all that
    want one. `share`: whoever has the fewest hours of work in hand gets it."""

    act: TaskVerb
    holding_id: RowId | None = None
    way: Line = ""
    to: Line = ""
    note: Text = ""
    reason: Text = ""


class AnswerIn(Given):
    """`opinion` and `text` for an opinion or a second look; the rest for minutes of an inspection; `text`
    alone for an order."""

    opinion: OpinionKind | None = None
    text: Text = ""
    held_at: InstantIn | None = None
    place: Text = ""
    participants: Text = ""
    findings: Text = ""
    conclusion: Text = ""
    applicant_was_there: YesNo = False


class QuestionIn(Given):
    """Asked of an agency, of a unit of it, or of one person; answered by the end of a working day there, or
    by `due_time` (HH:MM) of it."""

    kind: TaskKind
    text: Text
    agency_id: RowId
    unit_id: RowId | None = None
    holding_id: RowId | None = None
    due_on: DayIn
    due_time: time | None = None
    is_mandatory: YesNo = True


class AskedOut(Told):
    """The task that was made."""

    id: int
