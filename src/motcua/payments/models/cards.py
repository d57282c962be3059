"""The slips of card terminals: each is booked once. A trigger (migration 0006) keeps them as they were."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.payments.models.receipts import Receipt

TERMINAL_MAX = 16
REFERENCE_MAX = 60
LAST_FOUR = 4


class CardSlip(models.Model):
    """What a terminal printed for a receipt. Of the card the last four digits, never more.

    `day`: of the slip; `is_void`: its receipt was canceled, so that the slip may stand behind another.
    """

    id = models.BigAutoField(primary_key=True)
    receipt = models.OneToOneField(Receipt, models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    terminal = models.CharField(max_length=TERMINAL_MAX)
    reference = models.CharField(max_length=REFERENCE_MAX)
    day = models.DateField()
    last_four = models.CharField(max_length=LAST_FOUR)
    paid_at = models.DateTimeField()
    amount_vnd = models.BigIntegerField()
    is_void = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "terminal", "reference", "day"],
                condition=Q(is_void=False),
                name="card_slip_once",
            ),
            models.CheckConstraint(
                condition=~Q(terminal="") & ~Q(reference=""), name="card_slip_named"
            ),
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="card_slip_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.terminal} {self.reference}"
