"""Accounts that follow a dossier."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.dossiers.models.codes import codes
from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.vocabulary import CitizenPart


class DossierCitizen(models.Model):
    """A citizen who sent a dossier, for himself or for the organization he acted for."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    citizen = models.ForeignKey(
        "citizens.Citizen", models.PROTECT, related_name="+", db_index=False
    )
    organization = models.ForeignKey(
        "citizens.Organization", models.PROTECT, null=True, related_name="+", db_index=False
    )
    part = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "citizen"], name="dossier_citizen_once"),
            models.CheckConstraint(
                condition=Q(part__in=codes(CitizenPart)), name="dossier_citizen_part_known"
            ),
        ]
        indexes = [
            models.Index(fields=["citizen", "-dossier"], name="dossier_citizen_newest"),
            models.Index(
                fields=["organization", "-dossier"],
                name="dossier_citizen_for",
                condition=Q(organization__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.citizen_id}"
