"""Whose work a task is: one set of clauses says which ones somebody sees, takes, does and gives out."""

from __future__ import annotations

from typing import Protocol

from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.policies import among_visible, can
from motcua.dossiers.policies.clauses import Placed, own_holdings
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import Verdict
from motcua.workflow.models import Task
from motcua.workflow.vocabulary import TaskKind, TaskState

OPEN = Q(state=str(TaskState.OPEN))


class Handed(Protocol):
    """What of a task says in whose hands it is."""

    @property
    def agency_id(self) -> int: ...
    @property
    def unit_id(self) -> int | None: ...
    @property
    def role(self) -> str: ...
    @property
    def assignee_id(self) -> int | None: ...


def mine(actor: Actor) -> Q:
    """What is in the hands of the actor, or of whom he stands in for."""
    return Q(assignee__in=own_holdings(actor))


def mine_now(actor: Actor) -> Q:
    """What is in the hands of the position that he works in now."""
    return Q(assignee=actor.stands_in_for_id or actor.holding_id)


def asked(actor: Actor) -> Q:
    """What he asked of others."""
    return Q(asked_by__in=own_holdings(actor))


def pool(actor: Actor) -> Q:
    """What nobody has yet and he could take."""
    return Q(assignee=None) & fits(actor)


def fits(actor: Actor) -> Q:
    """What is for him by its place, whoever has it: of his unit or of no unit, for a role that he has."""
    here = Q(agency__in=actor.own_agency_ids) & (Q(unit=None) | Q(unit=actor.unit_id))
    return here & (Q(role="") | Q(role__in=sorted(map(str, actor.roles))))


def led(actor: Actor) -> Q:
    """What he gives out: of his unit, or of his whole agency."""
    which = Q(pk__in=())
    if Role.UNIT_HEAD in actor.roles:
        which |= Q(agency=actor.agency_id, unit=actor.unit_id)
    if Role.SIGNATORY in actor.roles:
        which |= Q(agency__in=actor.own_agency_ids)
    return which


def measured(actor: Actor) -> Q:
    """Where he may see where time goes: his unit, his agency, or all below."""
    which = led(actor)
    if Role.REGISTRY_CLERK in actor.roles:
        which |= Q(agency__in=actor.own_agency_ids)
    if Role.SUPERVISOR in actor.roles:
        which |= Q(agency__in=actor.scope_agency_ids)
    return which


def visible(actor: Actor) -> Q:
    """The tasks that he may see as work; those about a dossier that he sees are shown with it."""
    which = mine(actor) | asked(actor) | pool(actor) | led(actor)
    if Role.SIGNATORY in actor.roles:
        which |= Q(asked_by_agency__in=actor.own_agency_ids) | held_up(actor)
    if Role.SUPERVISOR in actor.roles:
        which |= Q(agency__in=actor.scope_agency_ids)
    return which


def can_do(actor: Actor, task: Handed) -> Verdict:
    """Whether he may finish or answer it: it is his, or nobody's and he could take it."""
    if not may(actor, Permission.TASK_DO):
        return Verdict(allowed=False, reason="no-role")
    if task.assignee_id is not None:
        return _verdict(task.assignee_id in own_holdings(actor), "own-task")
    return can_take(actor, task)


def can_take(actor: Actor, task: Handed) -> Verdict:
    """As `pool`, for one task."""
    here = task.agency_id in actor.own_agency_ids and task.unit_id in (None, actor.unit_id)
    fits = not task.role or task.role in set(map(str, actor.roles))
    free = task.assignee_id is None and bool(may(actor, Permission.TASK_DO))
    return _verdict(here and fits and free, "in-pool")


def can_correct(actor: Actor, task: Task) -> Verdict:
    """Whoever wrote minutes may mend them while nothing has been decided on them. One query besides the
    dossier."""
    wrote = actor.user_id is not None and task.closed_user_id == actor.user_id
    is_minutes = task.kind == TaskKind.INSPECTION and task.state == TaskState.DONE
    dossier = task.dossier
    undecided = dossier is not None and dossier.ended_at is None and not dossier.decision
    return _verdict(wrote and is_minutes and undecided, "own-minutes")


def can_assign(actor: Actor, task: Task) -> Verdict:
    """As `led`, for one task."""
    if not may(actor, Permission.TASK_ASSIGN):
        return Verdict(allowed=False, reason="no-role")
    of_unit = Role.UNIT_HEAD in actor.roles and (task.agency_id, task.unit_id) == (
        actor.agency_id,
        actor.unit_id,
    )
    of_agency = Role.SIGNATORY in actor.roles and task.agency_id in actor.own_agency_ids
    return _verdict(of_unit or of_agency, "led")


def held_up(actor: Actor) -> Q:
    """What must be answered before he decides, whoever asked it."""
    his = among_visible(actor, Permission.DOSSIER_DECIDE)
    return Q(is_mandatory=True, dossier__in=his.values("pk"))


def can_ask(actor: Actor, permission: Permission, dossier: Placed) -> Verdict:
    """Whether he may ask others about a dossier that he sees: it is his work by its place or by a step,
    or his agency has it in hand. Whoever was only asked himself lets nobody else in."""
    if not may(actor, permission):
        return Verdict(allowed=False, reason="no-role")
    if can(actor, permission, dossier) or dossier.held_agency_id in actor.own_agency_ids:
        return Verdict(allowed=True, reason="in-hand")
    steps = Task.objects.filter(OPEN, kind=str(TaskKind.STEP), dossier=dossier.id)
    return _verdict(steps.filter(mine(actor) | pool(actor) | led(actor)).exists(), "in-hand")


def can_withdraw(actor: Actor, task: Task) -> Verdict:
    """Whoever asked may take the question back, or go on without the answer; so may who leads him, and
    who cannot decide before it is answered."""
    asker = task.asked_by_id is not None and task.asked_by_id in own_holdings(actor)
    leads = Role.SIGNATORY in actor.roles and task.asked_by_agency_id in actor.own_agency_ids
    directs = leads and bool(may(actor, Permission.TASK_DIRECT))
    return _verdict(asker or directs or _holds_up(actor, task), "asker")


def _holds_up(actor: Actor, task: Task) -> bool:
    """As `held_up`, for one task. One query for what is mandatory."""
    if task.dossier_id is None or not task.is_mandatory:
        return False
    return among_visible(actor, Permission.DOSSIER_DECIDE).filter(pk=task.dossier_id).exists()


def _verdict(allowed: bool, reason: str) -> Verdict:  # noqa: FBT001  # the answer itself
    return Verdict(allowed=allowed, reason=reason if allowed else f"not-{reason}")
