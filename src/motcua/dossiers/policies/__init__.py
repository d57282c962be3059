"""Who may do what with which dossier: one set of clauses answers both "may I" and "which ones".

Each role sees a scope; the scope is written twice, as a filter and as a test of one dossier, side
by side, and a property test holds them equal for random people and dossiers.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.database.joining import Part, Place
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.served import ELSEWHERE
from motcua.dossiers.policies.clauses import (
    AWAY_HERE,
    AWAY_IN_UNIT,
    AWAY_WITH_HIM,
    NONE,
    OFFERED_HERE,
    OFFERED_TO_UNIT,
    OWN_AGENCY,
    OWN_MATTERS,
    OWN_UNIT,
    OWN_WORK,
    RECEIVED_HERE,
    SETTLED_HERE,
    TASKED_HERE,
    TASKED_IN_SCOPE,
    TASKED_UNIT,
    WHOLE_SCOPE,
    Clause,
    Placed,
    PlacedInGroup,
    in_hand,
    on_offer,
)
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotFound, Verdict

SCOPE_OF: dict[Role, Clause] = {
    Role.RECEPTION: OWN_AGENCY,
    Role.REGISTRY_CLERK: OWN_AGENCY,
    Role.SIGNATORY: OWN_AGENCY,
    Role.UNIT_HEAD: OWN_UNIT,
    Role.HANDLING: OWN_UNIT,
    Role.SUPERVISOR: WHOLE_SCOPE,
    Role.CITIZEN: OWN_MATTERS,
}
"""What each role sees."""

TASKS_OF: dict[Role, Clause] = {
    Role.RECEPTION: TASKED_HERE,
    Role.REGISTRY_CLERK: TASKED_HERE,
    Role.SIGNATORY: TASKED_HERE,
    Role.UNIT_HEAD: TASKED_UNIT,
    Role.HANDLING: TASKED_UNIT,
    Role.SUPERVISOR: TASKED_IN_SCOPE,
}
"""What each role sees besides, because of a task: nobody reads another agency's dossier without one."""
BY_TASK = frozenset(
    {
        Permission.DOSSIER_VIEW,
        Permission.DOSSIER_SEARCH,
        Permission.DOSSIER_NOTE,
        Permission.DOSSIER_ATTACH,
        Permission.SLIP_PRINT,
        Permission.PAPER_PRINT,
    }
)
"""What a task entitles to; what it takes besides, its own commands ask for."""

ACTS = frozenset(map(str, Act))
WHOEVER_SEES = frozenset({Act.NOTE, Act.ATTACH})
AT_THE_DOOR = frozenset({Act.RECEIVE, Act.ASK_TO_COMPLETE, Act.REFUSE_RECEPTION})
"""What comes in is answered by the desk to which it was sent, whoever will settle it."""
TAKING_OVER = frozenset({Act.TAKE_OVER, Act.REFUSE_TAKE_OVER})
IN_HAND_OF = {
    Role.RECEPTION: in_hand(SETTLED_HERE, AWAY_HERE),
    Role.REGISTRY_CLERK: in_hand(SETTLED_HERE, AWAY_HERE),
    Role.SIGNATORY: in_hand(SETTLED_HERE, AWAY_HERE),
    Role.UNIT_HEAD: in_hand(OWN_UNIT, AWAY_IN_UNIT),
    Role.HANDLING: in_hand(OWN_WORK, AWAY_WITH_HIM),
}
"""What somebody in each role may hand over: he or his unit or agency has it."""
ANSWERED_BY = {
    Role.RECEPTION: OFFERED_HERE,
    Role.REGISTRY_CLERK: OFFERED_HERE,
    Role.SIGNATORY: OFFERED_HERE,
    Role.UNIT_HEAD: OFFERED_TO_UNIT,
    Role.HANDLING: OFFERED_TO_UNIT,
}
"""Whose offers somebody in each role may answer."""
HANDING_ON: dict[Act, dict[Role, Clause]] = {
    Act.OFFER: IN_HAND_OF,
    Act.TAKE_BACK_OFFER: {role: on_offer(clause) for role, clause in IN_HAND_OF.items()},
    Act.ACCEPT_OFFER: ANSWERED_BY,
    Act.REFUSE_OFFER: ANSWERED_BY,
    Act.REDIRECT: {Role.RECEPTION: RECEIVED_HERE},
}
"""Acts by which a dossier passes from hand to hand, each with its own scope."""


def scope_of(role: Role, permission: Permission) -> Clause:
    """Where a role may use a permission: to act takes more than to see.

    What another agency settles is not decided here, and an officer works on his own dossiers and
    on those that nobody has yet.
    """
    if permission not in ACTS:
        return SCOPE_OF[role]
    act = Act(permission)
    if act in HANDING_ON:
        return HANDING_ON[act][role]
    if act in WHOEVER_SEES:
        return SCOPE_OF[role]
    if role is Role.RECEPTION:
        if act in AT_THE_DOOR:
            return RECEIVED_HERE
        return SETTLED_HERE if act in TAKING_OVER else OWN_AGENCY
    if role in (Role.REGISTRY_CLERK, Role.SIGNATORY):
        return SETTLED_HERE
    return OWN_WORK if role is Role.HANDLING else SCOPE_OF[role]


def _carrying(actor: Actor, permission: Permission) -> list[Role]:
    """Those roles of the actor that carry the permission."""
    return [role for role in sorted(actor.roles) if permission in PERMISSIONS_OF[role]]


def _by_place(actor: Actor, permission: Permission) -> list[Clause]:
    """Their scopes: what was received here, is settled here, or is one's own work."""
    roles = _carrying(actor, permission)
    return [scope_of(role, permission) for role in roles if role in SCOPE_OF]


def _by_task(actor: Actor, permission: Permission) -> list[Clause]:
    """What they see besides because of a task."""
    if permission not in BY_TASK:
        return []
    return [TASKS_OF[role] for role in _carrying(actor, permission) if role in TASKS_OF]


def _clauses(actor: Actor, permission: Permission) -> list[Clause]:
    return [*_by_place(actor, permission), *_by_task(actor, permission)]


def _any_of(clauses: Iterable[Clause], actor: Actor) -> Q:
    which = NONE
    for clause in clauses:
        which |= clause.which(actor)
    return which


def visible(actor: Actor, permission: Permission = Permission.DOSSIER_VIEW) -> Q:
    """The dossiers on which the actor has the permission: the start of every query and list."""
    return _any_of(_clauses(actor, permission), actor)


APART_MAX = 8
"""Of more agencies than this a list is read by its own order, and what is not seen passed over."""


def visible_apart(
    actor: Actor, permission: Permission = Permission.DOSSIER_VIEW
) -> tuple[Part, ...]:
    """What `visible` says, as parts that share no dossier and that one index each can serve:
    received by an agency, settled by it for another, of a unit, and what is seen because of a task."""
    clauses = _by_place(actor, permission)
    whole = frozenset[int]().union(*(one.agencies(actor) for one in clauses if one.agencies))
    if len(whole) > APART_MAX:
        return (Part(visible(actor, permission)),)
    task, columns = _by_task(actor, permission), {one.column for one in clauses}
    if len(columns) == 1 and columns != {""} and not task:
        return (Part(Q((columns.pop(), Place())), tuple(sorted(actor.own_agency_ids))),)
    narrower = _any_of((one for one in clauses if one.agencies is None), actor)
    by_task = _any_of(task, actor) & ~narrower
    if not whole:
        return (Part(narrower), Part(by_task)) if task else (Part(narrower),)
    received, settled = Q(agency__in=whole), Q(competent_agency__in=whole)
    sent = ELSEWHERE & ~received
    each = tuple(sorted(whole))
    return (
        Part(Q(agency=Place()), each),
        Part(Q(competent_agency=Place()) & sent, each),
        Part(narrower & ~received & ~settled),
        *([Part(by_task & ~received & ~settled)] if task else []),
    )


def can(actor: Actor, permission: Permission, dossier: Placed) -> Verdict:
    """Whether the actor has the permission on this dossier."""
    general = may(actor, permission)
    if not general:
        return general
    if any(clause.holds(actor, dossier) for clause in _clauses(actor, permission)):
        return Verdict(allowed=True, reason="in-scope")
    return Verdict(allowed=False, reason="outside-scope")


def available_acts(actor: Actor, stage: Stage, dossier: PlacedInGroup) -> tuple[Act, ...]:
    """The acts that fit the stage and that this actor may do with this dossier, in their order. Only
    what waits for another is released from waiting."""
    return tuple(
        act
        for act in acts_at(stage)
        if (act is not Act.RELEASE or dossier.awaits_companion)
        and can(actor, Permission(act), dossier)
    )


def among_visible(actor: Actor, permission: Permission) -> QuerySet[Dossier]:
    """For queries of apps above, about what hangs on dossiers: those on which the actor has the
    permission."""
    return Dossier.objects.filter(visible(actor, permission))


def held_for_others(actor: Actor) -> frozenset[int]:
    """Agencies of which he may see how long they had what others settle: his own, or all below."""
    which = frozenset[int]()
    if actor.roles & {Role.SIGNATORY, Role.REGISTRY_CLERK}:
        which |= actor.own_agency_ids
    return which | actor.scope_agency_ids if Role.SUPERVISOR in actor.roles else which


def sees_by_place(actor: Actor, permission: Permission, dossier: Placed) -> bool:
    """Whether it was received here, is settled here or is one's own work; not only because of a task.
    What officers tell each other stays among those."""
    return any(clause.holds(actor, dossier) for clause in _by_place(actor, permission))


def find_for(actor: Actor, permission: Permission, code: str) -> Dossier:
    """The dossier with this code. Refusals: NotFound, also when the actor has no right to it."""
    found = Dossier.objects.filter(visible(actor, permission), code=code)
    dossier = found.select_related("procedure_version__procedure").first()
    if dossier is None:
        raise NotFound(kind="dossier")
    return dossier


def lock_for(actor: Actor, permission: Permission, code: str) -> Dossier:
    """As `find_for`, with the row locked until the transaction ends: how every act begins."""
    found = Dossier.objects.filter(visible(actor, permission), code=code)
    dossier = found.select_for_update(no_key=True).first()
    if dossier is None:
        raise NotFound(kind="dossier")
    return dossier
