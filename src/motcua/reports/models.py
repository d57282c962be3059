"""Reports as they were told when their period was closed: new rows only (trigger, migration 0002);
and the figures that everybody may read: of procedures, and of promises, counted by night."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.reports.vocabulary import ReportName


class ClosedReport(models.Model):
    """One report of an agency over a period, in the words and numbers of the day it was closed.

    `told` is canonical JSON, `digest` its SHA-256. `definition_version` is that of the report.
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    name = models.CharField(max_length=20)
    with_subordinates = models.BooleanField()
    from_day = models.DateField()
    until_day = models.DateField()
    definition_version = models.PositiveSmallIntegerField()
    told = models.TextField()
    digest = models.CharField(max_length=64)
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    closer_name = models.CharField(max_length=200)
    closer_title = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "-until_day", "-id"], name="closed_report_lately"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name", "with_subordinates", "from_day", "until_day"],
                name="closed_report_once",
            ),
            models.CheckConstraint(
                condition=Q(until_day__gte=F("from_day")), name="closed_report_period_forward"
            ),
            models.CheckConstraint(
                condition=Q(name__in=[str(name) for name in ReportName]),
                name="closed_report_name_known",
            ),
            models.CheckConstraint(
                condition=~Q(told="") & ~Q(digest=""), name="closed_report_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.name} {self.from_day} – {self.until_day}"


class PublishedFigure(models.Model):
    """What one agency (null = all together) did of a procedure in the twelve months up to a day.

    Derived: `publishing.publish_figures` replaces all rows each night.
    """

    scope = models.CharField(max_length=10)
    code = models.CharField(max_length=40)
    agency = models.ForeignKey(
        "agencies.Agency", models.CASCADE, null=True, related_name="+", db_index=False
    )
    from_day = models.DateField()
    until_day = models.DateField()
    received = models.PositiveIntegerField()
    online = models.PositiveIntegerField()
    settled = models.PositiveIntegerField()
    in_time = models.PositiveIntegerField()
    median_days = models.PositiveIntegerField(null=True)
    days_of_nine_in_ten = models.PositiveIntegerField(null=True)
    received_hidden = models.BooleanField(default=False)
    settled_hidden = models.BooleanField(default=False)
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "scope", "agency"], name="published_figure_once"
            ),
            models.UniqueConstraint(
                fields=["code", "scope"],
                condition=Q(agency=None),
                name="published_figure_once_of_all",
            ),
            models.CheckConstraint(
                condition=Q(online__lte=F("received"), in_time__lte=F("settled")),
                name="published_figure_parts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.agency_id}"


class PromiseRow(models.Model):
    """What one agency promised and did of a procedure in one period, as it is published.

    `agency` null: all together; `code` empty: all procedures. A count that is not to be told is not kept
    here either: null, with its share and days. What citizens say (surveys, feedback) stands with whole
    agencies alone, of which no sum is told. Derived: `publishing_promises.publish_promises`.
    """

    period = models.CharField(max_length=10)
    from_day = models.DateField()
    until_day = models.DateField()
    agency = models.ForeignKey(
        "agencies.Agency", models.CASCADE, null=True, related_name="+", db_index=False
    )
    agency_name = models.CharField(max_length=500, blank=True)
    scope = models.CharField(max_length=10, blank=True)
    code = models.CharField(max_length=40, blank=True)
    name = models.TextField(blank=True)
    name_key = models.TextField(blank=True)
    place = models.PositiveIntegerField()
    limit_unit = models.CharField(max_length=20, blank=True)
    limit_value = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    fees = models.JSONField(default=list)
    received = models.PositiveIntegerField(null=True)
    online = models.PositiveIntegerField(null=True)
    settled = models.PositiveIntegerField(null=True)
    in_time = models.PositiveIntegerField(null=True)
    median_days = models.PositiveIntegerField(null=True)
    days_of_nine_in_ten = models.PositiveIntegerField(null=True)
    satisfied_percent = models.FloatField(null=True)
    satisfied_low = models.FloatField(null=True)
    satisfied_high = models.FloatField(null=True)
    surveys_answered = models.PositiveIntegerField(null=True)
    surveys_invited = models.PositiveIntegerField(null=True)
    feedback_in_time = models.PositiveIntegerField(null=True)
    feedback_due = models.PositiveIntegerField(null=True)
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["period", "place"], name="promise_place_once"),
            models.CheckConstraint(
                condition=Q(online=None) | Q(online__lte=F("received")),
                name="promise_online_part",
            ),
            models.CheckConstraint(
                condition=Q(in_time=None) | Q(in_time__lte=F("settled")),
                name="promise_in_time_part",
            ),
            models.CheckConstraint(
                condition=(Q(received=None) | Q(online__isnull=False))
                & (Q(settled=None) | Q(in_time__isnull=False)),
                name="promise_counts_with_parts",
            ),
        ]
        indexes = [models.Index(fields=["period", "agency", "place"], name="promise_of_agency")]

    def __str__(self) -> str:
        return f"{self.period} {self.code} {self.agency_id}"
