"""Drafts that nobody writes in any more: told beforehand, then forgotten."""

from __future__ import annotations

from datetime import datetime

from motcua.filing.models import Draft
from motcua.filing.rules.bounds import WARNED_BEFORE

AT_ONCE_MAX = 1000


def forget_expired(*, at: datetime) -> int:
    """Throw away what has expired; how many. Never what has been sent. Served by `draft_expiry`."""
    expired = Draft.objects.filter(sent_at__isnull=True, expires_at__lte=at)
    chosen = list(expired.order_by("expires_at").values_list("pk", flat=True)[:AT_ONCE_MAX])
    Draft.objects.filter(pk__in=chosen, sent_at__isnull=True).delete()
    return len(chosen)


def soon_gone(*, at: datetime) -> int:
    """Mark those that end within a week, so that their citizens see it first thing; how many."""
    soon = Draft.objects.filter(
        sent_at__isnull=True,
        warned_at__isnull=True,
        expires_at__gt=at,
        expires_at__lte=at + WARNED_BEFORE,
    )
    chosen = list(soon.order_by("expires_at").values_list("pk", flat=True)[:AT_ONCE_MAX])
    return Draft.objects.filter(pk__in=chosen).update(warned_at=at)
