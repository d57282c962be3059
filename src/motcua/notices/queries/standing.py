"""Whether notices go out in time."""

from __future__ import annotations

from datetime import datetime

from motcua.notices.models import Delivery
from motcua.notices.vocabulary import NoticeState


def overdue_since(moment: datetime) -> datetime | None:
    """Since when the message that waits longest was due, if it was due before that moment and was never
    tried; None when all goes in time. One query (delivery_due)."""
    waiting = Delivery.objects.filter(
        state=str(NoticeState.QUEUED), next_attempt_at__lt=moment, attempts=0
    )
    return waiting.order_by("next_attempt_at").values_list("next_attempt_at", flat=True).first()
