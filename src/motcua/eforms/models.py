"""Tables of interactive forms. A published version is frozen (triggers, migration 0002)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.database.periods import Period


class EForm(models.Model):
    """The interactive form of a procedure: its identity. One for each entry of the catalogue."""

    procedure = models.OneToOneField("procedures.Procedure", models.PROTECT, related_name="+")
    code = models.CharField(max_length=80)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(code__gt=""), name="eform_has_code")]

    def __str__(self) -> str:
        return self.code


class EFormVersion(Period):
    """What the form asks within one period (`valid_until` exclusive, null = open).

    A period of no days is a version withdrawn before it began. `digest` is that of the definition.
    """

    eform = models.ForeignKey(EForm, models.PROTECT, related_name="+")
    version_number = models.PositiveIntegerField()
    definition = models.JSONField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["eform", "version_number"], name="eform_version_number"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="eform_version_period_forward",
            ),
        ]
        indexes = [models.Index(fields=["eform", "valid_from"], name="eform_version_by_day")]

    def __str__(self) -> str:
        return f"{self.eform_id} v{self.version_number}"


class EFormDraft(models.Model):
    """What administrators are writing for a procedure, one at a time. `edition` counts the times it was
    saved: who saves says which one he has seen."""

    procedure = models.OneToOneField("procedures.Procedure", models.PROTECT, related_name="+")
    definition = models.JSONField()
    edition = models.PositiveIntegerField()
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(edition__gte=1), name="eform_draft_was_saved")
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id} e{self.edition}"
