"""Who has a dossier in hand: offers of a hand-over with their answers, and who had a task on it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.dossiers.models.codes import codes
from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.vocabulary import OfferAnswer


class Offer(models.Model):
    """A hand-over that was offered, and its answer. The sender has the dossier until it is accepted.

    `papers` (places) and `digests` (of files) are canonical JSON: what is handed over. `limit_…` is
    how long the task may take, `hold_due_at` until when, counted from the acceptance.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+", db_index=False)
    seq = models.PositiveSmallIntegerField()
    from_agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, related_name="+", db_index=False
    )
    from_unit = models.ForeignKey(
        "agencies.Unit", models.PROTECT, null=True, related_name="+", db_index=False
    )
    to_agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, related_name="+", db_index=False
    )
    to_unit = models.ForeignKey(
        "agencies.Unit", models.PROTECT, null=True, related_name="+", db_index=False
    )
    task = models.TextField()
    papers = models.TextField(default="[]")
    digests = models.TextField(default="[]")
    limit_unit = models.CharField(max_length=16, blank=True)
    limit_value = models.CharField(max_length=16, blank=True)
    offered_at = models.DateTimeField()
    offered_by = models.CharField(max_length=200, blank=True)
    hold_due_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=12, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["from_agency", "-answered_at"],
                name="offer_refused",
                condition=Q(answer=str(OfferAnswer.REFUSED)),
            ),
            models.Index(
                fields=["answered_at"],
                name="offer_accepted",
                condition=Q(answer=str(OfferAnswer.ACCEPTED)),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="offer_one_per_place"),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(answered_at__isnull=True), name="offer_one_open"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | Q(answer__in=codes(OfferAnswer), answered_at__isnull=False),
                name="offer_answer_known",
            ),
            models.CheckConstraint(
                condition=~Q(answer=str(OfferAnswer.REFUSED)) | ~Q(reason=""),
                name="offer_refused_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}/{self.seq}"


class DossierAgency(models.Model):
    """An agency, or one unit of it, that has or had a task on a dossier, or is offered one: besides
    those that received and settle it, it may read the dossier.

    `is_lasting`: it had it in hand, or a task on it; one that was only offered it forgets it again.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+", db_index=False)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(
        "agencies.Unit", models.PROTECT, null=True, related_name="+", db_index=False
    )
    is_lasting = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["agency", "-dossier"], name="dossier_agency_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "agency"],
                condition=Q(unit__isnull=True),
                name="dossier_agency_once",
            ),
            models.UniqueConstraint(
                fields=["dossier", "agency", "unit"],
                condition=Q(unit__isnull=False),
                name="dossier_unit_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.agency_id}"
