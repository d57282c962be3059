"""What somebody must do after signing in before doing anything else (law.md 11.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from motcua.accounts.rules.passwords import is_expired
from motcua.accounts.vocabulary import AccountKind

INACTIVE_AFTER = timedelta(days=45)


class NextStep(StrEnum):
    """What stands between a signed-in person and the work."""

    NONE = "NONE"
    CHANGE_PASSWORD = "CHANGE_PASSWORD"  # noqa: S105  # a step, not a password
    SET_UP_SECOND_FACTOR = "SET_UP_SECOND_FACTOR"


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountFacts:
    """What of an account the rules look at."""

    kind: AccountKind
    must_change_password: bool
    password_changed_at: datetime | None
    has_second_factor: bool


def next_step(account: AccountFacts, at: datetime) -> NextStep:
    """First a password of one's own, then the administrator's second factor. A citizen may sign in by a
    code and need have no password."""
    if account.kind == AccountKind.CITIZEN:
        return NextStep.NONE
    if account.must_change_password:
        return NextStep.CHANGE_PASSWORD
    if is_expired(account.kind, account.password_changed_at, at):
        return NextStep.CHANGE_PASSWORD
    if account.kind == AccountKind.ADMIN and not account.has_second_factor:
        return NextStep.SET_UP_SECOND_FACTOR
    return NextStep.NONE


def is_inactive(*, created_at: datetime, last_sign_in_at: datetime | None, at: datetime) -> bool:
    """Whether nobody has signed in for 45 days; a new account counts from its opening."""
    return at - (last_sign_in_at or created_at) >= INACTIVE_AFTER
