"""Papers of many dossiers being drawn into one file."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q


class PrintRun(models.Model):
    """One kind of paper asked for many dossiers at once, drawn in the background. Not a fact.

    `codes` are those asked for, `left_out` those that give no such paper with the refusal's code,
    both plain values as JSON. The file waits under the run's id for a day.
    """

    user_id = models.BigIntegerField()
    holding_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=30)
    size = models.CharField(max_length=2, blank=True)
    codes = models.TextField()
    left_out = models.TextField(default="[]")
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["user_id", "-id"], name="print_run_of_user"),
            models.Index(fields=["asked_at"], name="print_run_by_age"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="print_run_within"),
            models.CheckConstraint(condition=Q(size__in=["", "A4", "A5"]), name="print_run_size"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} x {self.total}"
