"""A task as lists and pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import orjson
from django.db.models import QuerySet

from motcua.accounts.queries.colleagues import names_of
from motcua.workflow.models import Task
from motcua.workflow.vocabulary import TaskKind, TaskState

COLUMNS = (
    "id", "kind", "state", "step_key", "round", "number", "name", "role", "agency_id", "unit_id",
    "assignee_id", "asked_by_id", "asked_by_name", "question", "is_mandatory", "is_outside", "opened_at",
    "due_at", "remind_at", "escalate_at", "order_at", "effort", "spent", "closed_at", "closed_by_name", "answer",
    "dossier_id", "dossier__code", "dossier__owner_name", "dossier__procedure_version__name",
)  # fmt: skip


class Nearness(StrEnum):
    """How near the end of the time is: `NEAR` is told to whoever does it, `VERY_NEAR` to his superior too."""

    LATE = "LATE"
    VERY_NEAR = "VERY_NEAR"
    NEAR = "NEAR"
    FAR = "FAR"
    NO_TIME = "NO_TIME"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One task. `answer` are its plain values, empty while there is none."""

    id: int
    kind: TaskKind
    state: TaskState
    step_key: str
    round: int
    number: str
    name: str
    role: str
    agency_id: int
    unit_id: int | None
    assignee_id: int | None
    assignee_name: str
    asked_by_id: int | None
    asked_by_name: str
    question: str
    is_mandatory: bool
    is_outside: bool
    opened_at: datetime
    due_at: datetime | None
    remind_at: datetime | None
    escalate_at: datetime | None
    order_at: datetime
    effort: int
    spent: int
    closed_at: datetime | None
    closed_by_name: str
    answer: dict[str, Any]
    dossier_id: int | None
    dossier_code: str
    owner_name: str
    procedure_name: str

    def nearness(self, at: datetime) -> Nearness:
        """How near its end is; of one that has ended, whether it ended in time."""
        moment = self.closed_at or at
        if self.due_at is None:
            return Nearness.NO_TIME
        if moment > self.due_at:
            return Nearness.LATE
        if self.closed_at is not None:
            return Nearness.FAR
        return self._warned(moment)

    def _warned(self, moment: datetime) -> Nearness:
        if self.escalate_at is not None and moment >= self.escalate_at:
            return Nearness.VERY_NEAR
        is_near = self.remind_at is not None and moment >= self.remind_at
        return Nearness.NEAR if is_near else Nearness.FAR


def rows_of(found: QuerySet[Task]) -> tuple[TaskRow, ...]:
    """The rows of a query, with the names of those who have them. Two queries."""
    raw: list[dict[str, Any]] = list(found.values(*COLUMNS))
    names = names_of(frozenset(_held(raw)))
    return tuple(_row(one, names) for one in raw)


def _held(raw: Iterable[dict[str, Any]]) -> Iterable[int]:
    return (one["assignee_id"] for one in raw if one["assignee_id"] is not None)


def _row(raw: dict[str, Any], names: dict[int, str]) -> TaskRow:
    code = raw.pop("dossier__code") or ""
    owner = raw.pop("dossier__owner_name") or ""
    procedure = raw.pop("dossier__procedure_version__name") or ""
    told = {
        "kind": TaskKind(raw["kind"]),
        "state": TaskState(raw["state"]),
        "answer": orjson.loads(raw["answer"]) if raw["answer"] else {},
    }
    return TaskRow(
        **raw | told,
        assignee_name=names.get(raw["assignee_id"], ""),
        dossier_code=code,
        owner_name=owner,
        procedure_name=procedure,
    )
