"""The scopes that the policies are made of, each written twice: as a filter and as a test of one dossier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from django.db.models import Q, QuerySet

from motcua.dossiers.models import Dossier, DossierAgency, DossierCitizen, DossierParty
from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.actor import Actor

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
    @property
    def held_agency_id(self) -> int | None: ...
    @property
    def held_unit_id(self) -> int | None: ...
    @property
    def held_assignee_id(self) -> int | None: ...
    @property
    def offered_agency_id(self) -> int | None: ...
    @property
    def offered_unit_id(self) -> int | None: ...


class PlacedInGroup(Placed, Protocol):
    """And whether it waits for another of its group."""

    @property
    def awaits_companion(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Clause:
    """One scope: `which` as a filter, `holds` for one dossier.

    `agencies`: those of which everything is in it, received or settled there; None if it is narrower.
    `column`: the one that alone says whether it is in it, when it is one of the actor's own agencies.
    """

    which: Callable[[Actor], Q]
    holds: Callable[[Actor, Placed], bool]
    agencies: Callable[[Actor], frozenset[int]] | None = None
    column: str = ""


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


RECEIVED_HERE = Clause(
    which=lambda actor: Q(agency__in=actor.own_agency_ids),
    holds=lambda actor, dossier: dossier.agency_id in actor.own_agency_ids,
    column="agency",
)
OFFERED_HERE = Clause(
    which=lambda actor: Q(offered_agency__in=actor.own_agency_ids),
    holds=lambda actor, dossier: dossier.offered_agency_id in actor.own_agency_ids,
)
OFFERED_TO_UNIT = Clause(
    which=lambda actor: (
        OFFERED_HERE.which(actor) & (Q(offered_unit=None) | Q(offered_unit=actor.unit_id))
    ),
    holds=lambda actor, dossier: (
        OFFERED_HERE.holds(actor, dossier) and dossier.offered_unit_id in (None, actor.unit_id)
    ),
)
AWAY_HERE = Clause(
    which=lambda actor: Q(held_agency__in=actor.own_agency_ids),
    holds=lambda actor, dossier: dossier.held_agency_id in actor.own_agency_ids,
)
AWAY_IN_UNIT = Clause(
    which=lambda actor: AWAY_HERE.which(actor) & (Q(held_unit=None) | Q(held_unit=actor.unit_id)),
    holds=lambda actor, dossier: (
        AWAY_HERE.holds(actor, dossier) and dossier.held_unit_id in (None, actor.unit_id)
    ),
)
AWAY_WITH_HIM = Clause(
    which=lambda actor: (
        AWAY_IN_UNIT.which(actor)
        & (Q(held_assignee=None) | Q(held_assignee__in=own_holdings(actor)))
    ),
    holds=lambda actor, dossier: (
        AWAY_IN_UNIT.holds(actor, dossier)
        and (dossier.held_assignee_id is None or dossier.held_assignee_id in own_holdings(actor))
    ),
)


def in_hand(home: Clause, away: Clause) -> Clause:
    """What is in one's hands: `home` while no other agency has it, `away` while one's own has it."""
    return Clause(
        which=lambda actor: away.which(actor) | Q(held_agency=None) & home.which(actor),
        holds=lambda actor, dossier: (
            away.holds(actor, dossier)
            or (dossier.held_agency_id is None and home.holds(actor, dossier))
        ),
    )


def on_offer(clause: Clause) -> Clause:
    """What of it is offered to somebody and waits for the answer."""
    return Clause(
        which=lambda actor: Q(offered_agency__isnull=False) & clause.which(actor),
        holds=lambda actor, dossier: (
            dossier.offered_agency_id is not None and clause.holds(actor, dossier)
        ),
    )


def tasked(agencies: Callable[[Actor], frozenset[int]], *, by_unit: bool) -> Clause:
    """What an agency (or one's own unit of it) has or had a task on, or is offered."""

    def rows(actor: Actor) -> QuerySet[DossierAgency]:
        found = DossierAgency.objects.filter(agency__in=agencies(actor))
        return found.filter(Q(unit=None) | Q(unit=actor.unit_id)) if by_unit else found

    return Clause(
        which=lambda actor: Q(pk__in=rows(actor).values("dossier")) if agencies(actor) else NONE,
        holds=lambda actor, dossier: (
            bool(agencies(actor)) and rows(actor).filter(dossier=dossier.id).exists()
        ),
    )


TASKED_HERE = tasked(lambda actor: actor.own_agency_ids, by_unit=False)
TASKED_UNIT = tasked(lambda actor: actor.own_agency_ids, by_unit=True)
TASKED_IN_SCOPE = tasked(lambda actor: actor.scope_agency_ids, by_unit=False)
