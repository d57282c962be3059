"""Who may see and do what: one set of clauses, a filter with which every query begins.

Reception and registry read the register of their agency, a handler what he or his unit was given, a
head of unit that of the unit, a leader all, a supervisor that of all agencies below. Whoever is named
in one does not see it (nobody settles what is said about himself: this house's own rule, no article was compared).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db.models import Q

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.feedback.vocabulary import Act
from motcua.kernel.actor import Actor, Role

NONE = Q(pk__in=())
PERMISSION_OF: dict[Act, Permission] = {
    Act.REGISTER: Permission.FEEDBACK_ENTER,
    Act.REFUSE: Permission.FEEDBACK_ENTER,
    Act.CLARIFY: Permission.FEEDBACK_ENTER,
    Act.ASK_CLARITY: Permission.FEEDBACK_ASK,
    Act.ROUTE: Permission.FEEDBACK_ROUTE,
    Act.OFFER: Permission.FEEDBACK_FORWARD,
    Act.FORWARD_OUTSIDE: Permission.FEEDBACK_FORWARD,
    Act.TAKE_BACK_OFFER: Permission.FEEDBACK_FORWARD,
    Act.ACCEPT_OFFER: Permission.FEEDBACK_ENTER,
    Act.REFUSE_OFFER: Permission.FEEDBACK_ENTER,
    Act.PROPOSE: Permission.FEEDBACK_HANDLE,
    Act.SEND_BACK: Permission.FEEDBACK_ANSWER,
    Act.ANSWER: Permission.FEEDBACK_ANSWER,
    Act.PUBLISH: Permission.FEEDBACK_PUBLISH,
    Act.WITHHOLD: Permission.FEEDBACK_PUBLISH,
    Act.WITHDRAW: Permission.FEEDBACK_PUBLISH,
    Act.CLOSE: Permission.FEEDBACK_ENTER,
    Act.REOPEN: Permission.FEEDBACK_ANSWER,
}
"""What the staff may do and by which right; SEND and RATE are the sender's."""

ANSWERS_OFFER = frozenset({Act.ACCEPT_OFFER, Act.REFUSE_OFFER})


def _own_agency(actor: Actor) -> Q:
    return Q(agency__in=actor.own_agency_ids)


def _given_to_me(actor: Actor) -> Q:
    mine = Q(handler=actor.holding_id) if actor.holding_id else NONE
    return _own_agency(actor) & (mine | _my_unit(actor))


def _my_unit(actor: Actor) -> Q:
    return Q(unit=actor.unit_id, agency__in=actor.own_agency_ids) if actor.unit_id else NONE


def _whole_scope(actor: Actor) -> Q:
    return Q(agency__in=actor.scope_agency_ids)


SCOPE_OF: dict[Role, Callable[[Actor], Q]] = {
    Role.RECEPTION: _own_agency,
    Role.REGISTRY_CLERK: _own_agency,
    Role.SIGNATORY: _own_agency,
    Role.HANDLING: _given_to_me,
    Role.UNIT_HEAD: _my_unit,
    Role.SUPERVISOR: _whole_scope,
}


ROLES_OF_UNIT = frozenset(role for role, clause in SCOPE_OF.items() if clause is _my_unit)
"""Roles that reach what their unit was given, and nothing where they have none."""


def _own_holdings(actor: Actor) -> tuple[int, ...]:
    return tuple(one for one in (actor.holding_id, actor.stands_in_for_id) if one)


def not_about(actor: Actor) -> Q:
    """Those that are not about the actor, in whatever position he acts now."""
    named = Q(about_holding__in=_own_holdings(actor))
    if actor.user_id is not None:
        named |= Q(about_holding__officer__user=actor.user_id)
    return Q(about_holding__isnull=True) | ~named


def visible(actor: Actor, permission: Permission = Permission.FEEDBACK_VIEW) -> Q:
    """Those on which the actor has the permission: the start of every query."""
    which = NONE
    for role in sorted(actor.roles & SCOPE_OF.keys()):
        if permission in PERMISSIONS_OF[role]:
            which |= SCOPE_OF[role](actor)
    return which & not_about(actor)


def offered_to(actor: Actor) -> Q:
    """What another agency asks the actor's to take: read before it is answered."""
    if not may(actor, Permission.FEEDBACK_ENTER) or actor.agency_id is None:
        return NONE
    return Q(offered_agency=actor.agency_id) & not_about(actor)


def acts_of(actor: Actor, acts: Iterable[Act]) -> tuple[Act, ...]:
    """Those of these acts for which the actor has the right."""
    return tuple(act for act in acts if act in PERMISSION_OF and may(actor, PERMISSION_OF[act]))
