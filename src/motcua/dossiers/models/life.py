"""What happens to a dossier: requests to complete it, results, their hand-over, files."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.dossiers.models.codes import codes
from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.vocabulary import Decision, FileKind, ReturnMethod


class SupplementRequest(models.Model):
    """What the applicant was asked to complete. `items` is canonical JSON, each with its `state`.

    `partly_answered_at`: when something last came for it while other items still wait.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    seq = models.PositiveSmallIntegerField()
    before_reception = models.BooleanField()
    reason = models.TextField()
    items = models.TextField()
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    partly_answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="request_one_per_place"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(answered_at__isnull=True),
                name="request_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}/{self.seq}"


class Result(models.Model):
    """What was decided, and the paper that says so. A corrected one stays beside its successor."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    seq = models.PositiveSmallIntegerField()
    replaces_seq = models.PositiveSmallIntegerField(null=True)
    decision = models.CharField(max_length=8)
    grounds = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=200, blank=True)
    decided_by_title = models.CharField(max_length=200, blank=True)
    document_number = models.CharField(max_length=80, blank=True)
    document_date = models.DateField(null=True)
    subject = models.CharField(max_length=500, blank=True)
    signed_by = models.CharField(max_length=200, blank=True)
    digests = models.TextField(default="[]")
    issued_at = models.DateTimeField(null=True)
    correction_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="result_one_per_place"),
            models.CheckConstraint(
                condition=Q(decision__in=codes(Decision)), name="result_decision_known"
            ),
            models.CheckConstraint(
                condition=Q(decision=str(Decision.GRANTED))
                | ~Q(grounds="")
                | ~Q(correction_reason=""),
                name="result_declined_with_grounds",
            ),
        ]

    def __str__(self) -> str:
        return self.document_number or f"{self.dossier_id}/{self.seq}"


class HandOver(models.Model):
    """A result in the hands of somebody entitled: who, how, when."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    seq = models.PositiveSmallIntegerField()
    result_seq = models.PositiveSmallIntegerField()
    method = models.CharField(max_length=8)
    recipient_name = models.CharField(max_length=200)
    recipient_number = models.CharField(max_length=20, blank=True)
    authority = models.CharField(max_length=300, blank=True)
    tracking_number = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=300, blank=True)
    returned_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="hand_over_one_per_place"),
            models.CheckConstraint(
                condition=Q(method__in=codes(ReturnMethod)), name="hand_over_method_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.recipient_name}"


class DossierFile(models.Model):
    """A stored file that is part of a dossier; `digest` names its bytes in `documents`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    kind = models.CharField(max_length=8)
    paper_position = models.PositiveSmallIntegerField(null=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=200, blank=True)
    is_removed = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["digest"], name="dossier_file_digest")]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "position"], name="file_one_per_place"),
            models.UniqueConstraint(
                fields=["dossier", "digest"],
                condition=Q(is_removed=False),
                name="file_once_in_dossier",
            ),
            models.CheckConstraint(condition=Q(kind__in=codes(FileKind)), name="file_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name
