"""A long statement that a worker takes line by line."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.payments.models.received import BankStatement


class StatementRun(models.Model):
    """What is left of a statement to take, and how far it is.

    `lines`: canonical JSON, the new lines of the file in its order, each with its name; emptied at the end.
    `user_id`, `holding_id`: whoever brought the file. `attempt` counts the workers that took it up.
    """

    id = models.BigAutoField(primary_key=True)
    statement = models.OneToOneField(BankStatement, models.PROTECT, related_name="+")
    user_id = models.BigIntegerField()
    holding_id = models.BigIntegerField(null=True)
    lines = models.TextField()
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    matched = models.PositiveIntegerField(default=0)
    attempt = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["touched_at"],
                name="statement_run_open",
                condition=Q(finished_at__isnull=True),
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(done__lte=F("total"), matched__lte=F("done")),
                name="statement_run_no_further_than_its_end",
            )
        ]

    def __str__(self) -> str:
        return f"{self.done}/{self.total}"
