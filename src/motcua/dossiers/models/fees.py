"""Who pays less and by which proof; what a leader let go unpaid. What is owed itself are the `FeeLine`s."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.dossiers.models.codes import codes
from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.vocabulary import ClaimState, ProofKind
from motcua.procedures.vocabulary import Preference


class ReliefClaim(models.Model):
    """Somebody belongs to a group for whom fees of the procedure are lowered: how it is proven, what an
    officer made of it. One of each group; what was said before stays in the ledger."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    group = models.CharField(max_length=40)
    kind = models.CharField(max_length=8)
    source = models.CharField(max_length=500, blank=True)
    number = models.CharField(max_length=60, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    expires_on = models.DateField(null=True)
    state = models.CharField(max_length=8)
    reason = models.TextField(blank=True)
    claimed_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "group"], name="relief_one_per_group"),
            models.CheckConstraint(
                condition=Q(group__in=codes(Preference)), name="relief_group_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=codes(ProofKind)), name="relief_proof_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=codes(ClaimState)), name="relief_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="WAITING", decided_at__isnull=True)
                | ~Q(state="WAITING") & Q(decided_at__isnull=False),
                name="relief_decided_has_when",
            ),
        ]
        indexes = [models.Index(fields=["-decided_at"], name="relief_decided")]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.group}"


class UnpaidLeave(models.Model):
    """A leader's leave to hand a result over before its fee is paid, and why. The fee stays owed."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    seq = models.PositiveSmallIntegerField()
    reason = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="leave_one_per_place"),
        ]
        indexes = [models.Index(fields=["-given_at"], name="leave_given")]

    def __str__(self) -> str:
        return f"{self.dossier_id}/{self.seq}"
