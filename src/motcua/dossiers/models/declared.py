"""What was declared into the interactive form of the procedure."""

from __future__ import annotations

from django.db import models

from motcua.dossiers.models.dossier import Dossier


class Declaration(models.Model):
    """The answers of a dossier's declaration as they stand; `answers` is canonical JSON.

    What was answered before stays in the ledger. The version of the form is the one filled in.
    """

    dossier = models.OneToOneField(Dossier, models.CASCADE, primary_key=True, related_name="+")
    eform_version = models.ForeignKey(
        "eforms.EFormVersion", models.PROTECT, related_name="+", db_index=False
    )
    answers = models.TextField()

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.eform_version_id}"
