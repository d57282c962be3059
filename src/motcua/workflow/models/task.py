"""Every piece of work on a dossier that one unit or person answers for."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.workflow.vocabulary import TaskKind, TaskState

OPEN = Q(state=str(TaskState.OPEN))
STEP = Q(kind=str(TaskKind.STEP))


def _codes(enum: type[TaskKind] | type[TaskState]) -> list[str]:
    return [str(member) for member in enum]


class Task(models.Model):
    """One piece of work; `dossier` is null for what a leader orders about no dossier.

    `role`: who may take it ("" = anybody of the unit). `unit` null: anybody of the agency with the role.
    `due_at`, `remind_at`, `escalate_at` are null where no time runs; `clock` is canonical JSON of what
    they follow from ("" = none). `order_at` puts a list in order: the date, or long after. `effort` is
    the allotted time in working minutes, `spent` what passed until it ended, without waits for the
    applicant; `is_outside`: no time of the office runs. `closed_user_id` is the account of whoever finished it, for
    four eyes. `answer` is canonical JSON: what came of it.
    """

    id = models.BigAutoField(primary_key=True)
    dossier = models.ForeignKey(
        "dossiers.Dossier", models.CASCADE, null=True, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=16)
    state = models.CharField(max_length=16, default=str(TaskState.OPEN))
    step_key = models.CharField(max_length=40, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    number = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=300)
    role = models.CharField(max_length=16, blank=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(
        "agencies.Unit", models.PROTECT, null=True, related_name="+", db_index=False
    )
    assignee = models.ForeignKey(
        "accounts.Holding", models.PROTECT, null=True, related_name="+", db_index=False
    )
    asked_by = models.ForeignKey(
        "accounts.Holding", models.PROTECT, null=True, related_name="+", db_index=False
    )
    asked_by_agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, related_name="+", db_index=False
    )
    asked_by_name = models.CharField(max_length=200, blank=True)
    question = models.TextField(blank=True)
    is_mandatory = models.BooleanField(default=False)
    is_outside = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    remind_at = models.DateTimeField(null=True)
    escalate_at = models.DateTimeField(null=True)
    order_at = models.DateTimeField()
    clock = models.TextField(blank=True)
    effort = models.PositiveIntegerField(default=0)
    spent = models.PositiveIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)
    closed_by_name = models.CharField(max_length=200, blank=True)
    closed_user_id = models.BigIntegerField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["dossier", "id"], name="task_of_dossier"),
            models.Index(
                fields=["agency", "unit", "order_at", "id"], name="task_of_unit", condition=OPEN
            ),
            models.Index(
                fields=["assignee", "order_at", "id"], name="task_of_person", condition=OPEN
            ),
            models.Index(
                fields=["asked_by", "-id"],
                name="task_asked_by",
                condition=Q(asked_by__isnull=False),
            ),
            models.Index(
                fields=["agency", "closed_at"],
                name="task_closed",
                condition=Q(closed_at__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "step_key"],
                condition=OPEN & STEP,
                name="task_step_open_once",
            ),
            models.UniqueConstraint(
                fields=["dossier", "step_key", "round"], condition=STEP, name="task_step_round"
            ),
            models.CheckConstraint(condition=Q(kind__in=_codes(TaskKind)), name="task_kind_known"),
            models.CheckConstraint(
                condition=Q(state__in=_codes(TaskState)), name="task_state_known"
            ),
            models.CheckConstraint(
                condition=OPEN & Q(closed_at__isnull=True) | ~OPEN & Q(closed_at__isnull=False),
                name="task_closed_has_when",
            ),
            models.CheckConstraint(
                condition=~STEP | ~Q(step_key="") & Q(dossier__isnull=False),
                name="task_step_has_key",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                name="task_closed_after_opened",
            ),
            models.CheckConstraint(
                condition=Q(dossier__isnull=False) | Q(kind=str(TaskKind.DIRECTIVE)),
                name="task_about_a_dossier",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="task_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.kind} {self.name}"
