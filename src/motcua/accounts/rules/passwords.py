"""What a password must be (law.md 11.2): long, or shorter beside a second factor; not used before."""

from __future__ import annotations

from datetime import datetime, timedelta

from motcua.accounts.vocabulary import AccountKind
from motcua.kernel.folding import fold
from motcua.kernel.refusal import Refusal

LENGTH_MIN_WITH_SECOND_FACTOR = 8
LENGTH_MIN_ALONE = 14
LENGTH_MAX = 128
CLASSES_MIN_ALONE = 4
ADMIN_REUSE_DEPTH = 10
OTHER_REUSE_DEPTH = 1
ADMIN_AGE_MAX = timedelta(days=60)


class PasswordTooShort(Refusal):
    """Fewer characters than the account needs (`length_min`)."""

    code = "password-too-short"


class PasswordTooLong(Refusal):
    """More characters than are read (`length_max`)."""

    code = "password-too-long"


class PasswordTooPlain(Refusal):
    """Without a second factor it needs small and capital letters, digits and other signs."""

    code = "password-too-plain"


class PasswordLikeName(Refusal):
    """It contains the user name."""

    code = "password-like-name"


class PasswordUsedBefore(Refusal):
    """It is one of the last `depth` passwords of this account."""

    code = "password-used-before"


def check_password_strength(
    password: str, *, username: str, has_second_factor: bool, field: str | None = "password"
) -> None:
    """Refuse a weak password.

    Refusals: PasswordTooShort, PasswordTooLong, PasswordTooPlain, PasswordLikeName.
    """
    length_min = LENGTH_MIN_WITH_SECOND_FACTOR if has_second_factor else LENGTH_MIN_ALONE
    if len(password) < length_min:
        raise PasswordTooShort(field=field, length_min=length_min)
    if len(password) > LENGTH_MAX:
        raise PasswordTooLong(field=field, length_max=LENGTH_MAX)
    if not has_second_factor and classes_in(password) < CLASSES_MIN_ALONE:
        raise PasswordTooPlain(field=field)
    if username and fold(username) in fold(password):
        raise PasswordLikeName(field=field)


def classes_in(password: str) -> int:
    """How many of the four classes occur: small letters, capital letters, digits, other signs."""
    tests = (str.islower, str.isupper, str.isdigit, _is_other)
    return sum(any(test(ch) for ch in password) for test in tests)


def _is_other(ch: str) -> bool:
    return not ch.isalnum()


def reuse_depth(kind: AccountKind) -> int:
    """How many of the passwords before may not come back."""
    return ADMIN_REUSE_DEPTH if kind == AccountKind.ADMIN else OTHER_REUSE_DEPTH


def is_expired(kind: AccountKind, changed_at: datetime | None, at: datetime) -> bool:
    """Whether an administrator's password is older than two months; others do not expire."""
    if kind != AccountKind.ADMIN:
        return False
    return changed_at is None or at - changed_at > ADMIN_AGE_MAX
