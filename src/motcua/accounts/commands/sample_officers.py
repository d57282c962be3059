"""The people of the sample office, made by the same commands as real ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import orjson
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.db import transaction

from motcua.accounts.commands.accounts import open_account
from motcua.accounts.commands.officers import appoint_officer, register_officer
from motcua.accounts.models import User
from motcua.accounts.vocabulary import AccountKind
from motcua.agencies.queries import agency_called, positions_of
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound

_FOLDER = Path(__file__).parents[1] / "data"
_DATA = orjson.loads((_FOLDER / "sample_office.json").read_bytes())
_VERTICAL = orjson.loads((_FOLDER / "sample_vertical.json").read_bytes())
FROM_DAY = date.fromisoformat(_DATA["from_day"])


@dataclass(frozen=True, kw_only=True, slots=True)
class SampleOfficer:
    """One person of the sample office; `title` is what the list of accounts says of him."""

    username: str
    full_name: str
    agency: str
    position: str
    roles: tuple[Role, ...]
    kind: AccountKind
    title: str


def _read(document: dict[str, Any]) -> tuple[SampleOfficer, ...]:
    return tuple(
        SampleOfficer(
            username=entry["username"],
            full_name=entry["full_name"],
            agency=entry["agency"],
            position=entry["position"],
            roles=tuple(Role(role) for role in entry["roles"]),
            kind=AccountKind(entry.get("kind", AccountKind.OPERATION)),
            title=entry["title"],
        )
        for entry in document["officers"]
    )


SAMPLE_OFFICERS = _read(_DATA)
VERTICAL_OFFICERS = _read(_VERTICAL)
"""Of agencies of vertical sectors, at the desk of the sample office."""


def create_sample_officers(
    *,
    actor: Actor,
    at: datetime,
    password: str,
    totp_secret: str | None = None,
    officers: tuple[SampleOfficer, ...] | None = None,
) -> tuple[str, ...]:
    """Make those officers of the sample (or of `officers`) who are not there yet; returns their user
    names.

    The sample agencies must be there. They need not change the password; the administrator gets
    a second factor (`totp_secret`, base32, or a new one: `sample_totp_secret` tells it).
    Refusals: NotPermitted, NotFound, those of `check_new_password`.
    """
    made = []
    for sample in SAMPLE_OFFICERS if officers is None else officers:
        if User.objects.filter(username=sample.username).exists() or not _has_place(sample, at):
            continue
        with transaction.atomic():
            _make(sample, actor, at, password, totp_secret)
        made.append(sample.username)
    return tuple(made)


def sample_totp_secret(username: str) -> str | None:
    """The second factor's secret of a sample account, for the list of accounts at start."""
    if username not in {sample.username for sample in SAMPLE_OFFICERS}:
        return None
    kept = Authenticator.objects.filter(
        user__username=username, type=Authenticator.Type.TOTP
    ).first()
    return decrypt(kept.data["secret"]) if kept else None


def _has_place(sample: SampleOfficer, at: datetime) -> bool:
    """Whether the agency has his position: a sample office of an earlier version may lack it."""
    agency = agency_called(sample.agency, local_day(at))
    if agency is None:
        raise NotFound(kind="agency", slug=sample.agency)
    return any(row.slug == sample.position for row in positions_of(agency.id, local_day(at)))


def _make(
    sample: SampleOfficer, actor: Actor, at: datetime, password: str, totp_secret: str | None
) -> None:
    agency = agency_called(sample.agency, local_day(at))
    if agency is None:
        raise NotFound(kind="agency", slug=sample.agency)
    positions = {row.slug: row.id for row in positions_of(agency.id, local_day(at))}
    officer_id = register_officer(actor=actor, at=at, full_name=sample.full_name, from_day=FROM_DAY)
    user_id = open_account(
        actor=actor,
        at=at,
        officer_id=officer_id,
        username=sample.username,
        password=password,
        kind=sample.kind,
        must_change_password=False,
    )
    appoint_officer(
        actor=actor,
        at=at,
        officer_id=officer_id,
        agency_id=agency.id,
        position_id=positions[sample.position],
        roles=sample.roles,
        from_day=FROM_DAY,
    )
    if sample.kind == AccountKind.ADMIN:
        user = User.objects.get(pk=user_id)
        TOTP.activate(user, totp_secret or generate_totp_secret())
