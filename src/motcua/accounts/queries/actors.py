"""Who acts: the actor for a signed-in user or for a token, as rights stand at that instant.

Every command that touches officers, accounts, positions, roles or stand-ins leaves a fact in the
`office` chain, so what a user holds on a day is kept under its revision: a right taken away is gone
with the next request. Stand-ins begin and end within a day: their instants are looked at each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, Q, QuerySet, Subquery

from motcua.accounts.models import ApiToken, HoldingRole, Officer, StandIn, User
from motcua.accounts.rules.tokens import looks_like_token, token_digest, use_should_be_noted
from motcua.agencies.queries import agency_on, line_of, predecessors_of, subtree_ids
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.clock import ZONE, local, local_day
from motcua.ledger.caching import kept_by_revision, one_revision

SCOPED = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
"""Roles that reach below their own agency."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldingChoice:
    """A position somebody may act in. `stands_in_for` is the absent holder's name, "" for one's own."""

    holding_id: int
    title: str
    agency_name: str
    unit_name: str
    roles: tuple[Role, ...]
    stands_in_for: str


@dataclass(frozen=True, kw_only=True, slots=True)
class _Held:
    """A holding with its roles, seen from the person who may act in it."""

    holding_id: int
    is_own: bool
    holder: str
    actor_name: str
    title: str
    agency_id: int
    unit_id: int | None
    unit_name: str
    roles: frozenset[Role]
    spells: tuple[tuple[datetime, datetime], ...]

    def holds_at(self, at: datetime) -> bool:
        """One's own all day; another's while one acts for him."""
        return self.is_own or any(start <= at < end for start, end in self.spells)


def actor_for_user(
    user_id: int, at: datetime, door: Door, request_id: str = "", holding_id: int | None = None
) -> Actor:
    """The actor for a user in the position chosen, else in the first of his own.

    A position he may no longer act in is passed over. Without any he has no roles. One look at the
    catalogue's revision (none inside `one_revision`); three queries more after it has changed.
    """
    with one_revision():
        return _actor_for_user(user_id, at, door, request_id, holding_id)


def _actor_for_user(
    user_id: int, at: datetime, door: Door, request_id: str, holding_id: int | None
) -> Actor:
    held = _held(user_id, at)
    if not held:
        name = User.objects.filter(pk=user_id).values_list("display_name", flat=True).first()
        return Actor(door=door, user_id=user_id, name=name or "", request_id=request_id)
    chosen = next((one for one in held if one.holding_id == holding_id), held[0])
    own = next((one.holding_id for one in held if one.is_own), None)
    return Actor(
        door=door,
        user_id=user_id,
        holding_id=chosen.holding_id if chosen.is_own else own,
        agency_id=chosen.agency_id,
        unit_id=chosen.unit_id,
        roles=chosen.roles,
        scope_agency_ids=_scope(chosen.roles, chosen.agency_id, local_day(at)),
        predecessor_ids=predecessors_of(chosen.agency_id, local_day(at)),
        stands_in_for_id=None if chosen.is_own else chosen.holding_id,
        name=chosen.actor_name,
        title=chosen.title,
        request_id=request_id,
    )


def holdings_of(user_id: int, at: datetime) -> tuple[HoldingChoice, ...]:
    """The positions a user may act in at that instant: his own first, then those he stands in for."""
    day = local_day(at)
    choices = []
    for one in _held(user_id, at):
        agency = agency_on(one.agency_id, day)
        choices.append(
            HoldingChoice(
                holding_id=one.holding_id,
                title=one.title,
                agency_name=agency.short_name if agency else "",
                unit_name=one.unit_name,
                roles=tuple(sorted(one.roles)),
                stands_in_for="" if one.is_own else one.holder,
            )
        )
    return tuple(choices)


def actor_for_token(token_text: str, at: datetime, request_id: str = "") -> Actor | None:
    """The actor a token stands for; None if it is unknown, ended, revoked, or its holder gone.

    One query that looks at the revision (none inside `one_revision`). In the first use of an hour,
    and after the catalogue has changed, two more and one that notes the use.
    """
    if not looks_like_token(token_text):
        return None
    local_at = local(at)
    try:
        token = _token(token_digest(token_text), local_at.date(), local_at.hour)
    except ApiToken.DoesNotExist:
        return None
    if token.expires_at <= at:
        return None
    if not token.is_noted and use_should_be_noted(token.last_used_at, at):
        ApiToken.objects.filter(pk=token.id).update(last_used_at=at)
        token.is_noted = True
    return replace(token.actor, request_id=request_id)


@dataclass(kw_only=True, slots=True)
class _Token:
    """A token that is not revoked, whose holder works; kept for an hour at most. `is_noted`: that it
    is in use."""

    id: int
    expires_at: datetime
    last_used_at: datetime | None
    actor: Actor
    is_noted: bool = False


@kept_by_revision
def _token(digest: str, day: date, _hour: int) -> _Token:
    """Two queries. Faults: DoesNotExist, which is not kept: anybody may try any text."""
    token = ApiToken.objects.select_related("holding__officer", "holding__position").get(
        _usable_officer("holding__officer__", day),
        _in_office("holding__", day),
        token_digest=digest,
        revoked_at=None,
    )
    held = HoldingRole.objects.filter(in_force(day), holding=token.holding_id)
    roles = frozenset(Role(role) for role in held.values_list("role", flat=True))
    position, officer = token.holding.position, token.holding.officer
    actor = Actor(
        door=Door.API,
        user_id=officer.user_id,
        holding_id=token.holding_id,
        agency_id=position.agency_id,
        unit_id=position.unit_id,
        roles=roles,
        scope_agency_ids=_scope(roles, position.agency_id, day),
        predecessor_ids=predecessors_of(position.agency_id, day),
        name=officer.full_name,
        title=position.title,
    )
    return _Token(
        id=token.pk, expires_at=token.expires_at, last_used_at=token.last_used_at, actor=actor
    )


def _scope(roles: frozenset[Role], agency_id: int, day: date) -> frozenset[int]:
    """His own agency and all below; a supervisor sees what those have taken over too, and those that
    had ended below them."""
    if Role.SUPERVISOR in roles:
        return line_of(agency_id, day)
    return subtree_ids(agency_id, day) if roles & SCOPED else frozenset()


def _in_office(prefix: str, day: date) -> Q:
    """The holding, its position and its agency are all in force."""
    return (
        in_force(day, prefix)
        & in_force(day, f"{prefix}position__")
        & in_force(day, f"{prefix}position__agency__")
    )


def _usable_officer(prefix: str, day: date) -> Q:
    """The officer works here still, and his account, if he has one, is open."""
    open_account = Q(**{f"{prefix}user__isnull": True}) | Q(**{f"{prefix}user__is_active": True})
    return in_force(day, prefix) & open_account


def _held(user_id: int, at: datetime) -> list[_Held]:
    """What the user may act in at that instant, own holdings first, oldest first."""
    return [one for one in _held_on(user_id, local_day(at)) if one.holds_at(at)]


@kept_by_revision
def _held_on(user_id: int, day: date) -> tuple[_Held, ...]:
    """What the user may act in at some time of the day. Two queries."""
    spells: dict[int, list[tuple[datetime, datetime]]] = {}
    stood_in = _stand_ins_on(user_id, day)
    for holding_id, *spell in stood_in.values_list(
        "absent_holding_id", "valid_from", "valid_until"
    ):
        spells.setdefault(holding_id, []).append((spell[0], spell[1]))
    rows: dict[int, list[Mapping[str, Any]]] = {}
    for row in _role_rows(user_id, day, list(spells)):
        rows.setdefault(row["holding_id"], []).append(row)
    held = [_one_held(user_id, found, spells.get(pk, ())) for pk, found in rows.items()]
    return tuple(sorted(held, key=lambda one: not one.is_own))


def _stand_ins_on(user_id: int, day: date) -> QuerySet[StandIn]:
    midnight = datetime.combine(day, time.min, tzinfo=ZONE)
    return StandIn.objects.filter(
        stand_in_officer__user=user_id,
        valid_from__lt=midnight + timedelta(days=1),
        valid_until__gt=midnight,
    )


def _one_held(
    user_id: int,
    rows: list[Mapping[str, Any]],
    spells: Iterable[tuple[datetime, datetime]],
) -> _Held:
    first = rows[0]
    return _Held(
        holding_id=first["holding_id"],
        is_own=first["holding__officer__user_id"] == user_id,
        holder=first["holding__officer__full_name"],
        actor_name=first["actor_name"],
        title=first["holding__position__title"],
        agency_id=first["holding__position__agency_id"],
        unit_id=first["holding__position__unit_id"],
        unit_name=first["holding__position__unit__name"] or "",
        roles=frozenset(Role(row["role"]) for row in rows),
        spells=tuple(spells),
    )


def _role_rows(user_id: int, day: date, stood_in_for: list[int]) -> Iterable[Mapping[str, Any]]:
    own = Q(holding__officer__user=user_id)
    me = Officer.objects.filter(in_force(day), user=user_id, user__is_active=True)
    found: QuerySet[HoldingRole] = HoldingRole.objects.filter(
        own | Q(holding__in=stood_in_for), in_force(day), _in_office("holding__", day)
    )
    return (
        found.filter(Exists(me))
        .annotate(actor_name=Subquery(me.values("full_name")[:1]))
        .order_by("holding__valid_from", "holding_id", "role")
        .values(
            "role",
            "actor_name",
            "holding_id",
            "holding__officer__user_id",
            "holding__officer__full_name",
            "holding__position__title",
            "holding__position__agency_id",
            "holding__position__unit_id",
            "holding__position__unit__name",
        )
    )
