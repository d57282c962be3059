"""The dossier, its people, papers and fee lines."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.dossiers.models.codes import codes
from motcua.dossiers.models.served import ENDED, HANDED_ON, LISTED, OPEN, WAITING
from motcua.dossiers.vocabulary import (
    BEFORE_RECEPTION,
    OPEN_STAGES,
    STATUS_OF,
    Decision,
    PartyKind,
    PartyRole,
    ReturnMethod,
    Stage,
    Status,
    Timeliness,
)
from motcua.procedures.vocabulary import Channel


def _stage_says_status() -> Q:
    """Each stage with the national state that it belongs to."""
    pairs = Q()
    for stage, status in STATUS_OF.items():
        pairs |= Q(stage=str(stage), status=str(status))
    return pairs


MAY_AWAIT = sorted(map(str, BEFORE_RECEPTION | {Stage.IN_TRANSIT}))


def _in_sound_hands() -> Q:
    """Another agency has it or none has; what it says of a unit or a person is of that agency."""
    away = Q(held_agency__isnull=False) & ~Q(held_agency=models.F("competent_agency"))
    home = Q(held_agency__isnull=True, held_unit__isnull=True, held_assignee__isnull=True)
    offered = Q(offered_agency__isnull=False) | Q(offered_unit__isnull=True)
    return (away | home) & offered


UNDER_WAY = sorted(map(str, OPEN_STAGES | BEFORE_RECEPTION - {Stage.NOT_RECEIVED}))


class Dossier(models.Model):
    """One matter before one desk, from reception to the hand-over of the result.

    `received_at`: when it was received complete; of one that is not yet, when it came in.
    `group`: the first of the dossiers that were received together. `awaits_companion`:
    it waits for a result of another of those. `ended_at`: when the result was issued, or it was withdrawn or stopped; `timeliness` says how that was against the date.
    `appointment_at`: a new appointment given with an apology; the date itself stays.

    `held_agency`: another agency that has it in its hands for the time being, with its unit and its
    officer; None when it is with the agency that settles it. So somebody has it always, and never
    two (`rules.custody`). `offered_agency`: to whom its hand-over is offered and not answered yet.
    `is_turned_back`: the agency it was sent to has not taken it over.

    `search_key` are the words of code, people, their numbers and phones (`kernel.words`), of which
    the database keeps an index (migration 0015).
    `clock` is canonical JSON: every input of the date, so that it can be worked out again.
    `version` counts the facts about the dossier; a writer who saw an older one is told.
    """

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=50, unique=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    competent_agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, related_name="+", db_index=False
    )
    unit = models.ForeignKey(
        "agencies.Unit", models.PROTECT, null=True, related_name="+", db_index=False
    )
    counter = models.ForeignKey("agencies.Counter", models.PROTECT, null=True, related_name="+")
    procedure_version = models.ForeignKey(
        "procedures.ProcedureVersion", models.PROTECT, related_name="+", db_index=False
    )
    variant = models.ForeignKey(
        "procedures.ProcedureVariant", models.PROTECT, null=True, related_name="+"
    )
    status = models.CharField(max_length=24)
    stage = models.CharField(max_length=24, default=str(Stage.RECEIVED))
    is_accepted = models.BooleanField(default=True)
    assignee = models.ForeignKey(
        "accounts.Holding", models.PROTECT, null=True, related_name="+", db_index=False
    )
    group = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_index=False)
    awaits_companion = models.BooleanField(default=False, db_default=False)
    channel = models.CharField(max_length=8)
    return_method = models.CharField(max_length=8)
    owner_name = models.CharField(max_length=200)
    held_agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, related_name="+", db_index=False
    )
    held_unit = models.ForeignKey(
        "agencies.Unit", models.PROTECT, null=True, related_name="+", db_index=False
    )
    held_assignee = models.ForeignKey(
        "accounts.Holding", models.PROTECT, null=True, related_name="+", db_index=False
    )
    offered_agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, related_name="+", db_index=False
    )
    offered_unit = models.ForeignKey(
        "agencies.Unit", models.PROTECT, null=True, related_name="+", db_index=False
    )
    is_turned_back = models.BooleanField(default=False)
    search_key = models.TextField()
    register_year = models.PositiveSmallIntegerField(null=True)
    register_number = models.PositiveIntegerField(null=True)
    received_at = models.DateTimeField()
    received_on = models.DateField()
    received_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    original_due_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    due_soon_at = models.DateTimeField(null=True)
    appointment_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    timeliness = models.CharField(max_length=8, blank=True)
    decision = models.CharField(max_length=8, blank=True)
    returned_at = models.DateTimeField(null=True)
    supplement_count = models.PositiveSmallIntegerField(default=0)
    supplement_allowed = models.BooleanField(default=False)
    clock = models.TextField()
    sets = models.PositiveSmallIntegerField(default=1)
    fee_total_vnd = models.BigIntegerField(default=0)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [*LISTED, *OPEN, *WAITING, *HANDED_ON, *ENDED]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "register_year", "register_number"],
                name="dossier_one_per_register_line",
            ),
            models.CheckConstraint(condition=_stage_says_status(), name="dossier_stage_has_status"),
            models.CheckConstraint(
                condition=Q(timeliness__in=["", *codes(Timeliness)]),
                name="dossier_timeliness_known",
            ),
            models.CheckConstraint(
                condition=Q(decision__in=["", *codes(Decision)]), name="dossier_decision_known"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=UNDER_WAY, ended_at__isnull=True)
                | Q(ended_at__isnull=False) & ~Q(stage__in=UNDER_WAY),
                name="dossier_ended_has_end",
            ),
            models.CheckConstraint(
                condition=Q(stage=str(Stage.RETURNED), returned_at__isnull=False)
                | Q(returned_at__isnull=True) & ~Q(stage=str(Stage.RETURNED)),
                name="dossier_returned_has_when",
            ),
            models.CheckConstraint(condition=_in_sound_hands(), name="dossier_in_sound_hands"),
            models.CheckConstraint(
                condition=Q(status__in=codes(Status)), name="dossier_status_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=codes(Channel)), name="dossier_channel_known"
            ),
            models.CheckConstraint(
                condition=Q(return_method__in=codes(ReturnMethod)), name="dossier_return_known"
            ),
            models.CheckConstraint(
                condition=Q(awaits_companion=False) | Q(stage__in=MAY_AWAIT),
                name="dossier_waits_before_work",
            ),
            models.CheckConstraint(condition=Q(fee_total_vnd__gte=0), name="dossier_fee_positive"),
            models.CheckConstraint(condition=Q(sets__gte=1), name="dossier_has_a_set"),
            models.CheckConstraint(
                condition=Q(due_at__isnull=True) | Q(due_at__gte=models.F("received_at")),
                name="dossier_due_after_received",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class DossierParty(models.Model):
    """A person or an organization as they were on the day of reception."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    role = models.CharField(max_length=16)
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=200)
    personal_id = models.CharField(max_length=20, blank=True)
    old_id = models.CharField(max_length=20, blank=True)
    tax_code = models.CharField(max_length=20, blank=True)
    birth_date = models.CharField(max_length=10, blank=True)
    sex = models.CharField(max_length=8, blank=True)
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.CharField(max_length=254, blank=True)
    authority = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["personal_id", "-id"], name="party_personal_id"),
            models.Index(
                fields=["tax_code", "-id"], name="party_tax_code", condition=Q(tax_code__gt="")
            ),
            models.Index(fields=["phone", "-id"], name="party_phone"),
            models.Index(fields=["old_id", "-id"], name="party_old_id", condition=Q(old_id__gt="")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "role"], name="party_one_per_role"),
            models.CheckConstraint(condition=Q(role__in=codes(PartyRole)), name="party_role_known"),
            models.CheckConstraint(condition=Q(kind__in=codes(PartyKind)), name="party_kind_known"),
            models.CheckConstraint(condition=~Q(name=""), name="party_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.name}"


class SubmittedDocument(models.Model):
    """A paper handed in or only shown, with the numbers of originals and copies."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    required_document = models.ForeignKey(
        "procedures.RequiredDocument", models.PROTECT, null=True, related_name="+"
    )
    name = models.TextField()
    originals = models.PositiveSmallIntegerField(default=0)
    copies = models.PositiveSmallIntegerField(default=0)
    present_only = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "position"], name="paper_one_per_place"),
        ]

    def __str__(self) -> str:
        return self.name


class FeeLine(models.Model):
    """One signed line of what is owed; `code` and `params` (canonical JSON) explain it in words."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8)
    code = models.CharField(max_length=16)
    name = models.CharField(max_length=500, blank=True)
    amount_vnd = models.BigIntegerField()
    params = models.TextField(default="{}")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "position"], name="fee_one_per_place"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.amount_vnd}"
