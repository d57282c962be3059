"""What was announced, and the minutes in which the office answered."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.availability.vocabulary import AnnouncementKind


class Announcement(models.Model):
    """Planned maintenance or an incident, in words for everybody. `ends_at` null: it goes on."""

    kind = models.CharField(max_length=12)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    words_vi = models.CharField(max_length=500)
    words_en = models.CharField(max_length=500)
    announced_at = models.DateTimeField()
    announced_by = models.CharField(max_length=200)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["-starts_at"], name="announcement_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[str(kind) for kind in AnnouncementKind]),
                name="announcement_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="announcement_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(kind=str(AnnouncementKind.INCIDENT)) | Q(ends_at__isnull=False),
                name="announcement_planned_has_end",
            ),
            models.CheckConstraint(
                condition=~Q(words_vi="") & ~Q(words_en=""), name="announcement_has_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_at}"


class ProbeDay(models.Model):
    """The minutes of one day in which the web server and the database answered."""

    day = models.DateField(primary_key=True)
    first_minute_at = models.DateTimeField()
    last_minute_at = models.DateTimeField()
    minutes_up = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(minutes_up__lte=1440), name="probe_day_has_1440"),
            models.CheckConstraint(
                condition=Q(last_minute_at__gte=F("first_minute_at")), name="probe_day_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.minutes_up}"
