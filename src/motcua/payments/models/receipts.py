"""Tables of the counter's money. Triggers (migrations 0002, 0005) keep what was booked as it was."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.payments.vocabulary import (
    AT_THE_COUNTER,
    WITHOUT_A_TILL,
    PaymentMethod,
    ReceiptState,
)
from motcua.procedures.vocabulary import FeeKind

NUMBER_MAX = 99_999_999


def _codes(enum: type) -> list[str]:
    return [str(member) for member in enum]  # type: ignore[attr-defined]


class ReceiptBook(models.Model):
    """The receipts of an agency in a calendar year: their symbol and the last number given."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    symbol = models.CharField(max_length=20)
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="receipt_book_one_a_year"),
            models.CheckConstraint(
                condition=Q(last__gte=0, last__lte=NUMBER_MAX), name="receipt_book_eight_digits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.symbol}: {self.last}"


class Till(models.Model):
    """The money of one officer on one day; closed when it has been counted.

    `notes` is canonical JSON: how many of each note were counted, empty if only the sum was.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    holding = models.ForeignKey("accounts.Holding", models.PROTECT, related_name="+")
    day = models.DateField()
    opened_at = models.DateTimeField()
    opening_vnd = models.BigIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)
    counted_vnd = models.BigIntegerField(null=True)
    expected_vnd = models.BigIntegerField(null=True)
    difference_vnd = models.BigIntegerField(null=True)
    notes = models.TextField(default="[]")
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "day", "id"], name="till_agency_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["holding", "agency", "day"], name="till_one_per_officer_day"
            ),
            models.UniqueConstraint(
                fields=["holding", "agency"],
                condition=Q(closed_at__isnull=True),
                name="till_one_open_per_officer",
            ),
            models.CheckConstraint(condition=Q(opening_vnd__gte=0), name="till_opening_positive"),
            models.CheckConstraint(
                condition=Q(
                    closed_at__isnull=True,
                    counted_vnd__isnull=True,
                    expected_vnd__isnull=True,
                    difference_vnd__isnull=True,
                )
                | Q(closed_at__isnull=False, difference_vnd=F("counted_vnd") - F("expected_vnd")),
                name="till_closed_whole",
            ),
            models.CheckConstraint(
                condition=Q(difference_vnd__isnull=True) | Q(difference_vnd=0) | ~Q(note=""),
                name="till_difference_explained",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holding_id} {self.day}"


class Receipt(models.Model):
    """Money taken once: its number in the book, from whom, for what.

    `search_key` is the folded text of number, payer and dossier code. What came to the account of the
    agency without anybody at a counter has neither till nor collector.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    till = models.ForeignKey(Till, models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    book_symbol = models.CharField(max_length=20)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
    payer_name = models.CharField(max_length=200)
    payer_number = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=300, blank=True)
    collected_at = models.DateTimeField()
    collected_by = models.ForeignKey(
        "accounts.Holding", models.PROTECT, null=True, related_name="+"
    )
    method = models.CharField(max_length=16)
    slip_number = models.CharField(max_length=60, blank=True)
    total_vnd = models.BigIntegerField()
    given_vnd = models.BigIntegerField(null=True)
    state = models.CharField(max_length=12, default=ReceiptState.ISSUED.value)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(
        "accounts.Holding", models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)
    search_key = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["agency", "id"], name="receipt_agency"),
            models.Index(fields=["agency", "collected_at"], name="receipt_agency_time"),
            models.Index(fields=["till", "id"], name="receipt_till"),
            models.Index(fields=["dossier", "id"], name="receipt_dossier"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number"], name="receipt_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=NUMBER_MAX), name="receipt_eight_digits"
            ),
            models.CheckConstraint(
                condition=Q(method__in=_codes(PaymentMethod)), name="receipt_method_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    method__in=[str(method) for method in AT_THE_COUNTER],
                    till__isnull=False,
                    collected_by__isnull=False,
                )
                | Q(
                    method__in=[str(method) for method in WITHOUT_A_TILL],
                    till__isnull=True,
                    collected_by__isnull=True,
                    dossier__isnull=False,
                ),
                name="receipt_till_at_the_counter_only",
            ),
            models.CheckConstraint(
                condition=Q(method=PaymentMethod.CASH.value) | ~Q(slip_number=""),
                name="receipt_slip_named",
            ),
            models.CheckConstraint(condition=Q(total_vnd__gt=0), name="receipt_of_something"),
            models.CheckConstraint(
                condition=Q(given_vnd__isnull=True) | Q(given_vnd__gte=F("total_vnd")),
                name="receipt_given_enough",
            ),
            models.CheckConstraint(condition=~Q(payer_name=""), name="receipt_has_a_payer"),
            models.CheckConstraint(
                condition=Q(state=ReceiptState.ISSUED.value, cancelled_at__isnull=True, reason="")
                | Q(state=ReceiptState.CANCELLED.value, cancelled_at__isnull=False) & ~Q(reason=""),
                name="receipt_cancelled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.book_symbol} {self.number:08d}"


class ReceiptLine(models.Model):
    """One amount of a receipt. `is_additional`: for more copies or pages than the dossier asked."""

    receipt = models.ForeignKey(Receipt, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8)
    name = models.CharField(max_length=500)
    amount_vnd = models.BigIntegerField()
    is_additional = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["receipt", "position"], name="receipt_line_place"),
            models.CheckConstraint(
                condition=Q(kind__in=_codes(FeeKind)), name="receipt_line_kind_known"
            ),
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="receipt_line_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.amount_vnd}"
