"""Files, uploads on their way, and what the scanner said.

None of these is a legal fact: a file becomes part of a dossier by the act that attaches it, whose
fact carries the digest. So nothing here is written to the ledger; see docs/decisions/0011.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

DIGEST_LENGTH = 64


class StoredFile(models.Model):
    """One content that is kept; append-only. Its bytes lie in the folder of files under `digest`."""

    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="stored_file_not_empty")
        ]

    def __str__(self) -> str:
        return f"{self.digest[:12]} {self.media_type}"


class Upload(models.Model):
    """A draft: bytes on their way, or a finished file that waits to be attached. Forgotten when expired.

    Only the position or the citizen that began it may go on with it or attach it.
    """

    token = models.CharField(max_length=64, unique=True)
    holding = models.ForeignKey(
        "accounts.Holding", related_name="+", null=True, on_delete=models.PROTECT
    )
    citizen = models.ForeignKey(
        "citizens.Citizen",
        related_name="+",
        null=True,
        db_index=False,
        on_delete=models.PROTECT,
    )
    name = models.CharField(max_length=200)
    size = models.BigIntegerField()
    received = models.BigIntegerField(default=0)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    file = models.ForeignKey(StoredFile, null=True, related_name="+", on_delete=models.PROTECT)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(received__gte=0, size__gt=0, received__lte=F("size")),
                name="upload_received_within",
            ),
            models.CheckConstraint(
                condition=Q(file=None) | Q(received=F("size")), name="upload_finished_is_whole"
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="upload_ends_later"
            ),
            models.CheckConstraint(
                condition=Q(holding__isnull=True, citizen__isnull=False)
                | Q(holding__isnull=False, citizen__isnull=True),
                name="upload_has_one_owner",
            ),
        ]
        indexes = [
            models.Index(fields=["holding", "expires_at"], name="upload_holding"),
            models.Index(
                fields=["citizen", "expires_at"],
                name="upload_citizen",
                condition=Q(citizen__isnull=False),
            ),
            models.Index(fields=["expires_at"], name="upload_expiry"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.received}/{self.size}"


class FileScan(models.Model):
    """One verdict of the scanner, or that there was none; append-only, the latest holds."""

    file = models.ForeignKey(StoredFile, related_name="+", on_delete=models.PROTECT)
    state = models.CharField(max_length=10)
    scanner = models.CharField(max_length=120, blank=True)
    found = models.CharField(max_length=200, blank=True)
    scanned_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["UNSCANNED", "CLEAN", "INFECTED", "FAILED"]),
                name="file_scan_state",
            ),
        ]
        indexes = [models.Index(fields=["file", "-id"], name="file_scan_latest")]

    def __str__(self) -> str:
        return f"{self.file_id} {self.state}"
