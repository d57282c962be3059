"""Whoever takes, or is given, a step of the handling of a dossier that nobody has, has the dossier."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import Assign, Nothing
from motcua.dossiers.policies import among_visible
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.actor import Actor, Role
from motcua.kernel.refusal import Refusal
from motcua.workflow.carrying import locked_run
from motcua.workflow.models import Task
from motcua.workflow.rules.following import ended_by
from motcua.workflow.vocabulary import TaskKind


def locked_nobodys(actor: Actor, act: Act, task_id: int) -> str:
    """The code of the dossier to which the act would give a handler along with this task, locked before
    the task as acts lock it; "" where the task gives nobody a dossier. Three queries at most.

    What the act itself would end or pass over is left to whoever presses its button.
    """
    if not may(actor, Permission(act)):
        return ""
    task = Task.objects.filter(pk=task_id, kind=str(TaskKind.STEP)).first()
    if task is None or task.dossier_id is None or task.role not in ("", Role.HANDLING):
        return ""
    his = among_visible(actor, Permission(act)).filter(
        pk=task.dossier_id,
        assignee=None,
        held_agency=None,
        competent_agency=task.agency_id,
        unit=task.unit_id,
    )
    found: Any = his.select_for_update(no_key=True).values_list("id", "code", "stage").first()
    if found is None or act not in acts_at(Stage(found[2])):
        return ""
    run = locked_run(found[0])
    return "" if run is None or ended_by(run.process, run.running, act) else str(found[1])


def begin_handling(actor: Actor, at: datetime, code: str) -> bool:
    """Whether the handling has begun with the task that was taken."""
    return bool(code) and _done(Asked(actor=actor, at=at, code=code), Act.START, Nothing())


def give_handling(actor: Actor, at: datetime, code: str, holding_id: int) -> bool:
    """Whether the dossier was given out with the task."""
    given = Assign(holding_id=holding_id)
    return bool(code) and _done(Asked(actor=actor, at=at, code=code), Act.ASSIGN, given)


def _done(asked: Asked, act: Act, given: Any) -> bool:
    """An act that cannot be now leaves the task alone what is taken."""
    try:
        perform(asked, act, given)
    except Refusal:
        return False
    return True
