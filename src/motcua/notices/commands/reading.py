"""A citizen has read what his account tells. No fact: it is a mark for himself."""

from __future__ import annotations

from datetime import datetime

from motcua.citizens.policies import demand_citizen
from motcua.kernel.actor import Actor
from motcua.notices.models import AccountNotice


def mark_notices_read(*, actor: Actor, at: datetime, until_id: int) -> int:
    """Those that he has seen, up to the newest on his page; how many. Refusals: NotPermitted."""
    unread = AccountNotice.objects.filter(citizen_id=demand_citizen(actor), read_at__isnull=True)
    return unread.filter(pk__lte=until_id).update(read_at=at)
