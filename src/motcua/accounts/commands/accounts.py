"""Open, close, reopen and unlock an account."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from axes.utils import reset

from motcua.accounts.commands.loading import about, locked_officer, locked_user
from motcua.accounts.commands.passwords import keep_password
from motcua.accounts.events import (
    AccountDisabled,
    AccountEnabled,
    AccountOpened,
    AccountUnlocked,
    SecondFactorReset,
)
from motcua.accounts.models import Officer, User, UserSession
from motcua.accounts.passwords import check_new_password
from motcua.accounts.rules.usernames import well_formed
from motcua.accounts.vocabulary import AccountKind, DisabledReason
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import Record, recording


class UsernameTaken(Refusal):
    """Somebody else has this user name."""

    code = "username-taken"


class UsernameMalformed(Refusal):
    """A user name has small letters without accents, digits, dots and hyphens only."""

    code = "username-malformed"


class HasAccountAlready(Refusal):
    """One person has one account (law.md 11.2: personal accounts only)."""

    code = "has-account-already"


class AccountOpenAlready(Refusal):
    """Only a closed account is opened again."""

    code = "account-open-already"


class AccountClosedAlready(Refusal):
    """The account was closed before."""

    code = "account-closed-already"


class OwnAccount(Refusal):
    """Nobody closes the account he is using."""

    code = "own-account"


def open_account(
    *,
    actor: Actor,
    at: datetime,
    officer_id: int,
    username: str,
    password: str,
    kind: AccountKind = AccountKind.OPERATION,
    must_change_password: bool = True,
) -> int:
    """Give an officer an account with a first password; returns its id.

    Refusals: NotPermitted, NotFound, HasAccountAlready, UsernameMalformed, UsernameTaken, those of
    `check_new_password`.
    """
    with recording(actor, at) as record:
        officer = locked_officer(actor, at, officer_id)
        if officer.user_id is not None:
            raise HasAccountAlready(field="officer")
        if not well_formed(username):
            raise UsernameMalformed(field="username")
        if User.objects.filter(username=username).exists():
            raise UsernameTaken(field="username", username=username)
        user = User(
            username=username,
            display_name=officer.full_name,
            kind=kind,
            created_at=at,
            must_change_password=must_change_password,
        )
        check_new_password(user, password)
        user.save(force_insert=True)
        keep_password(user, password, at)
        Officer.objects.filter(pk=officer.pk).update(user=user)
        record.append(AccountOpened(username=username, kind=kind), about=about("user", user.pk))
    return user.pk


def disable_account(*, actor: Actor, at: datetime, user_id: int, reason: DisabledReason) -> None:
    """Close an account to sign-in at once; its tokens stop too.

    Refusals: NotPermitted, NotFound, OwnAccount, AccountClosedAlready.
    """
    if actor.user_id == user_id:
        raise OwnAccount(field="user")
    with recording(actor, at) as record:
        user = locked_user(actor, at, user_id)
        if not user.is_active:
            raise AccountClosedAlready(field="user")
        close_account(record, user, reason)


def close_account(record: Record, user: User, reason: DisabledReason) -> None:
    """Close a locked account and end its sessions; one that is closed already stays as it is."""
    if not user.is_active:
        return
    User.objects.filter(pk=user.pk).update(
        is_active=False, disabled_at=record.at, disabled_reason=reason
    )
    UserSession.objects.filter(user=user).delete()
    record.append(AccountDisabled(reason=reason), about=about("user", user.pk))


def enable_account(*, actor: Actor, at: datetime, user_id: int, password: str) -> None:
    """Open a closed account again with a password that must be changed at once.

    Refusals: NotPermitted, NotFound, AccountOpenAlready, those of `check_new_password`.
    """
    with recording(actor, at) as record:
        user = locked_user(actor, at, user_id)
        if user.is_active:
            raise AccountOpenAlready(field="user")
        check_new_password(user, password)
        keep_password(user, password, at)
        User.objects.filter(pk=user.pk).update(
            is_active=True,
            disabled_at=None,
            disabled_reason="",
            must_change_password=True,
            last_login=at,
        )
        record.append(AccountEnabled(), about=about("user", user.pk))


def unlock_account(*, actor: Actor, at: datetime, user_id: int) -> None:
    """Lift the lock that wrong passwords have set. Refusals: NotPermitted, NotFound."""
    with recording(actor, at) as record:
        user = locked_user(actor, at, user_id)
        reset(username=user.username)
        record.append(AccountUnlocked(), about=about("user", user.pk))


def reset_second_factor(*, actor: Actor, at: datetime, user_id: int) -> None:
    """Take away a lost second factor; its sessions end, and it must be set up anew.

    Refusals: NotPermitted, NotFound.
    """
    with recording(actor, at) as record:
        user = locked_user(actor, at, user_id)
        Authenticator.objects.filter(user=user).delete()
        UserSession.objects.filter(user=user).delete()
        User.objects.filter(pk=user.pk).update(must_change_password=True, last_totp_counter=None)
        record.append(SecondFactorReset(), about=about("user", user.pk))
