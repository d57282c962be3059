"""Tables of the registers of certifications. Triggers (migration 0002) keep what was entered as it was."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.certifications.vocabulary import BookKind, EntryState

COUNT_MAX = 999


class CertificationBook(models.Model):
    """A register of an agency for a year and a kind: its last number, and how it was closed.

    `digest` is over all entries as they stood at the closing.
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12)
    last = models.PositiveIntegerField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "kind"], name="certification_book_one_a_year"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[str(kind) for kind in BookKind]),
                name="certification_book_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(digest=""),
                name="certification_book_closed_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.kind} {self.year}"


class Certification(models.Model):
    """One document in a register: its number, whose it is, how many pages and copies, what it costs.

    `position` is its place among the documents of the dossier. `signer_name` is who was to sign,
    and who did once `certified_at` is there. `search_key` is the folded text that is searched.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    document_name = models.CharField(max_length=300)
    pages = models.PositiveSmallIntegerField()
    copies = models.PositiveSmallIntegerField()
    sheets = models.PositiveSmallIntegerField()
    requester_name = models.CharField(max_length=200)
    requester_number = models.CharField(max_length=20, blank=True)
    fee_vnd = models.BigIntegerField()
    signer_name = models.CharField(max_length=200, blank=True)
    signer_title = models.CharField(max_length=200, blank=True)
    entered_at = models.DateTimeField()
    entered_on = models.DateField()
    entered_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    certified_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=12, default=EntryState.ENTERED.value)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    search_key = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["agency", "entered_on", "id"], name="certification_agency_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "kind", "number"], name="certification_number_once"
            ),
            models.UniqueConstraint(
                fields=["dossier", "position"], name="certification_place_in_dossier"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[str(kind) for kind in BookKind]),
                name="certification_kind_known",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="certification_from_one"),
            models.CheckConstraint(
                condition=Q(
                    pages__gte=1,
                    pages__lte=COUNT_MAX,
                    copies__gte=1,
                    copies__lte=COUNT_MAX,
                    sheets__lte=COUNT_MAX,
                ),
                name="certification_counts",
            ),
            models.CheckConstraint(condition=Q(fee_vnd__gte=0), name="certification_fee"),
            models.CheckConstraint(
                condition=~Q(document_name="") & ~Q(requester_name=""),
                name="certification_of_something",
            ),
            models.CheckConstraint(
                condition=Q(state=EntryState.ENTERED.value, cancelled_at__isnull=True, reason="")
                | Q(state=EntryState.CANCELLED.value, cancelled_at__isnull=False) & ~Q(reason=""),
                name="certification_cancelled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}/{self.year}"
