"""Tables of the books. Triggers (migration 0002) let nothing in them be changed or taken out."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.books.vocabulary import AccountCode


class Account(models.Model):
    """One account of an agency, made with the first posting to it; `ref` names of what it is."""

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=20)
    ref = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "code", "ref"], name="books_account_once"),
            models.CheckConstraint(
                condition=Q(code__in=[str(code) for code in AccountCode]),
                name="books_account_code_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.code} {self.ref}".strip()


class Transfer(models.Model):
    """`amount_vnd` taken from the credited account and given to the debited one.

    Rows of one source (`source_kind`, `source_id`, `purpose`) are one entry, in order of `position`.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    source_kind = models.CharField(max_length=20)
    source_id = models.BigIntegerField()
    purpose = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    day = models.DateField()
    posted_at = models.DateTimeField()
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
    debit = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    credit = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    amount_vnd = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["debit", "day", "id", "amount_vnd"], name="books_transfer_debit"),
            models.Index(
                fields=["credit", "day", "id", "amount_vnd"], name="books_transfer_credit"
            ),
            models.Index(fields=["agency", "day", "id"], name="books_transfer_agency_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source_kind", "source_id", "purpose", "position"],
                name="books_transfer_posted_once",
            ),
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="books_transfer_positive"),
            models.CheckConstraint(
                condition=~Q(debit=F("credit")), name="books_transfer_two_accounts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_kind} {self.source_id} {self.purpose}: {self.amount_vnd}"
