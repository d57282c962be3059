"""Tables of the work. The rule explains, the constraint guarantees."""

from __future__ import annotations

from motcua.workflow.models.replay import ReplayRun
from motcua.workflow.models.run import ProcessRun
from motcua.workflow.models.task import Task

__all__ = ["ProcessRun", "ReplayRun", "Task"]
