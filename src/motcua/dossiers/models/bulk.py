"""One act for many dossiers: what was asked for, and what became of each."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.dossiers.models.codes import codes
from motcua.dossiers.vocabulary import BulkOutcome


class BulkRun(models.Model):
    """One act asked for many dossiers at once, carried out one by one in the background.

    `given` is the plain input of the act. Not a legal fact: each act that goes through is one.
    """

    user_id = models.BigIntegerField()
    holding_id = models.BigIntegerField(null=True)
    act = models.CharField(max_length=40)
    given = models.TextField()
    total = models.PositiveIntegerField()
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    request_key = models.CharField(max_length=120, blank=True, default="")
    request_digest = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["user_id", "-id"], name="bulk_run_of_user")]
        constraints = [
            models.UniqueConstraint(
                fields=["request_key"],
                condition=~Q(request_key=""),
                name="bulk_run_asked_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} x {self.total}"


class BulkItem(models.Model):
    """One dossier of a bulk run, and what became of it. `own`: plain values of the input that are
    this dossier's alone, such as the number of its result."""

    run = models.ForeignKey(BulkRun, models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=50)
    seen_version = models.PositiveIntegerField()
    own = models.TextField(default="{}")
    outcome = models.CharField(max_length=8, blank=True)
    refusal = models.CharField(max_length=60, blank=True)
    params = models.TextField(default="{}")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "position"], name="bulk_item_one_per_place"),
            models.CheckConstraint(
                condition=Q(outcome__in=["", *codes(BulkOutcome)]), name="bulk_outcome_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.position} {self.code}"


class SavedView(models.Model):
    """A list of work that somebody has named for himself; `query` is its address query."""

    user_id = models.BigIntegerField()
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000, blank=True)
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user_id", "name"], name="saved_view_one_per_name"),
            models.CheckConstraint(condition=~Q(name=""), name="saved_view_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
