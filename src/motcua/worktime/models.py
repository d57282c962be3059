"""Calendars as rows: the weekly hours of an office, and the days that differ from its week.

An agency without an own calendar has that of the nearest agency above it; the row without an
agency is the country's. Special days of every agency above hold too.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.database.periods import Period, ends_after_start
from motcua.worktime.vocabulary import Counting, CutoffAppliesTo, DayCause, DayKind, OutsideHours


class OfficeCalendar(Period):
    """Weekly hours and the way of counting of one agency for a period.

    `week` maps weekday "0" (Monday) to "6" to `{"sessions": [[480, 720], …],
    "reception_only": bool}`, minutes from midnight. `cutoff_minute` null = no cut-off.
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    week = models.JSONField()
    counting = models.CharField(max_length=24, default=Counting.FIRST_DAY_EXCLUDED)
    outside_hours = models.CharField(max_length=16, default=OutsideHours.NEXT_SESSION)
    cutoff_minute = models.PositiveSmallIntegerField(null=True)
    cutoff_applies_to = models.CharField(max_length=16, default=CutoffAppliesTo.SAME_DAY)
    basis = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(counting__in=[*Counting]), name="calendar_counting_known"
            ),
            models.CheckConstraint(
                condition=Q(outside_hours__in=[*OutsideHours]), name="calendar_outside_known"
            ),
            models.CheckConstraint(
                condition=Q(cutoff_applies_to__in=[*CutoffAppliesTo]), name="calendar_cutoff_known"
            ),
            models.CheckConstraint(
                condition=Q(cutoff_minute=None) | Q(cutoff_minute__lt=1440),
                name="calendar_cutoff_in_day",
            ),
            ends_after_start("calendar_period"),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id or 'VN'} {self.valid_from}"


class CalendarDay(models.Model):
    """A date that is not an ordinary day of its week, for the country or for one agency and below.

    `announced_at` is when the office learned of it: a day announced late moves open dossiers.
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    day = models.DateField()
    kind = models.CharField(max_length=16)
    cause = models.CharField(max_length=16)
    name = models.CharField(max_length=200, blank=True)
    sessions = models.JSONField(default=list)
    like_weekday = models.PositiveSmallIntegerField(default=0)
    instead_of = models.DateField(null=True)
    source = models.CharField(max_length=300, blank=True)
    announced_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "day"], name="calendar_day_once"),
            models.UniqueConstraint(
                fields=["day"], condition=Q(agency=None), name="calendar_day_once_nationwide"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[*DayKind]), name="calendar_day_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(cause__in=[*DayCause]), name="calendar_day_cause_known"
            ),
            models.CheckConstraint(
                condition=Q(like_weekday__lte=6), name="calendar_day_like_weekday"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind} {self.name}"
