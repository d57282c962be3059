"""Ask others: for an opinion, an inspection on the spot, a second look; give an order; do without."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on, units_of
from motcua.dossiers.following.standing_row import standing_row
from motcua.dossiers.policies import lock_for
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import recording
from motcua.ledger.rules.chain import canonical
from motcua.workflow.candidates import fitting
from motcua.workflow.carrying import Doing, closing
from motcua.workflow.events import TaskAsked, TaskWaived
from motcua.workflow.following import standing_of
from motcua.workflow.guarding import SameEyes
from motcua.workflow.inputs import Question
from motcua.workflow.letting_in import let_in
from motcua.workflow.models import Task
from motcua.workflow.opening import timed
from motcua.workflow.policies import can_ask, can_withdraw
from motcua.workflow.rules.asking import name_of, until
from motcua.workflow.tasking import keep_fact, locked_task, named, told
from motcua.workflow.vocabulary import TaskKind, TaskState
from motcua.worktime.queries.calendars import office_time

PERMISSION_FOR = {
    TaskKind.CONSULTATION: Permission.TASK_ASK,
    TaskKind.INSPECTION: Permission.TASK_ASK,
    TaskKind.REVIEW: Permission.TASK_ASK,
    TaskKind.DIRECTIVE: Permission.TASK_DIRECT,
}


INSIDE = frozenset({TaskKind.REVIEW, TaskKind.DIRECTIVE})
"""Asked of one's own agency only."""


class AskedNobody(Refusal):
    """The agency, unit or person asked is not there on that day, or does no work on dossiers."""

    code = "asked-nobody"


class NotAsked(Refusal):
    """Steps of the process are not asked for, and an order only is about no dossier."""

    code = "not-asked-for"


class DossierEnded(Refusal):
    """The dossier has ended: there is nothing left to ask about it."""

    code = "asked-after-end"


def ask(*, actor: Actor, at: datetime, code: str, question: Question) -> int:
    """A task of somebody else about a dossier that the actor works on (`policies.can_ask`); `code` "": an
    order about none. Second looks and orders are inside one agency. Returns the task.

    Refusals: NotPermitted, NotFound, NotAsked, DossierEnded, AskedNobody, SameEyes, QuestionRefused.
    Basis: NĐ 61/2018/NĐ-CP Art. 19.5 (content and deadline in writing); law.md 4.3.
    """
    permission = PERMISSION_FOR.get(question.kind)
    if permission is None or (not code and question.kind is not TaskKind.DIRECTIVE):
        raise NotAsked
    may(actor, permission).demand()
    calendar = office_time(question.agency_id, local_day(at)).calendar
    times = until(question, at, calendar)
    with recording(actor, at) as record:
        dossier_id = _dossier(actor, permission, code)
        _demand_there(actor, question, at)
        row = {
            "dossier_id": dossier_id,
            "kind": str(question.kind),
            "name": name_of(question.text),
            "question": question.text.strip(),
            "agency_id": question.agency_id,
            "unit_id": question.unit_id,
            "assignee_id": question.holding_id,
            "is_mandatory": question.is_mandatory and question.kind is not TaskKind.DIRECTIVE,
            "asked_by_id": actor.stands_in_for_id or actor.holding_id,
            "asked_by_agency_id": actor.agency_id,
            "asked_by_name": actor.name,
            "opened_at": at,
            **timed(times, at),
        }
        task = Task.objects.create(**row)
        if dossier_id is not None:
            let_in(standing_of(dossier_id, standing_row(dossier_id)), [row])
        keep_fact(record, task, _fact(task))
    return task.pk


def _fact(task: Task) -> TaskAsked:
    assert task.due_at is not None
    return TaskAsked(
        **named(task),
        question=task.question,
        agency_id=task.agency_id,
        unit_id=task.unit_id,
        holding_id=task.assignee_id,
        due_at=task.due_at,
        is_mandatory=task.is_mandatory,
    )


def _dossier(actor: Actor, permission: Permission, code: str) -> int | None:
    """Locked: it is not decided or ended while it is asked about. Refusals: NotFound, NotPermitted,
    DossierEnded."""
    if not code:
        return None
    dossier = lock_for(actor, Permission.DOSSIER_VIEW, code)
    can_ask(actor, permission, dossier).demand()
    if dossier.ended_at is not None:
        raise DossierEnded(code=code)
    return dossier.pk


def _demand_there(actor: Actor, question: Question, at: datetime) -> None:
    """Refusals: AskedNobody, SameEyes."""
    day = local_day(at)
    is_inside = question.agency_id in actor.own_agency_ids
    if agency_on(question.agency_id, day) is None or (question.kind in INSIDE and not is_inside):
        raise AskedNobody(field="whom")
    units = {unit.id for unit in units_of(question.agency_id, day)}
    if question.unit_id is not None and question.unit_id not in units:
        raise AskedNobody(field="whom")
    if question.holding_id is None:
        return
    if question.kind is TaskKind.REVIEW and question.holding_id == actor.holding_id:
        raise SameEyes(field="whom", step=name_of(question.text))
    there = Task(agency_id=question.agency_id, unit_id=question.unit_id)
    if question.holding_id not in {one.holding_id for one in fitting(there, at)}:
        raise AskedNobody(field="whom")


def go_on_without(*, actor: Actor, at: datetime, task_id: int, reason: str) -> None:
    """Whoever asked does without the answer and says why: it may come too late or be needed no more.

    Refusals: NotPermitted, NotFound, TaskClosed, NotYourTask, TextMissing, TextTooLong. Basis: law.md
    4.6 (its absence is justified), 4.3 (silence is never consent).
    """
    may(actor, Permission.TASK_VIEW).demand()
    why = told(reason, "reason")
    with recording(actor, at) as record:
        task = locked_task(actor, task_id, can_withdraw)
        columns = closing(TaskState.WAIVED, Doing(actor, at), canonical({"reason": why}))
        Task.objects.filter(pk=task.pk).update(**columns)
        event = TaskWaived(**named(task), reason=why)
        keep_fact(record, task, event)
