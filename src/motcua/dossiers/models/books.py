"""Numbers and registers of an agency."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.database.periods import Period, ends_after_start


class DossierSerial(models.Model):
    """The last serial given by an agency on a day; one row is locked while a code is allotted."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    day = models.DateField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "day"], name="serial_one_per_agency_day"),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.day}: {self.last}"


class DossierRegister(models.Model):
    """The register of an agency for a year (Form 07): its last line, and how it was closed.

    `digest` is over all lines as they stood at the closing.
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="register_one_per_year"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(digest=""), name="register_closed_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year}"


class NumberPattern(Period):
    """The pattern of dossier codes of an agency and all below it, for a period."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    pattern = models.CharField(max_length=80)

    class Meta:
        constraints = [ends_after_start("number_pattern_period")]

    def __str__(self) -> str:
        return self.pattern
