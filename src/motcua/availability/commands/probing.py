"""Write down a minute in which the office was asked. No fact: nobody has decided anything."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from motcua.availability.models import ProbeDay
from motcua.availability.rules.measuring import minute_of
from motcua.kernel.clock import local_day


def note_probe(*, at: datetime, has_answered: bool) -> bool:
    """Count this minute once, however many ask; whether it was counted now."""
    minute, up = minute_of(at), int(has_answered)
    with transaction.atomic():
        row, is_first = ProbeDay.objects.get_or_create(
            day=local_day(at),
            defaults={"first_minute_at": minute, "last_minute_at": minute, "minutes_up": up},
        )
        if is_first:
            return True
        later = ProbeDay.objects.filter(pk=row.pk, last_minute_at__lt=minute)
        return bool(later.update(last_minute_at=minute, minutes_up=F("minutes_up") + up))
