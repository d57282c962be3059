"""Facts about tasks, in the past tense. What an act on the dossier does to its steps is no fact of its
own: it follows from the fact of the act and the process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class TaskEvent(Event):
    """`name`: what the task is called; `dossier_id` None: about no dossier."""

    name: str
    kind: str
    dossier_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class TaskTaken(TaskEvent):
    code: ClassVar[str] = "task.taken"

    holding_id: int


@dataclass(frozen=True, kw_only=True)
class TaskPutBack(TaskEvent):
    """Whoever had it has it no more: somebody else of the unit is to take it."""

    code: ClassVar[str] = "task.put-back"

    reason: str


@dataclass(frozen=True, kw_only=True)
class TaskAssigned(TaskEvent):
    """`grounds`: everybody who was weighed, in their order, where the rule chose."""

    code: ClassVar[str] = "task.assigned"

    holding_id: int
    assignee_name: str
    reason: str = ""
    grounds: tuple[dict[str, Any], ...] | None = None


@dataclass(frozen=True, kw_only=True)
class StepFinished(TaskEvent):
    code: ClassVar[str] = "task.step-finished"

    step_key: str
    way: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class StepHandedBack(TaskEvent):
    code: ClassVar[str] = "task.step-handed-back"

    step_key: str
    to_key: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class StepPassedOver(TaskEvent):
    """Whoever leads lets the work go on without the step."""

    code: ClassVar[str] = "task.step-passed-over"

    step_key: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class TaskAsked(TaskEvent):
    """Somebody asked another for an opinion, an inspection, a second look, or gave an order."""

    code: ClassVar[str] = "task.asked"

    question: str
    agency_id: int
    unit_id: int | None = None
    holding_id: int | None = None
    due_at: datetime
    is_mandatory: bool


@dataclass(frozen=True, kw_only=True)
class TaskAnswered(TaskEvent):
    code: ClassVar[str] = "task.answered"

    answer: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class MinutesCorrected(TaskEvent):
    """Whoever wrote the minutes mends them, for a reason; what they said before stays in the ledger."""

    code: ClassVar[str] = "task.minutes-corrected"

    answer: dict[str, Any]
    reason: str


@dataclass(frozen=True, kw_only=True)
class TaskWaived(TaskEvent):
    """The work goes on without the answer, for a reason in words."""

    code: ClassVar[str] = "task.waived"

    reason: str
