"""Tables of the exchange: whom one exchanges with, what was told, what was heard, what is shared."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.exchange.vocabulary import Failure, InState, MessageKind, OutState


def _codes(enum: type) -> list[str]:
    return [str(member) for member in enum]  # type: ignore[attr-defined]


class Partner(models.Model):
    """Another installation. `key`: its public key (Ed25519, hexadecimal), told over another way than
    the line; `mark`: by which it names itself. One that is not active is neither heard nor told."""

    name = models.CharField(max_length=150)
    address = models.CharField(max_length=200)
    key = models.CharField(max_length=64, unique=True)
    mark = models.CharField(max_length=16, unique=True)
    is_active = models.BooleanField(default=True)
    last_seq = models.BigIntegerField(default=0)
    heard_through = models.BigIntegerField(default=0)
    heard_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="partner_has_name"),
            models.CheckConstraint(
                condition=Q(last_seq__gte=0, heard_through__gte=0), name="partner_counts_up"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PartnerAgency(models.Model):
    """An agency that works in the installation of a partner: what is offered to it is told there."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="hosted")
    agency = models.OneToOneField("agencies.Agency", models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.agency_id} @ {self.partner_id}"


class OutMessage(models.Model):
    """What is told to a partner, written in the transaction of the act it tells of. It is sent until
    the partner says that it has it, however long that takes.

    `given`: what only the act knows; `body`: all that is sent, put together by the worker before the
    first try ("" until then) and never changed: told again, it is the same.
    `failure`: why the last try did not go through. `reason_there`: why the partner, who has it,
    could not carry it out.
    """

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+", db_index=False)
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=12)
    thread = models.CharField(max_length=60)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    given = models.TextField(default="{}")
    body = models.TextField(blank=True, default="")
    state = models.CharField(max_length=8, default=str(OutState.WAITING))
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=20, blank=True, default="")
    failure_detail = models.CharField(max_length=300, blank=True, default="")
    reason_there = models.CharField(max_length=80, blank=True, default="")
    told_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["partner", "seq"],
                name="out_message_waiting",
                condition=Q(state=str(OutState.WAITING)),
            ),
            models.Index(
                fields=["partner", "seq"],
                name="out_message_stuck_there",
                condition=~Q(reason_there=""),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["partner", "seq"], name="out_message_place"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="out_message_from_1"),
            models.CheckConstraint(
                condition=Q(kind__in=_codes(MessageKind), state__in=_codes(OutState)),
                name="out_message_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(failure__in=["", *_codes(Failure)]), name="out_message_failure_known"
            ),
            models.CheckConstraint(
                condition=Q(state=str(OutState.WAITING), next_try_at__isnull=False)
                | Q(next_try_at__isnull=True) & ~Q(state=str(OutState.WAITING)),
                name="out_message_due_while_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} #{self.seq} {self.kind} {self.state}"


class InMessage(models.Model):
    """What a partner told, kept as it came: the same number is never kept twice.

    `reason`: the code of the rule that said no when it was carried out, `detail` its plain values.
    """

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+", db_index=False)
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=12)
    thread = models.CharField(max_length=60)
    body = models.TextField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=8, default=str(InState.WAITING))
    attempts = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=80, blank=True, default="")
    detail = models.TextField(blank=True, default="{}")
    tried_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField()
    received_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["partner", "seq"],
                name="in_message_open",
                condition=~Q(state=str(InState.DONE)),
            ),
            models.Index(fields=["partner", "thread", "seq"], name="in_message_thread"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["partner", "seq"], name="in_message_place"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="in_message_from_1"),
            models.CheckConstraint(
                condition=Q(kind__in=_codes(MessageKind), state__in=_codes(InState)),
                name="in_message_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(state=str(InState.DONE), done_at__isnull=False)
                | Q(done_at__isnull=True) & ~Q(state=str(InState.DONE)),
                name="in_message_done_has_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=str(InState.STUCK)) | ~Q(reason=""),
                name="in_message_stuck_has_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} #{self.seq} {self.kind} {self.state}"


class SharedDossier(models.Model):
    """A dossier that two installations have. `is_ours`: it was received here. What a partner shares is
    never made into a dossier twice: its code is here once.
    """

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+", db_index=False)
    thread = models.CharField(max_length=60)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    is_ours = models.BooleanField()
    shared_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partner", "thread"], name="shared_dossier_once"),
            models.UniqueConstraint(
                fields=["partner", "dossier"], name="shared_dossier_one_thread"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread} @ {self.partner_id}"


class SharedOffer(models.Model):
    """A hand-over that a partner offered: its number there, and the one it has here. Each side counts
    its own; an answer names the number of whoever offered."""

    shared = models.ForeignKey(SharedDossier, models.PROTECT, related_name="+", db_index=False)
    seq_there = models.PositiveSmallIntegerField()
    seq_here = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shared", "seq_there"], name="shared_offer_there"),
            models.UniqueConstraint(fields=["shared", "seq_here"], name="shared_offer_here"),
        ]

    def __str__(self) -> str:
        return f"{self.shared_id} #{self.seq_there} = #{self.seq_here}"
