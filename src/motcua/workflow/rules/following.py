"""How an act on the dossier moves its process: pure. See `rules.running` for the moves themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.vocabulary import OPEN_STAGES, WAITING_STAGES, Act, Stage
from motcua.processes.rules.shapes import Process, Step
from motcua.processes.vocabulary import StepAct
from motcua.workflow.rules.graph import following, nearest
from motcua.workflow.rules.known import Known
from motcua.workflow.rules.running import (
    Moved,
    Running,
    begin,
    choices,
    finish,
    pass_to,
)

GOING_ON: Final = OPEN_STAGES | {Stage.SETTLED}
"""Stages at which somebody of the office still has something to do."""
BEGINNING: Final = frozenset({Act.RECEIVE, Act.TAKE_OVER})
DONE_ONCE: Final = frozenset({StepAct.RECEIVE, StepAct.ASSIGN, StepAct.START})
GOING_BACK: Final = frozenset({Act.SEND_BACK, Act.REOPEN})


def at_reception(process: Process, known: Known) -> Moved:
    """The process of a dossier that has just been received: a first step that is the reception itself
    is done."""
    moved = begin(process)
    first = process.first
    if first.act != Act.RECEIVE:
        return moved
    return finish(process, moved.running, first.key, known)


def ended_by(process: Process, running: Running, act: Act) -> tuple[str, ...]:
    """The steps that this act ends: those under way, else the nearest ahead; none if none is. Whoever
    starts without having been told to has given it out himself."""
    named = [step.key for step in process.steps if step.act == act]
    here = tuple(key for key in named if running.at(key))
    if act is Act.START and not here:
        given_out = [step.key for step in process.steps if step.act == Act.ASSIGN]
        here = tuple(key for key in given_out if running.at(key))
    if here:
        return here
    under_way = [one.key for one in (*running.live, *running.waiting)]
    ahead = nearest(process, under_way, named)
    return (ahead,) if ahead else ()


def given_out_by(process: Process, running: Running) -> tuple[str, ...]:
    """The steps of giving the dossier out that are under way: done once somebody has it, by whatever
    act it came to him."""
    given_out = [step.key for step in process.steps if step.act == Act.ASSIGN]
    return tuple(key for key in given_out if running.at(key))


def come_to(process: Process, running: Running, key: str, known: Known) -> Moved:
    """The step under way, whatever stood before it skipped. Straight after a step that is open, the work
    parts there as ever: a branch beside it is not lost."""
    before = [one.key for one in running.live if key in following(process, one.key)]
    if running.at(key) is None and len(before) == 1:
        chosen = {way.to for way in choices(process.step(before[0]), known)} & {key}
        moved = finish(process, running, before[0], known, next(iter(chosen), ""))
        if moved.running.at(key):
            return replace(moved, finished=(), skipped=moved.finished)
    return pass_to(process, running, key, known) or Moved(running)


def goes_back_to(process: Process, running: Running) -> str:
    """Where a dossier that is sent back or reopened goes on: at the step that lays the draft before the
    signer, if it was ever begun, else at the first after reception."""
    drafting = [step.key for step in process.steps if step.act == Act.PROPOSE]
    begun = [key for key in drafting if running.is_begun(key)]
    if begun:
        return begun[-1]
    after = following(process, process.first.key)
    return after[0] if after else process.first.key


def finished_by_hand(step: Step, count: int, stage: Stage) -> bool:
    """Whether no act on the dossier ends the step: it names none, or the step is begun again and its act
    is done once in the life of a dossier, or does not fit the stage. While the applicant is to act, what
    does not fit now will fit again."""
    if step.act is None:
        return True
    if count == 1:
        return False
    if step.act in DONE_ONCE:
        return True
    return stage not in WAITING_STAGES and Act(step.act) not in acts_at(stage)
