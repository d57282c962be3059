"""Tables of reconciliation. Triggers (migration 0002) keep what was found; only its state goes on."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.reconciliation.vocabulary import Kind, Likely, State, SubjectKind


def _codes(enum: type) -> list[str]:
    return [str(member) for member in enum]  # type: ignore[attr-defined]


class Difference(models.Model):
    """Something that differs, once for as long as it is the same. `day`: whose money it is about.

    Found again after it was gone, or with another amount after it was explained, it stands again.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24)
    subject_kind = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    day = models.DateField()
    amount_vnd = models.BigIntegerField()
    likely = models.CharField(max_length=20)
    about = models.CharField(max_length=80, blank=True)
    owner = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    found_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=State.OPEN.value)
    explained_at = models.DateTimeField(null=True)
    explained_by = models.ForeignKey(
        "accounts.Holding", models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    gone_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "state", "id"], name="difference_agency_state"),
            models.Index(fields=["agency", "day", "id"], name="difference_agency_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "subject_kind", "subject_id"], name="difference_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=_codes(Kind),
                    likely__in=_codes(Likely),
                    subject_kind__in=_codes(SubjectKind),
                ),
                name="difference_known",
            ),
            models.CheckConstraint(
                condition=Q(state=State.OPEN.value, explained_at=None, gone_at=None)
                | Q(state=State.EXPLAINED.value, explained_at__isnull=False, gone_at=None)
                & ~Q(reason="")
                | Q(state=State.GONE.value, gone_at__isnull=False),
                name="difference_state_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_kind} {self.subject_id}: {self.amount_vnd}"


class Comparison(models.Model):
    """Once all was compared for an agency: when, what was found, what stood then. Append-only."""

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    compared_at = models.DateTimeField()
    since = models.DateField()
    found = models.PositiveIntegerField()
    gone = models.PositiveIntegerField()
    standing = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["agency", "-id"], name="comparison_agency")]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.compared_at}: {self.standing}"
