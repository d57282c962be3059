"""Close the accounts nobody uses: for the nightly job (law.md 11.2: 45 days)."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.commands.accounts import close_account
from motcua.accounts.models import User
from motcua.accounts.policies import Permission, may
from motcua.accounts.rules.sign_in import is_inactive
from motcua.accounts.vocabulary import AccountKind, DisabledReason
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import Verdict
from motcua.ledger.recording import recording


def disable_inactive(*, actor: Actor, at: datetime) -> tuple[str, ...]:
    """Close every personal account unused for 45 days; returns their user names.

    Accounts of services do not sign in and are left alone. Only the system itself may.
    Refusals: NotPermitted.
    """
    may(actor, Permission.OFFICER_CHANGE).demand()
    Verdict(allowed=actor.is_system, reason="not-system").demand()
    with recording(actor, at) as record:
        open_accounts = User.objects.select_for_update(no_key=True).filter(is_active=True)
        people = open_accounts.exclude(kind=AccountKind.SERVICE).order_by("id")
        unused = [
            user
            for user in people
            if is_inactive(created_at=user.created_at, last_sign_in_at=user.last_login, at=at)
        ]
        for user in unused:
            close_account(record, user, DisabledReason.INACTIVE)
    return tuple(user.username for user in unused)
