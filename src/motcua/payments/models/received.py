"""Tables of money that came: each đồng once, by whatever the office saw it; statements of the bank."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.payments.models.orders import CollectingAccount, PaymentMessage, PaymentOrder
from motcua.payments.models.receipts import Receipt
from motcua.payments.vocabulary import LineState, PaymentCause


def _codes(enum: type) -> list[str]:
    return [str(member) for member in enum]  # type: ignore[attr-defined]


class BankStatement(models.Model):
    """A statement as it was read: by its digest, so that the same file is known again."""

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    account = models.ForeignKey(CollectingAccount, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    form = models.CharField(max_length=12)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    lines_in_file = models.PositiveIntegerField()
    lines_new = models.PositiveIntegerField()
    lines_out = models.PositiveIntegerField()
    sum_new_vnd = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["agency", "id"], name="bank_statement_agency")]

    def __str__(self) -> str:
        return self.file_name


class StatementLine(models.Model):
    """Money that the bank says came. `key` names it whatever file it comes in.

    What the bank wrote never changes; what the office made of it does, once.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    account = models.ForeignKey(CollectingAccount, models.PROTECT, related_name="+")
    statement = models.ForeignKey(BankStatement, models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)
    day = models.DateField()
    amount_vnd = models.BigIntegerField()
    text = models.CharField(max_length=500, blank=True)
    bank_reference = models.CharField(max_length=80, blank=True)
    payer_name = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=12, default=LineState.WAITING.value)
    order = models.ForeignKey(PaymentOrder, models.PROTECT, null=True, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "state", "id"], name="statement_line_state"),
            models.Index(fields=["account", "day", "id"], name="statement_line_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["agency", "key"], name="statement_line_once"),
            models.CheckConstraint(
                condition=Q(amount_vnd__gt=0), name="statement_line_of_something"
            ),
            models.CheckConstraint(
                condition=Q(state__in=_codes(LineState)), name="statement_line_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=LineState.NOT_OURS.value) | ~Q(reason=""),
                name="statement_line_not_ours_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.amount_vnd}: {self.text}"


class Payment(models.Model):
    """Money that came, once, however often and by whatever it was seen.

    `message`, `line`, `told_by`: the gateway's message, the bank's line, the officer by which it was
    seen; the same money may have one of each. `booked_vnd` went to what the dossier owed and has a
    receipt; `rest_vnd` is to be given back.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    order = models.ForeignKey(PaymentOrder, models.PROTECT, null=True, related_name="+")
    amount_vnd = models.BigIntegerField()
    booked_vnd = models.BigIntegerField()
    rest_vnd = models.BigIntegerField()
    method = models.CharField(max_length=16)
    reference = models.CharField(max_length=80)
    cause = models.CharField(max_length=16)
    came_at = models.DateTimeField()
    booked_at = models.DateTimeField()
    receipt = models.OneToOneField(Receipt, models.PROTECT, null=True, related_name="+")
    message = models.OneToOneField(PaymentMessage, models.PROTECT, null=True, related_name="+")
    line = models.OneToOneField(StatementLine, models.PROTECT, null=True, related_name="+")
    told_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["order", "amount_vnd", "id"], name="payment_order_amount"),
            models.Index(fields=["dossier", "id"], name="payment_dossier"),
            models.Index(fields=["agency", "id"], name="payment_agency"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="payment_of_something"),
            models.CheckConstraint(
                condition=Q(
                    amount_vnd=F("booked_vnd") + F("rest_vnd"), booked_vnd__gte=0, rest_vnd__gte=0
                ),
                name="payment_spread_whole",
            ),
            models.CheckConstraint(
                condition=Q(booked_vnd=0, receipt__isnull=True)
                | Q(booked_vnd__gt=0, receipt__isnull=False),
                name="payment_booked_by_receipt",
            ),
            models.CheckConstraint(
                condition=Q(message__isnull=False)
                | Q(line__isnull=False)
                | Q(told_by__isnull=False) & ~Q(reason=""),
                name="payment_seen_by_something",
            ),
            models.CheckConstraint(
                condition=Q(cause__in=_codes(PaymentCause)), name="payment_cause_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.amount_vnd}"
