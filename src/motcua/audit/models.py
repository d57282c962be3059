"""The access log: append-only by trigger."""

from __future__ import annotations

from django.db import models


class AccessLog(models.Model):
    """One look, search, export, sign-in or denied try.

    `actor` is the envelope as canonical JSON text; `address` the network address the request
    came from (law.md 11.2 asks for the source of each access); `agency_id` the agency acted in.
    """

    at = models.DateTimeField()
    user_id = models.BigIntegerField(null=True)
    agency_id = models.BigIntegerField(null=True)
    actor = models.TextField()
    act = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True)
    detail = models.TextField(blank=True)
    outcome = models.CharField(max_length=10)
    request_id = models.CharField(max_length=64, blank=True)
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["ALLOWED", "DENIED"]), name="access_log_outcome"
            )
        ]
        indexes = [
            models.Index(fields=["at", "id"], name="access_log_time"),
            models.Index(fields=["user_id", "at"], name="access_log_user"),
            models.Index(fields=["agency_id", "at"], name="access_log_agency"),
            models.Index(fields=["subject_kind", "subject_id", "at"], name="access_log_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act}"
