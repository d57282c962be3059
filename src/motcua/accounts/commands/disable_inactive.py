"""Close the accounts nobody uses or should use: for the nightly job (law.md 11.2: 45 days)."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.commands.accounts import close_account
from motcua.accounts.models import Officer, User
from motcua.accounts.policies import Permission, may
from motcua.accounts.rules.sign_in import is_inactive
from motcua.accounts.vocabulary import AccountKind, DisabledReason
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import Verdict
from motcua.ledger.recording import recording

LEFT_ALONE = (AccountKind.SERVICE, AccountKind.CITIZEN)


def disable_inactive(*, actor: Actor, at: datetime) -> tuple[str, ...]:
    """Close every personal account unused for 45 days, and those of officers whose service is over.

    Returns their user names. Accounts of services do not sign in, citizens come
    when they have a matter: both are left alone. Only the
    system itself may. Refusals: NotPermitted.
    """
    may(actor, Permission.OFFICER_CHANGE).demand()
    Verdict(allowed=actor.is_system, reason="not-system").demand()
    over = Officer.objects.filter(valid_until__lte=local_day(at), user__isnull=False)
    left = set(over.values_list("user_id", flat=True))
    with recording(actor, at) as record:
        open_accounts = User.objects.select_for_update(no_key=True).filter(is_active=True)
        people = open_accounts.exclude(kind__in=LEFT_ALONE).order_by("id")
        closing = [(user, reason) for user in people if (reason := _reason(user, left, at))]
        for user, reason in closing:
            close_account(record, user, reason)
    return tuple(user.username for user, _reason in closing)


def _reason(user: User, left: set[int], at: datetime) -> DisabledReason | None:
    """Why the account is closed tonight; None when it stays open."""
    if user.pk in left:
        return DisabledReason.LEFT
    unused = is_inactive(created_at=user.created_at, last_sign_in_at=user.last_login, at=at)
    return DisabledReason.INACTIVE if unused else None
