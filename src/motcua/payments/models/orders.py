"""Tables of paying without cash: accounts of agencies, attempts to pay, messages of gateways.

Triggers (migration 0005) keep amounts and messages as they were.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.database.periods import Period, ends_after_start
from motcua.payments.vocabulary import MessageVerdict, OrderState
from motcua.procedures.vocabulary import FeeKind

NUMBER_LENGTH_MAX = 12
TRANSACTION_MAX = 80
BODY_MAX = 8192
TAKEN_VERDICTS = [
    MessageVerdict.ACCEPTED.value,
    MessageVerdict.ACCEPTED_LATE.value,
    MessageVerdict.WRONG_AMOUNT.value,
]


def _codes(enum: type) -> list[str]:
    return [str(member) for member in enum]  # type: ignore[attr-defined]


class CollectingAccount(Period):
    """By which account an agency is paid in a period, and through which gateway ("" for none).

    `merchant`: how the gateway calls the agency. `columns`: canonical JSON, in which column of the
    bank's CSV statement each thing stands, as an officer said last.
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    bank_bin = models.CharField(max_length=6)
    bank_name = models.CharField(max_length=100)
    number = models.CharField(max_length=19)
    holder = models.CharField(max_length=100)
    gateway = models.CharField(max_length=30, blank=True)
    merchant = models.CharField(max_length=60, blank=True)
    columns = models.TextField(default="{}")

    class Meta:
        constraints = [
            ends_after_start("collecting_account_period"),
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(bank_name="") & ~Q(holder=""),
                name="collecting_account_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bank_name} {self.number}"


class PaymentOrder(models.Model):
    """One attempt to pay what a dossier owes: its own number, an amount that never changes.

    `version` counts the facts about it. `ended_at`: when money came, the time was over or it was
    withdrawn; `gateway` and `account` as they were when it was made.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    account = models.ForeignKey(CollectingAccount, models.PROTECT, related_name="+")
    number = models.CharField(max_length=NUMBER_LENGTH_MAX, unique=True)
    amount_vnd = models.BigIntegerField()
    gateway = models.CharField(max_length=30, blank=True)
    merchant = models.CharField(max_length=60, blank=True)
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=20, default=OrderState.OPEN.value)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["dossier", "id"], name="payment_order_dossier"),
            models.Index(fields=["agency", "id"], name="payment_order_agency"),
            models.Index(
                fields=["expires_at"],
                name="payment_order_open_until",
                condition=Q(state=OrderState.OPEN.value),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(state=OrderState.OPEN.value),
                name="payment_order_one_open",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_codes(OrderState)), name="payment_order_state_known"
            ),
            models.CheckConstraint(
                condition=Q(amount_vnd__gt=0), name="payment_order_of_something"
            ),
            models.CheckConstraint(
                condition=Q(state=OrderState.OPEN.value, ended_at__isnull=True)
                | ~Q(state=OrderState.OPEN.value) & Q(ended_at__isnull=False),
                name="payment_order_ended_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class PaymentOrderLine(models.Model):
    """One amount of an order: fee (phí) or charge (lệ phí), by its name."""

    order = models.ForeignKey(PaymentOrder, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8)
    name = models.CharField(max_length=500)
    amount_vnd = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="payment_order_line_place"),
            models.CheckConstraint(
                condition=Q(kind__in=_codes(FeeKind)), name="payment_order_line_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(amount_vnd__gt=0), name="payment_order_line_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.amount_vnd}"


class PaymentMessage(models.Model):
    """What a gateway sent or answered, to the letter, and what the office made of it. Append-only.

    `was_asked`: the office asked what became of an order, and this is the answer. `order` only when
    the message names one of this office.
    """

    id = models.BigAutoField(primary_key=True)
    gateway = models.CharField(max_length=30)
    was_asked = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    body = models.TextField()
    signature = models.CharField(max_length=256, blank=True)
    verdict = models.CharField(max_length=16)
    order = models.ForeignKey(PaymentOrder, models.PROTECT, null=True, related_name="+")
    transaction = models.CharField(max_length=TRANSACTION_MAX, blank=True)
    amount_vnd = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["order", "id"], name="payment_message_order"),
            models.Index(fields=["received_at", "id"], name="payment_message_received"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=_codes(MessageVerdict)),
                name="payment_message_verdict_known",
            ),
            models.UniqueConstraint(
                fields=["gateway", "transaction"],
                condition=Q(verdict__in=TAKEN_VERDICTS),
                name="payment_message_taken_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.transaction}: {self.verdict}"
