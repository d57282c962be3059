"""Tables of notices. What is told follows from facts of the ledger; these rows say how it went."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.database.periods import Period, ends_after_start
from motcua.notices.vocabulary import Carrier, Failure, Language, NoticeKind, NoticeState


def _codes(enum: type) -> list[str]:
    return [str(member) for member in enum]  # type: ignore[attr-defined]


def _of_one_thing(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(dossier__isnull=False, petition__isnull=True)
        | Q(dossier__isnull=True, petition__isnull=False),
        name=name,
    )


class ReadPlace(models.Model):
    """How far the facts of one chain have been told. Moved in the transaction that queues them: a
    fact is told once, and none is left out."""

    stream = models.CharField(max_length=40, primary_key=True)
    last_seq = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.stream} {self.last_seq}"


class Delivery(models.Model):
    """One message to one address: what is said, how often it was tried, what became of it.

    `key` names it to the carrier, which sends the same key once. `next_attempt_at` is when it is due;
    while a try is under way, when another worker may take it up. `ask_at`: when to ask whether it
    was delivered. `address` is forgotten some time after the end; `address_digest` stays.
    """

    key = models.CharField(max_length=64, unique=True)
    carrier = models.CharField(max_length=8)
    address = models.CharField(max_length=254, blank=True)
    address_digest = models.CharField(max_length=64)
    language = models.CharField(max_length=2)
    haste = models.CharField(max_length=8)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField()
    state = models.CharField(max_length=9)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=16, blank=True, default="")
    reference = models.CharField(max_length=100, blank=True, default="")
    asked = models.PositiveSmallIntegerField(default=0)
    ask_at = models.DateTimeField(null=True)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                name="delivery_due",
                condition=Q(state=str(NoticeState.QUEUED)),
            ),
            models.Index(
                fields=["ask_at"], name="delivery_to_ask", condition=Q(ask_at__isnull=False)
            ),
            models.Index(fields=["ended_at"], name="delivery_to_forget", condition=~Q(address="")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(carrier__in=_codes(Carrier), language__in=_codes(Language)),
                name="delivery_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=_codes(NoticeState)) & ~Q(state=str(NoticeState.WAITING)),
                name="delivery_state_known",
            ),
            models.CheckConstraint(
                condition=Q(failure__in=["", *_codes(Failure)]), name="delivery_failure_known"
            ),
            models.CheckConstraint(
                condition=Q(state=str(NoticeState.QUEUED), next_attempt_at__isnull=False)
                | Q(next_attempt_at__isnull=True) & ~Q(state=str(NoticeState.QUEUED)),
                name="delivery_due_while_queued",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[str(NoticeState.SENT), str(NoticeState.DELIVERED)])
                | Q(sent_at__isnull=False),
                name="delivery_sent_has_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=str(NoticeState.FAILED)) | ~Q(failure=""),
                name="delivery_failed_has_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.carrier} {self.key[:8]} {self.state}"


class Notice(models.Model):
    """One fact of a dossier, or of feedback, for one address by one carrier: there is never a second.

    `dossier_code` is the code of either. `fact_seq` is the place of the fact among those of its subject;
    below 0 the number of a message. `state` is that of `delivery`; WAITING until `send_after`, when what
    waits for the same person becomes one delivery.
    """

    dossier = models.ForeignKey(
        "dossiers.Dossier", models.PROTECT, null=True, related_name="+", db_index=False
    )
    petition = models.ForeignKey(
        "feedback.Petition", models.PROTECT, null=True, related_name="+", db_index=False
    )
    dossier_code = models.CharField(max_length=50)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    fact_seq = models.IntegerField()
    kind = models.CharField(max_length=20)
    stage = models.CharField(max_length=24, blank=True)
    date = models.DateTimeField(null=True)
    carrier = models.CharField(max_length=8)
    address = models.CharField(max_length=254, blank=True)
    address_digest = models.CharField(max_length=64)
    language = models.CharField(max_length=2)
    happened_at = models.DateTimeField()
    queued_at = models.DateTimeField()
    send_after = models.DateTimeField()
    state = models.CharField(max_length=9, default=str(NoticeState.WAITING))
    delivery = models.ForeignKey(Delivery, models.PROTECT, null=True, related_name="notices")

    class Meta:
        indexes = [
            models.Index(fields=["agency", "-id"], name="notice_by_agency"),
            models.Index(fields=["dossier_code", "-id"], name="notice_by_code"),
            models.Index(fields=["agency", "state", "-id"], name="notice_by_agency_state"),
            models.Index(
                fields=["send_after"],
                name="notice_waiting",
                condition=Q(state=str(NoticeState.WAITING)),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "fact_seq", "carrier", "address_digest"],
                name="notice_told_once",
            ),
            models.UniqueConstraint(
                fields=["petition", "fact_seq", "carrier", "address_digest"],
                name="notice_petition_told_once",
            ),
            _of_one_thing("notice_of_one_thing"),
            models.CheckConstraint(
                condition=Q(kind__in=_codes(NoticeKind), carrier__in=_codes(Carrier)),
                name="notice_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(language__in=_codes(Language), state__in=_codes(NoticeState)),
                name="notice_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state=str(NoticeState.WAITING), delivery__isnull=True)
                | Q(delivery__isnull=False) & ~Q(state=str(NoticeState.WAITING)),
                name="notice_waits_or_travels",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_code} #{self.fact_seq} {self.kind} {self.carrier}"


class NoticeWording(Period):
    """The words of one notice at one agency and below (null = everywhere) for a period; without a
    row the shipped ones hold. `is_sent` false: this kind does not go by this carrier."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20)
    carrier = models.CharField(max_length=8)
    language = models.CharField(max_length=2)
    subject = models.CharField(max_length=150, blank=True)
    body = models.TextField()
    is_sent = models.BooleanField(default=True)
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=200)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "carrier", "valid_from"], name="notice_wording_by_kind")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=_codes(NoticeKind),
                    carrier__in=_codes(Carrier),
                    language__in=_codes(Language),
                ),
                name="notice_wording_codes_known",
            ),
            models.CheckConstraint(condition=~Q(body=""), name="notice_wording_says_something"),
            ends_after_start("notice_wording_period"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.carrier} {self.language} {self.agency_id or 'VN'}"


class AddressWish(models.Model):
    """What somebody wishes at one address, kept under its digest: the address itself is not here."""

    address_digest = models.CharField(max_length=64, primary_key=True)
    is_wanted = models.BooleanField(default=True)
    in_digest = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default=str(Language.VI))
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from__isnull=True, quiet_until__isnull=True)
                | Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="wish_quiet_hours_whole",
            ),
            models.CheckConstraint(
                condition=Q(language__in=_codes(Language)), name="wish_language_known"
            ),
        ]

    def __str__(self) -> str:
        return self.address_digest[:8]


class AccountNotice(models.Model):
    """One fact of a dossier, or of feedback, told in the account of a citizen: there is never a second.
    Shown to that citizen only. `read_at`: when he said that he has read it."""

    citizen = models.ForeignKey(
        "citizens.Citizen", models.PROTECT, related_name="+", db_index=False
    )
    dossier = models.ForeignKey(
        "dossiers.Dossier", models.PROTECT, null=True, related_name="+", db_index=False
    )
    petition = models.ForeignKey(
        "feedback.Petition", models.PROTECT, null=True, related_name="+", db_index=False
    )
    dossier_code = models.CharField(max_length=50)
    fact_seq = models.IntegerField()
    kind = models.CharField(max_length=20)
    stage = models.CharField(max_length=24, blank=True)
    date = models.DateTimeField(null=True)
    happened_at = models.DateTimeField()
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["citizen", "-id"], name="account_notice_newest"),
            models.Index(
                fields=["citizen"],
                name="account_notice_unread",
                condition=Q(read_at__isnull=True),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "fact_seq", "citizen"], name="account_notice_once"
            ),
            models.UniqueConstraint(
                fields=["petition", "fact_seq", "citizen"], name="account_notice_petition_once"
            ),
            _of_one_thing("account_notice_of_one_thing"),
            models.CheckConstraint(
                condition=Q(kind__in=_codes(NoticeKind)), name="account_notice_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_code} #{self.fact_seq} {self.kind}"
