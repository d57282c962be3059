"""Where each dossier stands in its process."""

from __future__ import annotations

from django.db import models


class ProcessRun(models.Model):
    """The process that a dossier goes through: the version in force when it was received, for good.

    `state` is canonical JSON (`rules.keeping`): what is under way and what waits where branches join.
    """

    dossier = models.OneToOneField(
        "dossiers.Dossier", models.CASCADE, primary_key=True, related_name="+"
    )
    process_version = models.ForeignKey(
        "processes.ProcessVersion", models.PROTECT, related_name="+", db_index=False
    )
    state = models.TextField()
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["process_version", "-dossier"], name="run_of_process_version")
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.process_version_id}"
