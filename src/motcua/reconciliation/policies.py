"""Who may see and explain whose differences: like the books."""

from __future__ import annotations

from django.db.models import Q

from motcua.accounts.rules.roles import Permission
from motcua.books.policies import agencies_for
from motcua.kernel.actor import Actor


def visible_differences(actor: Actor, permission: Permission = Permission.RECONCILIATION_VIEW) -> Q:
    """The start of every list: the agency's and of those it has taken over; all below for a supervisor."""
    return Q(agency__in=agencies_for(actor, permission))
