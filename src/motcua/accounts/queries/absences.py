"""Who is away: whose position somebody else stands in for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from motcua.accounts.models import StandIn


def absent_holdings(holding_ids: Collection[int], at: datetime) -> frozenset[int]:
    """Those of the positions for which a stand-in is in force. One query."""
    found = StandIn.objects.filter(
        absent_holding__in=list(holding_ids), valid_from__lte=at, valid_until__gt=at
    )
    return frozenset(found.values_list("absent_holding_id", flat=True))
