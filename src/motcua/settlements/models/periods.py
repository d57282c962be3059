"""Tables of settling with the agencies by period. Triggers (migration 0004) keep a sent one as it was."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.database.periods import Period, ends_after_start
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.vocabulary import WHOLE_BP, RemittanceWay, SettlementState, Span


class SettlementTerms(Period):
    """How often an agency settles with those it collects for, and what it keeps back of the money.

    Shares in hundredths of a percent. Without a row in force it is the quarter, and nothing is kept.
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    span = models.CharField(max_length=8)
    kept_fee_bp = models.PositiveIntegerField(default=0)
    kept_charge_bp = models.PositiveIntegerField(default=0)
    basis = models.CharField(max_length=300)

    class Meta:
        constraints = [
            ends_after_start("settlement_terms_period"),
            models.CheckConstraint(
                condition=Q(span__in=[str(one) for one in Span]), name="settlement_terms_span_known"
            ),
            models.CheckConstraint(
                condition=Q(kept_fee_bp__lte=WHOLE_BP, kept_charge_bp__lte=WHOLE_BP),
                name="settlement_terms_share",
            ),
            models.CheckConstraint(condition=~Q(basis=""), name="settlement_terms_basis"),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.span}"


class Settlement(models.Model):
    """What `agency` collected for `due_agency` from the first to the last day, both in it.

    While it is a draft its figures are counted anew each time; once sent they stand in its parts, and
    its items say of which transfers. `version` counts the facts about it.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    due_agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField()
    kept_fee_bp = models.PositiveIntegerField()
    kept_charge_bp = models.PositiveIntegerField()
    state = models.CharField(max_length=10, default=SettlementState.DRAFT.value)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey("accounts.Holding", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    sent_note = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    answer_note = models.CharField(max_length=500, blank=True)
    paid_at = models.DateTimeField(null=True)
    paid_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    way = models.CharField(max_length=10, blank=True)
    slip_number = models.CharField(max_length=60, blank=True)
    paid_on = models.DateField(null=True)
    next_transfer = models.BigIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "id"], name="settlement_agency"),
            models.Index(fields=["due_agency", "id"], name="settlement_due_agency"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "due_agency", "first_day"], name="settlement_period_once"
            ),
            models.UniqueConstraint(
                fields=["agency", "due_agency"],
                condition=Q(state=SettlementState.DRAFT.value),
                name="settlement_one_draft",
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="settlement_period_forward"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[str(one) for one in SettlementState]),
                name="settlement_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state=SettlementState.DRAFT.value, sent_at=None)
                | ~Q(state=SettlementState.DRAFT.value) & Q(sent_at__isnull=False),
                name="settlement_sent_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state=SettlementState.DISPUTED.value) | ~Q(answer_note=""),
                name="settlement_disputed_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[SettlementState.ACCEPTED.value, SettlementState.PAID.value])
                | Q(answered_by__isnull=False) & ~Q(answered_by=F("sent_by")),
                name="settlement_accepted_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state=SettlementState.PAID.value, paid_at__isnull=False)
                & (
                    Q(way="", slip_number="")
                    | Q(way__in=[str(one) for one in RemittanceWay], paid_on__isnull=False)
                    & ~Q(slip_number="")
                )
                | ~Q(state=SettlementState.PAID.value) & Q(paid_at=None, way=""),
                name="settlement_paid_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}→{self.due_agency_id} {self.first_day}…{self.last_day}"


class SettlementPart(models.Model):
    """What a sent settlement says of fees (phí) or of charges (lệ phí)."""

    settlement = models.ForeignKey(Settlement, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8)
    carried_vnd = models.BigIntegerField()
    collected_vnd = models.BigIntegerField()
    cancelled_vnd = models.BigIntegerField()
    refunded_vnd = models.BigIntegerField()
    kept_vnd = models.BigIntegerField()
    due_vnd = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["settlement", "kind"], name="settlement_part_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[str(kind) for kind in FeeKind]),
                name="settlement_part_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    collected_vnd__gte=0,
                    cancelled_vnd__gte=0,
                    refunded_vnd__gte=0,
                    kept_vnd__gte=0,
                    carried_vnd__lte=0,
                    due_vnd=F("carried_vnd")
                    + F("collected_vnd")
                    - F("cancelled_vnd")
                    - F("refunded_vnd")
                    - F("kept_vnd"),
                ),
                name="settlement_part_adds_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.settlement_id} {self.kind}: {self.due_vnd}"


class SettlementItem(models.Model):
    """One transfer of the books that a sent settlement counts. No transfer is settled twice."""

    id = models.BigAutoField(primary_key=True)
    settlement = models.ForeignKey(Settlement, models.PROTECT, related_name="+")
    transfer = models.OneToOneField("books.Transfer", models.PROTECT, related_name="+")
    part = models.CharField(max_length=10)
    kind = models.CharField(max_length=8)
    amount_vnd = models.BigIntegerField()
    is_late = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["settlement", "part", "kind", "id"], name="settlement_item_part")
        ]

    def __str__(self) -> str:
        return f"{self.settlement_id}: {self.transfer_id}"
