"""Addresses are taken out of messages when nobody needs them any more; that one was told stays."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from motcua.notices.models import Delivery, Notice

KEPT = timedelta(days=90)
AT_A_TIME = 10_000


def forget_addresses(*, at: datetime) -> int:
    """Take the addresses out of messages that ended, or were sent, so long ago; how many messages.
    What was told, when, and the digest stay. Index: delivery_to_forget."""
    old = Delivery.objects.filter(ended_at__lt=at - KEPT).exclude(address="")
    ids = list(old.order_by("ended_at").values_list("pk", flat=True)[:AT_A_TIME])
    with transaction.atomic():
        Notice.objects.filter(delivery_id__in=ids).update(address="")
        return Delivery.objects.filter(pk__in=ids).update(address="")
