"""Tables of internal processes. A published version is frozen (triggers, migration 0001)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.database.periods import Period


def _once(name: str, *fields: str, empty: Q | None = None) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["procedure_version", *fields], name=name, condition=empty
    )


class InternalProcess(models.Model):
    """The process of a version of a procedure: its identity. An empty agency: of every agency that has
    none of its own; an empty variant: of every way to ask that has none of its own."""

    procedure_version = models.ForeignKey(
        "procedures.ProcedureVersion", models.PROTECT, related_name="+"
    )
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", null=True)
    variant = models.ForeignKey(
        "procedures.ProcedureVariant", models.PROTECT, related_name="+", null=True
    )

    class Meta:
        constraints = [
            _once("process_of_all", empty=Q(agency=None, variant=None)),
            _once("process_of_agency", "agency", empty=Q(variant=None)),
            _once("process_of_variant", "variant", empty=Q(agency=None)),
            _once("process_of_agency_and_variant", "agency", "variant"),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_version_id}/{self.agency_id}/{self.variant_id}"


class ProcessVersion(Period):
    """What the process says within one period (`valid_until` exclusive, null = open).

    A period of no days is a version withdrawn before it began. `digest` is that of the definition;
    `acknowledged` are the warnings that whoever published it has read, `reason` why he published all
    the same.
    """

    process = models.ForeignKey(InternalProcess, models.PROTECT, related_name="+")
    version_number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    definition = models.JSONField()
    digest = models.CharField(max_length=64)
    acknowledged = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["process", "version_number"], name="process_version_number"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="process_version_period_forward",
            ),
            models.CheckConstraint(
                condition=Q(version_number__gte=1), name="process_version_from_1"
            ),
        ]
        indexes = [models.Index(fields=["process", "valid_from"], name="process_version_by_day")]

    def __str__(self) -> str:
        return f"{self.process_id} v{self.version_number}"


class ProcessDraft(models.Model):
    """What is being written for a process, one at a time. `edition` counts the times it was saved: who
    saves says which one he has seen. `source` is where it was taken over from, "" when written here;
    `replaced` what stood here before that, to go back to (null: nothing was replaced)."""

    process = models.OneToOneField(InternalProcess, models.PROTECT, related_name="+")
    definition = models.JSONField()
    edition = models.PositiveIntegerField()
    source = models.CharField(max_length=200, blank=True)
    replaced = models.JSONField(null=True)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(edition__gte=1), name="process_draft_was_saved")
        ]

    def __str__(self) -> str:
        return f"{self.process_id} e{self.edition}"
