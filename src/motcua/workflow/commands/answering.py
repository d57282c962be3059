"""Answer what was asked: an opinion, minutes, a second look, how an order was carried out."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import recording
from motcua.ledger.rules.chain import canonical
from motcua.workflow.carrying import Doing, closing
from motcua.workflow.events import MinutesCorrected, TaskAnswered
from motcua.workflow.guarding import SameEyes, eyes_taken
from motcua.workflow.inputs import Answer, Minutes
from motcua.workflow.models import Task
from motcua.workflow.policies import can_correct, can_do
from motcua.workflow.rules.asking import checked
from motcua.workflow.tasking import SUBJECT, keep_fact, locked_task, named, told
from motcua.workflow.vocabulary import TaskKind, TaskState


def answer_task(*, actor: Actor, at: datetime, task_id: int, answer: Answer) -> None:
    """The answer is kept as given, for good, with who gave it.

    Refusals: NotPermitted, NotFound, TaskClosed, NotYourTask, AnswerNotForThis, QuestionRefused, SameEyes.
    """
    may(actor, Permission.TASK_DO).demand()
    with recording(actor, at) as record:
        task = locked_task(actor, task_id, can_do)
        since = task.dossier.received_at if task.dossier else None
        plain = checked(TaskKind(task.kind), answer, at, since=since)
        if actor.user_id is not None and actor.user_id in eyes_taken(task):
            raise SameEyes(step=task.name)
        columns = closing(TaskState.DONE, Doing(actor, at), canonical(plain))
        Task.objects.filter(pk=task.pk).update(**columns)
        event = TaskAnswered(**named(task), answer=plain)
        keep_fact(record, task, event)


class MinutesSettled(Refusal):
    """The dossier has been decided on these minutes, or somebody else wrote them."""

    code = "minutes-settled"


def correct_minutes(
    *, actor: Actor, at: datetime, task_id: int, answer: Minutes, reason: str
) -> None:
    """Whoever wrote the minutes mends what they say, until the dossier is decided; the ledger keeps both.

    Refusals: NotPermitted, NotFound, MinutesSettled, QuestionRefused, TextMissing, TextTooLong.
    """
    may(actor, Permission.TASK_DO).demand()
    why = told(reason, "reason")
    with recording(actor, at) as record:
        found = Task.objects.filter(kind=str(TaskKind.INSPECTION), state=str(TaskState.DONE))
        task = found.filter(pk=task_id).select_for_update(no_key=True).first()
        if task is None or task.dossier is None:
            raise NotFound(kind=SUBJECT)
        if not can_correct(actor, task):
            raise MinutesSettled(name=task.name)
        plain = checked(TaskKind.INSPECTION, answer, at, since=task.dossier.received_at)
        plain |= {"corrected": why}
        Task.objects.filter(pk=task.pk).update(answer=canonical(plain))
        event = MinutesCorrected(**named(task), answer=plain, reason=why)
        keep_fact(record, task, event)
