"""What the commands of accounts share: the locked row, the right over it, its place in the ledger."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet

from motcua.accounts.models import Holding, Officer, User
from motcua.accounts.policies import Permission, can, may
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject


def locked_user(actor: Actor, at: datetime, user_id: int) -> User:
    """The account, locked, if the actor may change its officer. Refusals: NotPermitted, NotFound."""
    may(actor, Permission.OFFICER_CHANGE).demand()
    user = User.objects.select_for_update(no_key=True).filter(pk=user_id).first()
    if user is None:
        raise NotFound(kind="account")
    officer_id = Officer.objects.filter(user=user).values_list("id", flat=True).first()
    if officer_id is not None:
        demand_over_officer(actor, officer_id, local_day(at))
    return user


def locked_officer(actor: Actor, at: datetime, officer_id: int) -> Officer:
    """The officer, locked, if the actor may change him. Refusals: NotPermitted, NotFound."""
    may(actor, Permission.OFFICER_CHANGE).demand()
    officer = Officer.objects.select_for_update(no_key=True).filter(pk=officer_id).first()
    if officer is None:
        raise NotFound(kind="officer")
    demand_over_officer(actor, officer_id, local_day(at))
    return officer


def locked_holding(actor: Actor, at: datetime, holding_id: int, permission: Permission) -> Holding:
    """The holding, locked, if the actor has the permission over its agency.

    Refusals: NotPermitted, NotFound.
    """
    may(actor, permission).demand()
    found = Holding.objects.select_for_update(no_key=True, of=("self",)).filter(pk=holding_id)
    holding = found.select_related("position", "officer").first()
    if holding is None:
        raise NotFound(kind="holding")
    can(actor, permission, holding.position.agency_id, local_day(at)).demand()
    return holding


def demand_over_officer(actor: Actor, officer_id: int, day: date) -> None:
    """Refuse unless every agency the officer works for lies within the actor's reach.

    Who has left stays with the agencies worked for last.
    """
    held = Holding.objects.filter(officer=officer_id)
    ahead = held.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day))
    last = held.order_by("-valid_until", "-id")[:1]
    for agency_id in {
        one.position.agency_id for one in _with_position(ahead) or _with_position(last)
    }:
        can(actor, Permission.OFFICER_CHANGE, agency_id, day).demand()


def _with_position(held: QuerySet[Holding]) -> list[Holding]:
    return list(held.select_related("position"))


def about(kind: str, subject_id: int) -> Subject:
    """The next place in the ledger of the facts about something (its row must be locked)."""
    return Subject(kind, subject_id, next_seq(kind, subject_id))
