"""Runs in the background that somebody has asked for and waits for. None of them is a legal fact."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.dossiers.models.codes import codes
from motcua.dossiers.rules.exports import RUNNING_MAX, Exported, FileForm, RunOutcome
from motcua.dossiers.rules.long_runs import LongKind


class BackgroundRun(models.Model):
    """Who asked, in which position, when; how far it is; how it ended.

    `attempt` counts the workers that have taken it up: only the last may write. `touched_at` is when
    it last said something. `total` is unknown until a worker has counted.
    """

    user_id = models.BigIntegerField()
    holding_id = models.BigIntegerField(null=True)
    total = models.PositiveIntegerField(null=True)
    done = models.PositiveIntegerField(default=0)
    attempt = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, blank=True, default="")
    failure = models.CharField(max_length=60, blank=True, default="")
    params = models.TextField(default="{}")

    class Meta:
        abstract = True


class ExportRun(BackgroundRun):
    """A list being written into a file, or the file waiting to be fetched.

    `which` is the filter and `scope` the rights it was made by, in plain values; `slot` is one of the
    few places that a person has for files in the making.
    """

    what = models.CharField(max_length=13)
    which = models.TextField()
    form = models.CharField(max_length=5)
    language = models.CharField(max_length=5)
    slot = models.PositiveSmallIntegerField()
    scope = models.CharField(max_length=64, blank=True, default="")
    size = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True, default="")
    request_key = models.CharField(max_length=120, blank=True, default="")
    request_digest = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["user_id", "-id"], name="export_run_of_user"),
            models.Index(fields=["asked_at"], name="export_run_by_age"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "slot"],
                condition=Q(finished_at=None),
                name="export_run_one_per_slot",
            ),
            models.UniqueConstraint(
                fields=["request_key"],
                condition=~Q(request_key=""),
                name="export_run_asked_once",
            ),
            models.CheckConstraint(
                condition=Q(slot__gte=1, slot__lte=RUNNING_MAX), name="export_run_slot_known"
            ),
            models.CheckConstraint(
                condition=Q(what__in=codes(Exported), form__in=codes(FileForm)),
                name="export_run_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", finished_at=None)
                | Q(outcome__in=codes(RunOutcome), finished_at__isnull=False),
                name="export_run_ends_once",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=str(RunOutcome.DONE)) | ~Q(digest=""),
                name="export_run_done_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.form} of {self.user_id}"


class LongRun(BackgroundRun):
    """Running dossiers that follow a change, piece by piece, each piece with its facts and with this
    row in one transaction: a piece that is repeated does nothing.

    `given` is what was ordered, in plain values; `subject` names it, so that it runs once at a time;
    `last_id` is the last dossier looked at; `told` the first moves, to be shown.
    """

    kind = models.CharField(max_length=10)
    subject = models.CharField(max_length=120)
    given = models.TextField()
    last_id = models.BigIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    told = models.TextField(default="[]")

    class Meta:
        indexes = [models.Index(fields=["user_id", "-id"], name="long_run_of_user")]
        constraints = [
            models.UniqueConstraint(
                fields=["subject"], condition=Q(finished_at=None), name="long_run_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=codes(LongKind)), name="long_run_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", finished_at=None)
                | Q(outcome__in=codes(RunOutcome), finished_at__isnull=False),
                name="long_run_ends_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
