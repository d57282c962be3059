"""Who may do what with which dossier: one set of clauses answers both "may I" and "which ones".

Each role sees a scope; the scope is written twice, as a filter and as a test of one dossier, side
by side, and a property test holds them equal for random people and dossiers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Q, QuerySet

from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission, may
from motcua.database.joining import Part, Place
from motcua.dossiers.models import Dossier, DossierCitizen, DossierParty
from motcua.dossiers.models.served import ELSEWHERE
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.vocabulary import Act, PartyRole, Stage
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotFound, Verdict

NONE = Q(pk__in=())


class Placed(Protocol):
    """What of a dossier the clauses look at."""

    @property
    def id(self) -> int: ...
    @property
    def agency_id(self) -> int: ...
    @property
    def competent_agency_id(self) -> int: ...
    @property
    def unit_id(self) -> int | None: ...
    @property
    def assignee_id(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Clause:
    """One scope: `which` as a filter, `holds` for one dossier.

    `agencies`: those of which everything is in it, received or settled there; None if it is narrower.
    """

    which: Callable[[Actor], Q]
    holds: Callable[[Actor, Placed], bool]
    agencies: Callable[[Actor], frozenset[int]] | None = None


OWN_AGENCY = Clause(
    which=lambda actor: (
        Q(agency__in=actor.own_agency_ids) | Q(competent_agency__in=actor.own_agency_ids)
    ),
    holds=lambda actor, dossier: bool(
        {dossier.agency_id, dossier.competent_agency_id} & actor.own_agency_ids
    ),
    agencies=lambda actor: actor.own_agency_ids,
)
SETTLED_HERE = Clause(
    which=lambda actor: Q(competent_agency__in=actor.own_agency_ids),
    holds=lambda actor, dossier: dossier.competent_agency_id in actor.own_agency_ids,
)
OWN_UNIT = Clause(
    # An agency without units is one unit: then neither the dossier nor its people have one.
    which=lambda actor: Q(unit=actor.unit_id, competent_agency=actor.agency_id),
    holds=lambda actor, dossier: (
        actor.unit_id == dossier.unit_id and actor.agency_id == dossier.competent_agency_id
    ),
)
OWN_WORK = Clause(
    which=lambda actor: (
        OWN_UNIT.which(actor) & (Q(assignee=None) | Q(assignee__in=own_holdings(actor)))
    ),
    holds=lambda actor, dossier: (
        OWN_UNIT.holds(actor, dossier)
        and (dossier.assignee_id is None or dossier.assignee_id in own_holdings(actor))
    ),
)
WHOLE_SCOPE = Clause(
    which=lambda actor: (
        Q(agency__in=actor.scope_agency_ids) | Q(competent_agency__in=actor.scope_agency_ids)
    ),
    holds=lambda actor, dossier: bool(
        {dossier.agency_id, dossier.competent_agency_id} & actor.scope_agency_ids
    ),
    agencies=lambda actor: actor.scope_agency_ids,
)


def own_matters(actor: Actor) -> Q:
    """What a citizen may follow: acting for an organization, what its members sent; for himself, what
    he sent, and what the national identity vouches is his."""
    if actor.organization_id is not None:
        sent = DossierCitizen.objects.filter(organization=actor.organization_id)
        return Q(pk__in=sent.values("dossier"))
    sent = DossierCitizen.objects.filter(citizen=actor.citizen_id, organization=None)
    if not actor.proven_id:
        return Q(pk__in=sent.values("dossier"))
    his = DossierParty.objects.filter(personal_id=actor.proven_id, role__in=HIS_ROLES)
    return Q(pk__in=sent.values("dossier").union(his.values("dossier")))


HIS_ROLES = [str(PartyRole.OWNER), str(PartyRole.SUBMITTER), str(PartyRole.REPRESENTATIVE)]
"""As whom somebody named in a dossier may follow it. A helper filled it in for somebody else."""
OWN_MATTERS = Clause(
    which=own_matters,
    holds=lambda actor, dossier: Dossier.objects.filter(own_matters(actor), pk=dossier.id).exists(),
)


def own_holdings(actor: Actor) -> list[int]:
    """The position held, and the one acted for: whose work is one's own."""
    return [holding for holding in (actor.holding_id, actor.stands_in_for_id) if holding]


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

ACTS = frozenset(map(str, Act))
WHOEVER_SEES = frozenset({Act.NOTE, Act.ATTACH})


def scope_of(role: Role, permission: Permission) -> Clause:
    """Where a role may use a permission: to act takes more than to see.

    What another agency settles is not decided here, and an officer works on his own dossiers and
    on those that nobody has yet.
    """
    if permission not in ACTS:
        return SCOPE_OF[role]
    act = Act(permission)
    if act in WHOEVER_SEES:
        return SCOPE_OF[role]
    if role is Role.RECEPTION:
        return SETTLED_HERE if act is Act.TAKE_OVER else OWN_AGENCY
    if role in (Role.REGISTRY_CLERK, Role.SIGNATORY):
        return SETTLED_HERE
    return OWN_WORK if role is Role.HANDLING else SCOPE_OF[role]


def _clauses(actor: Actor, permission: Permission) -> list[Clause]:
    """The scopes of those roles of the actor that carry the permission."""
    return [
        scope_of(role, permission)
        for role in sorted(actor.roles)
        if role in SCOPE_OF and permission in PERMISSIONS_OF[role]
    ]


def visible(actor: Actor, permission: Permission = Permission.DOSSIER_VIEW) -> Q:
    """The dossiers on which the actor has the permission: the start of every query and list."""
    which = NONE
    for clause in _clauses(actor, permission):
        which |= clause.which(actor)
    return which


APART_MAX = 8
"""Of more agencies than this a list is read by its own order, and what is not seen passed over."""


def visible_apart(
    actor: Actor, permission: Permission = Permission.DOSSIER_VIEW
) -> tuple[Part, ...]:
    """What `visible` says, as parts that share no dossier and that one index each can serve:
    received by an agency, settled by it for another, of a unit."""
    clauses = _clauses(actor, permission)
    whole = frozenset[int]().union(*(one.agencies(actor) for one in clauses if one.agencies))
    if len(whole) > APART_MAX:
        return (Part(visible(actor, permission)),)
    narrower = NONE
    for clause in clauses:
        narrower |= clause.which(actor) if clause.agencies is None else NONE
    if not whole:
        return (Part(narrower),)
    received, settled = Q(agency__in=whole), Q(competent_agency__in=whole)
    sent = ELSEWHERE & ~received
    each = tuple(sorted(whole))
    return (
        Part(Q(agency=Place()), each),
        Part(Q(competent_agency=Place()) & sent, each),
        Part(narrower & ~received & ~settled),
    )


def can(actor: Actor, permission: Permission, dossier: Placed) -> Verdict:
    """Whether the actor has the permission on this dossier."""
    general = may(actor, permission)
    if not general:
        return general
    if any(clause.holds(actor, dossier) for clause in _clauses(actor, permission)):
        return Verdict(allowed=True, reason="in-scope")
    return Verdict(allowed=False, reason="outside-scope")


def available_acts(actor: Actor, stage: Stage, dossier: Placed) -> tuple[Act, ...]:
    """The acts that fit the stage and that this actor may do with this dossier, in their order."""
    return tuple(act for act in acts_at(stage) if can(actor, Permission(act), dossier))


def among_visible(actor: Actor, permission: Permission) -> QuerySet[Dossier]:
    """For queries of apps above, about what hangs on dossiers: those on which the actor has the
    permission."""
    return Dossier.objects.filter(visible(actor, permission))


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
