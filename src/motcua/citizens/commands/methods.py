"""A citizen sets how he signs in. A one-time code to a confirmed contact always opens the account, so
none of these can lock him out; an app, once set, is asked for besides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.accounts.commands.citizen_methods import (
    drop_app,
    drop_password,
    end_other_sessions,
    set_app,
    set_password,
)
from motcua.accounts.commands.passkeys import add_passkey, drop_passkey
from motcua.citizens.commands.loading import STREAM, about_citizen, own_row
from motcua.citizens.events import SignInMethodChanged
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record, recording


@dataclass(frozen=True, kw_only=True, slots=True)
class MadePasskey:
    """What the browser answered, and the state that it was asked with."""

    host: str
    state: dict[str, Any]
    answer: dict[str, Any]
    name: str


PASSWORD, APP, PASSKEY = "PASSWORD", "APP", "PASSKEY"  # names of methods


def choose_password(*, actor: Actor, at: datetime, password: str, kept_token: str) -> None:
    """Set a password; other browsers are signed out. Refusals: NotPermitted, those of
    `check_new_password`."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        set_password(at=at, user_id=citizen.user_id, password=password)
        end_other_sessions(user_id=citizen.user_id, kept_token=kept_token)
        told(record, citizen.pk, PASSWORD)


def remove_password(*, actor: Actor, at: datetime) -> None:
    """No password opens the account any more. Refusals: NotPermitted."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        drop_password(user_id=citizen.user_id)
        told(record, citizen.pk, PASSWORD, is_removed=True)


def choose_app(*, actor: Actor, at: datetime, secret: str, kept_token: str) -> tuple[str, ...]:
    """From now on a code of this app is asked for at each sign-in; the caller has checked that it gives
    the right codes. Returns the recovery codes. Refusals: NotPermitted."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        codes = set_app(user_id=citizen.user_id, secret=secret)
        end_other_sessions(user_id=citizen.user_id, kept_token=kept_token)
        told(record, citizen.pk, APP)
    return codes


def remove_app(*, actor: Actor, at: datetime) -> None:
    """The app is no longer asked for. Refusals: NotPermitted."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        drop_app(user_id=citizen.user_id)
        told(record, citizen.pk, APP, is_removed=True)


def choose_passkey(*, actor: Actor, at: datetime, made: MadePasskey) -> None:
    """A key that this browser has just made. Refusals: NotPermitted, PasskeyFaulty, PasskeysTooMany."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        add_passkey(
            user_id=citizen.user_id,
            host=made.host,
            state=made.state,
            answer=made.answer,
            name=made.name,
        )
        told(record, citizen.pk, PASSKEY)


def remove_passkey(*, actor: Actor, at: datetime, passkey_id: int) -> None:
    """Refusals: NotPermitted, NotFound."""
    with recording(actor, at) as record:
        citizen = own_row(actor)
        if not drop_passkey(user_id=citizen.user_id, passkey_id=passkey_id):
            raise NotFound(kind="passkey")
        told(record, citizen.pk, PASSKEY, is_removed=True)


def end_other_browsers(*, actor: Actor, kept_token: str) -> int:
    """Sign out everywhere else; returns how many browsers. No fact: the access log tells."""
    return end_other_sessions(user_id=actor.user_id or 0, kept_token=kept_token)


def told(record: Record, citizen_id: int, method: str, *, is_removed: bool = False) -> None:
    changed = SignInMethodChanged(method=method, is_removed=is_removed)
    record.append(changed, about=about_citizen(citizen_id), stream=STREAM)
