"""Refunds on their way, and what of payments is asked back: for reconciliation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Sum

from motcua.kernel.clock import local_day
from motcua.settlements.models import Refund
from motcua.settlements.vocabulary import STANDING, RefundState


def refunds_on_their_way(agency_id: int) -> Iterator[dict[str, Any]]:
    """Asked or granted, and not paid. One query."""
    states = (RefundState.REQUESTED, RefundState.APPROVED)
    for one in Refund.objects.filter(agency=agency_id, state__in=states).order_by("pk"):
        yield {
            "id": one.pk,
            "is_granted": one.state == RefundState.APPROVED,
            "since": local_day(one.decided_at or one.requested_at),
            "total_vnd": one.total_vnd,
        }


def rests_asked_back(agency_id: int) -> dict[int, int]:
    """By payment: what of the money that nobody owed is asked, granted or given back. One query."""
    found = Refund.objects.filter(agency=agency_id, payment__isnull=False, state__in=STANDING)
    return dict(found.values_list("payment").annotate(sum=Sum("rest_vnd")))
