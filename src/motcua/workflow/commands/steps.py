"""A step of the process finished by hand, or handed back to one before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.following.standing_row import standing_row
from motcua.dossiers.vocabulary import WAITING_STAGES, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import Verdict
from motcua.ledger.recording import recording
from motcua.ledger.rules.chain import canonical
from motcua.processes.rules.shapes import Step
from motcua.processes.vocabulary import StepAct
from motcua.workflow.carrying import Doing, Run, carry, keep, locked_run
from motcua.workflow.events import StepFinished, StepHandedBack, StepPassedOver
from motcua.workflow.following import standing_of
from motcua.workflow.guarding import demand_needs, demand_other_eyes
from motcua.workflow.knowing import known_of
from motcua.workflow.models import Task
from motcua.workflow.policies import can_assign, can_do
from motcua.workflow.rules.following import finished_by_hand
from motcua.workflow.rules.running import StepNotOpen, finish, hand_back
from motcua.workflow.standing_still import stop_clocks
from motcua.workflow.tasking import keep_fact, locked_task, named, told, within

PASSABLE: Final = frozenset({None, StepAct.ASSIGN, StepAct.START})


class EndedByAct(Refusal):
    """The step ends with an act on the dossier, not here: `act` is which."""

    code = "step-ended-by-act"


def finish_step(*, actor: Actor, at: datetime, task_id: int, way: str = "", note: str = "") -> None:
    """The step is done; what follows opens. `way`: the next step where it is chosen by hand. One begun
    again whose act cannot be done again is done with a word about what was done.

    Refusals: NotPermitted, NotFound, TaskClosed, NotYourTask, EndedByAct, StepNotOpen, NoSuchWay,
    SameEyes, OpinionNeeded, MinutesNeeded, FileNeeded, TextMissing, TextTooLong.
    """
    may(actor, Permission.TASK_DO).demand()
    with recording(actor, at) as record:
        on = _locked(actor, task_id)
        row = standing_row(on.run.dossier_id)
        if not finished_by_hand(on.step, on.task.round, Stage(row["stage"])):
            raise EndedByAct(step=on.step.name, act=on.step.act)
        said = told(note, "note") if on.step.act else within(note, "note")
        demand_needs(on.step, on.run.dossier_id)
        demand_other_eyes(on.step, on.run.dossier_id, actor)
        standing = standing_of(on.run.dossier_id, row)
        known = known_of(on.run.process, standing, row, at)
        moved = finish(on.run.process, on.run.running, on.step.key, known, way)
        answer = canonical({"note": said}) if said else ""
        keep(carry(on.run, moved, standing, Doing(actor, at), answer), at)
        _stand_still(on, row, at)
        event = StepFinished(**named(on.task), step_key=on.step.key, way=way, note=said)
        keep_fact(record, on.task, event)


def pass_over_step(*, actor: Actor, at: datetime, task_id: int, reason: str) -> None:
    """Whoever leads lets the work go on without the step, for a reason that is kept. What an act on the
    dossier ends is not passed over, but for giving it out.

    Refusals: NotPermitted, NotFound, TaskClosed, NotYourTask, EndedByAct, StepNotOpen, TextMissing,
    TextTooLong. Basis: law.md 4.6 (its absence is justified).
    """
    may(actor, Permission.TASK_ASSIGN).demand()
    why = told(reason, "reason")
    with recording(actor, at) as record:
        on = _locked(actor, task_id, can_assign)
        if on.step.act not in PASSABLE:
            raise EndedByAct(step=on.step.name, act=on.step.act)
        row = standing_row(on.run.dossier_id)
        standing = standing_of(on.run.dossier_id, row)
        known = known_of(on.run.process, standing, row, at)
        moved = finish(on.run.process, on.run.running, on.step.key, known)
        moved = replace(moved, finished=(), skipped=moved.finished)
        keep(carry(on.run, moved, standing, Doing(actor, at), canonical({"note": why})), at)
        _stand_still(on, row, at)
        event = StepPassedOver(**named(on.task), step_key=on.step.key, reason=why)
        keep_fact(record, on.task, event)


def hand_back_step(*, actor: Actor, at: datetime, task_id: int, to: str, reason: str) -> None:
    """Back to a step before, for a reason; whoever did that one does it again.

    Refusals: NotPermitted, NotFound, TaskClosed, NotYourTask, StepNotOpen, NotHandedBackThere,
    TextMissing, TextTooLong.
    """
    may(actor, Permission.TASK_DO).demand()
    why = told(reason, "reason")
    with recording(actor, at) as record:
        on = _locked(actor, task_id)
        moved = hand_back(on.run.process, on.run.running, on.step.key, to)
        row = standing_row(on.run.dossier_id)
        standing = standing_of(on.run.dossier_id, row)
        keep(carry(on.run, moved, standing, Doing(actor, at), canonical({"note": why})), at)
        _stand_still(on, row, at)
        event = StepHandedBack(**named(on.task), step_key=on.step.key, to_key=to, reason=why)
        keep_fact(record, on.task, event)


@dataclass(frozen=True, slots=True)
class _On:
    task: Task
    run: Run
    step: Step


def _stand_still(on: _On, row: Mapping[str, Any], at: datetime) -> None:
    """What opens while the applicant is to act has no time running yet."""
    if row["stage"] in WAITING_STAGES:
        stop_clocks(on.run.dossier_id, at)


def _locked(actor: Actor, task_id: int, allowed: Callable[[Actor, Task], Verdict] = can_do) -> _On:
    """The run first, as acts on the dossier lock it, then the task."""
    dossier_id = Task.objects.filter(pk=task_id).values_list("dossier", flat=True).first()
    run = locked_run(dossier_id) if dossier_id else None
    task = locked_task(actor, task_id, allowed)
    if run is None or run.running.at(task.step_key) is None:
        raise StepNotOpen(step=task.step_key)
    return _On(task, run, run.process.step(task.step_key))
