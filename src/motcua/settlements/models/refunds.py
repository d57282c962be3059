"""Tables of money given back. Triggers (migrations 0002, 0004) keep what was decided and paid as it was."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.settlements.vocabulary import RefundReason, RefundState, RefundWay


class VoucherBook(models.Model):
    """The payment vouchers (phiếu chi) of an agency in a calendar year: the last number given."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="voucher_book_one_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year}: {self.last}"


class Refund(models.Model):
    """Money that is to be given back: of one receipt, fee and charge apart; or of one payment, what nobody
    owed of it (`rest_vnd`)."""

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    receipt = models.ForeignKey("payments.Receipt", models.PROTECT, null=True, related_name="+")
    payment = models.ForeignKey("payments.Payment", models.PROTECT, null=True, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=24)
    note = models.CharField(max_length=500, blank=True)
    payee = models.CharField(max_length=300)
    fee_vnd = models.BigIntegerField()
    charge_vnd = models.BigIntegerField()
    rest_vnd = models.BigIntegerField(default=0)
    state = models.CharField(max_length=10, default=RefundState.REQUESTED.value)
    requested_at = models.DateTimeField()
    requested_by = models.ForeignKey("accounts.Holding", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    decision_note = models.CharField(max_length=500, blank=True)
    paid_at = models.DateTimeField(null=True)
    paid_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    way = models.CharField(max_length=10, blank=True)
    till = models.ForeignKey("payments.Till", models.PROTECT, null=True, related_name="+")
    slip_number = models.CharField(max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "id"], name="refund_agency")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "number"], name="refund_number_once"),
            models.CheckConstraint(
                condition=Q(reason__in=[str(one) for one in RefundReason]),
                name="refund_reason_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    receipt__isnull=False,
                    payment=None,
                    rest_vnd=0,
                    fee_vnd__gte=0,
                    charge_vnd__gte=0,
                )
                & ~Q(fee_vnd=0, charge_vnd=0)
                | Q(receipt=None, payment__isnull=False, rest_vnd__gt=0, fee_vnd=0, charge_vnd=0),
                name="refund_of_something",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("requested_by")),
                name="refund_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state=RefundState.REQUESTED.value, decided_at=None, paid_at=None)
                | Q(
                    state__in=[RefundState.APPROVED.value, RefundState.DENIED.value],
                    decided_at__isnull=False,
                    paid_at=None,
                )
                | Q(
                    state=RefundState.PAID.value,
                    decided_at__isnull=False,
                    paid_at__isnull=False,
                    number__isnull=False,
                ),
                name="refund_step_by_step",
            ),
            models.CheckConstraint(
                condition=Q(way="", paid_at=None)
                | Q(way=RefundWay.CASH.value, till__isnull=False)
                | Q(way=RefundWay.TRANSFER.value, till=None) & ~Q(slip_number=""),
                name="refund_way_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.total_vnd} {self.state}"

    @property
    def total_vnd(self) -> int:
        return self.fee_vnd + self.charge_vnd + self.rest_vnd
