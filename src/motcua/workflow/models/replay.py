"""A process tried on the dossiers of the past before it is published."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class ReplayRun(models.Model):
    """One trial, piece by piece: each piece with this row in one transaction, so that a worker that dies
    is followed by another from the last piece that was kept.

    `definition` is the process as it was when the trial was asked for, `digest` names it; `tally` what
    it has come to so far (`rules.tallying`); `last_id` the last dossier looked at. A trial changes no
    dossier and names nobody.
    """

    process = models.ForeignKey("processes.InternalProcess", models.PROTECT, related_name="+")
    definition = models.JSONField()
    digest = models.CharField(max_length=64)
    agency_ids = models.JSONField()
    procedure_version_ids = models.JSONField()
    from_day = models.DateField()
    until_day = models.DateField()
    user_id = models.BigIntegerField()
    asked_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    attempt = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    done = models.PositiveIntegerField(default=0)
    last_id = models.BigIntegerField(default=0)
    tally = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["process"], condition=Q(finished_at=None), name="replay_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(until_day__gte=models.F("from_day")), name="replay_period_forward"
            ),
        ]
        indexes = [models.Index(fields=["process", "-id"], name="replay_of_process")]

    def __str__(self) -> str:
        return f"{self.process_id}: {self.from_day} {self.until_day}"
