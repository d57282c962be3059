"""What must be there before a step may end, and before a dossier may be decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from motcua.accounts.queries.holders import users_of
from motcua.dossiers.commands.files_held import has_file_since
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import first_facts_about
from motcua.processes.queries.processes import process_version
from motcua.processes.rules.shapes import Step
from motcua.processes.vocabulary import Need
from motcua.workflow.models import ProcessRun, Task
from motcua.workflow.placing import Standing
from motcua.workflow.vocabulary import OpinionKind, TaskKind, TaskState

NAMED_MAX = 3


class AnswerOutstanding(Refusal):
    """A mandatory opinion, inspection or second look is still open: it is waited for, or gone on
    without for a reason that is told. Silence is never consent (law.md 4.3)."""

    code = "answer-outstanding"


class NeedMissing(Refusal):
    """The step asks for something that is not there yet."""

    code = "step-need-missing"


class OpinionNeeded(NeedMissing):
    """The step asks for an opinion of another unit or agency, and none was given or done without."""

    code = "step-needs-opinion"


class MinutesNeeded(NeedMissing):
    """The step asks for an inspection, and there are no minutes of one."""

    code = "step-needs-minutes"


class FileNeeded(NeedMissing):
    """The step asks for a file, and none was attached since it opened."""

    code = "step-needs-file"


MISSING: dict[Need, type[NeedMissing]] = {
    Need.OPINION: OpinionNeeded,
    Need.MINUTES: MinutesNeeded,
    Need.FILE: FileNeeded,
}


class SameEyes(Refusal):
    """Whoever did the step before may not look at it again: two people, four eyes."""

    code = "same-eyes"


class StepAhead(Refusal):
    """An act would jump over steps that somebody else is to do: they are done first, or passed over by
    whoever leads, for a reason that is told."""

    code = "step-ahead"


def demand_passable(
    skipped: Iterable[Step], missed: Iterable[Step], standing: Standing, actor: Actor
) -> None:
    """What an act jumps over lacks nothing that it needs, and is nobody else's to answer. `skipped` are
    open: the act is taken to have done one of them that is the actor's own. `missed` never opened.

    Refusals: OpinionNeeded, MinutesNeeded, FileNeeded, StepAhead. Basis: law.md 4.6 (approve only when
    what is mandatory is there or its absence is justified).
    """
    here, ahead = tuple(skipped), tuple(missed)
    for step in (*here, *ahead):
        demand_needs(step, standing.dossier_id)
    undone = [step for step in here if _is_of_another(step, actor)]
    by_hand = [step for step in here if step.act is None]
    undone += [step for step in ahead if step.act is None or step.four_eyes_with is not None]
    named = list(dict.fromkeys([*undone, *(by_hand if undone or len(by_hand) > 1 else [])]))
    if named:
        told = (f"{step.number}. {step.name}" for step in named[:NAMED_MAX])
        raise StepAhead(names="; ".join(told))


def _is_of_another(step: Step, actor: Actor) -> bool:
    """Whether the answer of somebody else is what the step is there for. What an act ends is not, but
    for four eyes: the act itself says who may do it."""
    if step.four_eyes_with is not None:
        return True
    role = step.who.role
    not_his = role is not None and role not in actor.roles
    return step.act is None and (not_his or bool(step.who.agency))


def demand_nothing_open(dossier_id: int) -> None:
    """Refusals: AnswerOutstanding. One query."""
    found = Task.objects.filter(
        dossier=dossier_id, state=str(TaskState.OPEN), is_mandatory=True
    ).order_by("id")
    names = list(found.values_list("name", flat=True)[:NAMED_MAX])
    if names:
        raise AnswerOutstanding(names="; ".join(names))


class OpinionAgainst(Refusal):
    """Somebody who was asked does not agree: who grants all the same says why."""

    code = "opinion-against"


def demand_answered_for(dossier_id: int, grounds: str) -> None:
    """Refusals: OpinionAgainst. One query, none where grounds are told."""
    if grounds.strip():
        return
    against = f'"opinion":"{OpinionKind.DISAGREED}"'
    found = Task.objects.filter(
        dossier=dossier_id,
        kind__in=[str(TaskKind.CONSULTATION), str(TaskKind.REVIEW)],
        state=str(TaskState.DONE),
        answer__contains=against,
    )
    names = list(found.order_by("id").values_list("name", flat=True)[:NAMED_MAX])
    if names:
        raise OpinionAgainst(field="grounds", names="; ".join(names))


def demand_needs(step: Step, dossier_id: int) -> None:
    """Refusals: OpinionNeeded, MinutesNeeded, FileNeeded. A query for each need of the step."""
    for need in step.needs:
        if not _is_there(need, step, dossier_id):
            raise MISSING[need](step=step.name)


def _is_there(need: Need, step: Step, dossier_id: int) -> bool:
    asked = Task.objects.filter(dossier=dossier_id)
    if need is Need.FILE:
        opened = asked.filter(kind=str(TaskKind.STEP), step_key=step.key).order_by("-round").first()
        since = opened.opened_at if opened else ProcessRun.objects.get(pk=dossier_id).begun_at
        return has_file_since(dossier_id, since)
    kind = TaskKind.CONSULTATION if need is Need.OPINION else TaskKind.INSPECTION
    answered = [str(TaskState.DONE), str(TaskState.WAIVED)]
    return asked.filter(kind=str(kind), state__in=answered).exists()


def demand_other_eyes(step: Step, dossier_id: int, actor: Actor) -> None:
    """Refusals: SameEyes. One query where the step asks for four eyes."""
    if step.four_eyes_with is None or actor.user_id is None:
        return
    if actor.user_id in who_did(dossier_id, step.four_eyes_with):
        raise SameEyes(step=step.name)


def who_did(dossier_id: int, step_key: str) -> set[int]:
    """The accounts that finished a step the last time it was done. One query."""
    done: Any = Task.objects.filter(
        dossier=dossier_id,
        kind=str(TaskKind.STEP),
        step_key=step_key,
        state=str(TaskState.DONE),
        closed_user_id__isnull=False,
    )
    return set(done.order_by("-round").values_list("closed_user_id", flat=True)[:1])


def eyes_taken(task: Task) -> set[int]:
    """The accounts that may not do this task, because it looks at what they did. Two queries at most."""
    if task.kind == TaskKind.REVIEW and task.asked_by_id is not None:
        return set(users_of([task.asked_by_id]).values()) | _asker(task)
    step = step_of(task)
    if step is None or step.four_eyes_with is None or task.dossier_id is None:
        return set()
    return who_did(task.dossier_id, step.four_eyes_with)


def _asker(task: Task) -> set[int]:
    """The account that asked, which may have stood in for the position. One query."""
    began = first_facts_about("task", [task.pk])
    return {fact.actor["user"] for fact in began if fact.actor["user"] is not None}


def step_of(task: Task) -> Step | None:
    """The step of the process that the task is; None for one that somebody asked for. One query."""
    if task.kind != TaskKind.STEP:
        return None
    row = ProcessRun.objects.filter(pk=task.dossier_id).first()
    version = process_version(row.process_version_id) if row else None
    return version.process.step(task.step_key) if version else None
