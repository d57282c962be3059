"""Tables of interlinked groups. A published version is frozen (triggers, migration 0002)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.database.periods import Period
from motcua.interlinked.vocabulary import AwaitedState


class InterlinkedGroup(models.Model):
    """The identity of a group of procedures."""

    code = models.CharField(max_length=80, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(code__gt=""), name="interlinked_group_has_code")
        ]

    def __str__(self) -> str:
        return self.code


class InterlinkedVersion(Period):
    """What the group is within one period. `definition`: see `rules.definition`; `digest` is its own.

    A period of no days is a version withdrawn before it began.
    """

    group = models.ForeignKey(InterlinkedGroup, models.PROTECT, related_name="+")
    version_number = models.PositiveIntegerField()
    name = models.CharField(max_length=500)
    definition = models.JSONField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "version_number"], name="interlinked_version_number"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="interlinked_version_forward",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} v{self.version_number}"


class Submission(models.Model):
    """Dossiers asked for at once as a group; `head` is the first of them."""

    version = models.ForeignKey(InterlinkedVersion, models.PROTECT, related_name="+")
    head = models.OneToOneField("dossiers.Dossier", models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.version_id}: {self.head_id}"


class SubmissionMember(models.Model):
    """One dossier of a submission: which member of the group it is, when it was expected to be done."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=80)
    dossier = models.OneToOneField("dossiers.Dossier", models.PROTECT, related_name="+")
    expected_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "position"], name="submission_member_place"
            ),
            models.UniqueConstraint(fields=["submission", "key"], name="submission_member_once"),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.key}"


class AwaitedResult(models.Model):
    """`dossier` needs what `feeder` gives. `reason`: why it will never come."""

    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="+")
    feeder = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, default=str(AwaitedState.WAITING))
    settled_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "feeder"], name="awaited_result_once"),
            models.CheckConstraint(
                condition=Q(state__in=[str(one) for one in AwaitedState]),
                name="awaited_result_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state=str(AwaitedState.WAITING), settled_at=None)
                | ~Q(state=str(AwaitedState.WAITING)) & Q(settled_at__isnull=False),
                name="awaited_result_settled_when",
            ),
            models.CheckConstraint(
                condition=~Q(dossier=F("feeder")), name="awaited_result_of_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} ← {self.feeder_id}"
