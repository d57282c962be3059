"""Officers of our own at the place where is measured, made by the same commands as real ones."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model

from motcua.accounts.commands.accounts import open_account
from motcua.accounts.commands.enroll import account_kind_for
from motcua.accounts.commands.officers import appoint_officer, register_officer
from motcua.accounts.commands.sessions import end_sessions_of
from motcua.accounts.commands.tokens import issue_token
from motcua.accounts.queries import actor_for_user, holding_id_called, user_id_called
from motcua.agencies.queries import positions_of
from motcua.agencies.rows import PositionRow
from motcua.jobs.command_line.operator import operator
from motcua.jobs.workload.place import Place
from motcua.kernel.actor import Actor, Door, Role, system
from motcua.kernel.verdict import NotFound

IN_ITS_UNIT = frozenset({Role.HANDLING, Role.UNIT_HEAD})
TOKEN_DAYS = 2
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
"""Who lets people in; for browsers that are signed in without the page."""
DAYS_BEFORE = timedelta(days=1)


class NoPositionError(Exception):
    """The agency has no position in which somebody could work."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of ours: the account, the position held, a token for the API."""

    role: Role
    username: str
    user_id: int
    holding_id: int
    token: str

    def actor(self, at: datetime) -> Actor:
        return actor_for_user(self.user_id, at, Door.COMMAND_LINE, f"bench-{self.username}")


def people_at(place: Place, roles: Iterable[Role]) -> list[Person]:
    """One person for each role named (a role may come often). Who is there already is kept."""
    made: list[Person] = []
    for role in roles:
        number = sum(person.role is role for person in made) + 1
        slug = role.value.lower().replace("_", "-")
        made.append(_person(place, role, f"do-{slug}-{place.agency_id}-{number}"))
    return made


def _person(place: Place, role: Role, username: str) -> Person:
    try:
        user_id = user_id_called(username)
        # Browsers of an earlier measurement, seen at a later hour of the moved clock, would outlive ours.
        end_sessions_of(actor=operator("bench"), at=place.at, user_id=user_id)
    except NotFound:
        user_id = _enter(place, role, username)
    holding_id = holding_id_called(username, place.day)
    token = issue_token(
        actor=operator("bench"), at=place.at, holding_id=holding_id, name="bench", days=TOKEN_DAYS
    )
    return Person(role, username, user_id, holding_id, token)


def _enter(place: Place, role: Role, username: str) -> int:
    actor, at, since = system("bench"), place.at, place.day - DAYS_BEFORE
    officer_id = register_officer(actor=actor, at=at, full_name=f"Đo {username}", from_day=since)
    user_id = open_account(
        actor=actor,
        at=at,
        officer_id=officer_id,
        username=username,
        password=f"Do-9{secrets.token_hex(8)}Z",
        kind=account_kind_for([role]),
        must_change_password=False,
    )
    appoint_officer(
        actor=actor,
        at=at,
        officer_id=officer_id,
        agency_id=place.agency_id,
        position_id=_position(place, role).id,
        roles=[role],
        from_day=since,
    )
    if role is Role.ADMINISTRATOR:
        TOTP.activate(get_user_model().objects.get(pk=user_id), generate_totp_secret())
    return user_id


def _position(place: Place, role: Role) -> PositionRow:
    """For those who handle one in the busiest unit, for others the first of the agency."""
    positions = positions_of(place.agency_id, place.day)
    if not positions:
        raise NoPositionError(place.slug)
    if role in IN_ITS_UNIT:
        inside = [one for one in positions if one.unit_id == place.unit_id]
        return (inside or list(positions))[0]
    return positions[0]
