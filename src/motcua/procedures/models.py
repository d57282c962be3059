"""Tables of the catalogue.

A version is frozen once published (trigger, migration 0003): only the end of its period may be
set. What it asks stands in its child tables; a dossier keeps the version it came in under.
"""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import Q

from motcua.database.periods import Period
from motcua.procedures.vocabulary import (
    AskedAt,
    Channel,
    FeeKind,
    FeeUnit,
    OnlineLevel,
    Preference,
    Scope,
)
from motcua.worktime.vocabulary import PausePolicy, Unit


def _codes(words: type[StrEnum]) -> list[str]:
    return [str(word) for word in words]


def _choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(str(word), str(word)) for word in words]


class Sector(models.Model):
    """Lĩnh vực, as groups wide enough to assign to a unit: `ho-tich`, `dat-dai`."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class AnnouncementDecision(models.Model):
    """Quyết định công bố: the act that a version comes from. Days are null when unknown."""

    number = models.CharField(max_length=60)
    issuer = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=500, blank=True)
    issued_on = models.DateField(null=True)
    effective_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number", "issuer"], name="decision_number_of_issuer")
        ]

    def __str__(self) -> str:
        return self.number


class Procedure(models.Model):
    """An entry of the catalogue: only its identity. `place` is empty for the whole country.

    A place that sets its own time or fees for a national code has its own entry, whose versions
    come before the national ones there.
    """

    code = models.CharField(max_length=40)
    scope = models.CharField(max_length=10, choices=_choices(Scope))
    place = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "scope", "place"], name="procedure_code_of_place"
            ),
            models.CheckConstraint(
                condition=Q(scope__in=_codes(Scope)), name="procedure_scope_known"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class ProcedureVersion(models.Model):
    """What a procedure asks and promises within one period (`valid_until` exclusive, null = open).

    A period of no days (`valid_until = valid_from`) is a version withdrawn before it began.
    `name_key` is the folded name; `missing` names the parts that the source does not give.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(
        AnnouncementDecision, on_delete=models.PROTECT, related_name="+", null=True
    )
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    name = models.TextField()
    name_key = models.TextField()
    field_name = models.CharField(max_length=200, blank=True)
    levels = models.JSONField(default=list)
    implementing_body = models.TextField(blank=True)
    competent_body = models.TextField(blank=True)
    cooperating_bodies = models.TextField(blank=True)
    channels = models.JSONField(default=list)
    online_level = models.CharField(
        max_length=20, choices=_choices(OnlineLevel), default=str(OnlineLevel.UNSTATED)
    )
    legal_basis = models.JSONField(default=list)
    applicant_kinds = models.JSONField(default=list)
    results = models.JSONField(default=list)
    requirements = models.TextField(blank=True)
    supplement_policy = models.CharField(
        max_length=10, choices=_choices(PausePolicy), default=str(PausePolicy.RESTART)
    )
    source = models.CharField(max_length=500, blank=True)
    source_place = models.CharField(max_length=100, blank=True)
    notes = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    content_digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "valid_from"],
                condition=Q(valid_until=None) | Q(valid_until__gt=models.F("valid_from")),
                name="version_from_day",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=models.F("valid_from")),
                name="version_period_forward",
            ),
            models.CheckConstraint(
                condition=Q(online_level__in=_codes(OnlineLevel)), name="version_online_level_known"
            ),
            models.CheckConstraint(
                condition=Q(supplement_policy__in=_codes(PausePolicy)),
                name="version_supplement_policy_known",
            ),
        ]
        indexes = [models.Index(fields=["procedure", "-valid_from"], name="version_of_procedure")]

    def __str__(self) -> str:
        return self.name


class ProcedureVariant(models.Model):
    """Trường hợp thực hiện: a way through the procedure with its own papers. At least one each."""

    version = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    name = models.TextField(blank=True)
    is_default = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="variant_position"),
            models.UniqueConstraint(
                fields=["version"], condition=Q(is_default=True), name="variant_one_default"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RequiredDocument(models.Model):
    """A paper that a variant asks for. Numbers are null where the source states none.

    `is_note` rows are guidance beside the papers and are never ticked; `is_optional` papers
    belong to some cases only; `present_only` papers are shown and given back; `details` is the rest
    of a name too long for a tick list.
    """

    variant = models.ForeignKey(ProcedureVariant, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    originals = models.PositiveSmallIntegerField(null=True)
    copies = models.PositiveSmallIntegerField(null=True)
    present_only = models.BooleanField(default=False)
    is_optional = models.BooleanField(default=False)
    is_note = models.BooleanField(default=False)
    form_name = models.CharField(max_length=500, blank=True)
    group = models.TextField(blank=True)
    details = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["variant", "position"], name="document_position")
        ]

    def __str__(self) -> str:
        return self.name


class TimeLimit(models.Model):
    """How long the procedure may take. Empty variant or channel = any; the closest fit counts.

    `value` counts `unit`s (0 for SAME_DAY). No unit and no value: the source gives only words, or a
    number without a unit. `stages` are the shares of agencies as stated.
    """

    version = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, related_name="+")
    variant = models.ForeignKey(
        ProcedureVariant, on_delete=models.PROTECT, related_name="+", null=True
    )
    channel = models.CharField(max_length=10, blank=True)
    unit = models.CharField(max_length=20, blank=True, choices=_choices(Unit))
    value = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    text = models.TextField(blank=True)
    source_note = models.CharField(max_length=500, blank=True)
    stages = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "variant", "channel"], name="limit_once"),
            models.UniqueConstraint(
                fields=["version", "channel"],
                condition=Q(variant=None),
                name="limit_once_any_variant",
            ),
            models.CheckConstraint(
                condition=Q(unit__in=["", *_codes(Unit)]), name="limit_unit_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=["", *_codes(Channel)]), name="limit_channel_known"
            ),
            models.CheckConstraint(
                condition=Q(unit="", value=None)
                | (~Q(unit="") & Q(value__isnull=False, value__gte=0)),
                name="limit_value_fits_unit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.unit}"


class FeeRule(models.Model):
    """One phí or lệ phí. Empty variant or channel = any.

    `free_units`, `tiers` ([{"from_unit": 3, "amount_vnd": 1000}]) and `cap_vnd` hold per copy when
    `per` is PAGE, per dossier when COPY. Rules of one `choice_group` are alternatives told apart
    by `case_text`: the officer chooses, the first is never assumed.
    """

    version = models.ForeignKey(ProcedureVersion, on_delete=models.PROTECT, related_name="+")
    variant = models.ForeignKey(
        ProcedureVariant, on_delete=models.PROTECT, related_name="+", null=True
    )
    position = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=10, choices=_choices(FeeKind))
    name = models.CharField(max_length=500, blank=True)
    case_text = models.TextField(blank=True)
    choice_group = models.CharField(max_length=40, blank=True)
    amount_vnd = models.BigIntegerField()
    per = models.CharField(max_length=10, choices=_choices(FeeUnit))
    free_units = models.PositiveIntegerField(default=0)
    tiers = models.JSONField(default=list)
    cap_vnd = models.BigIntegerField(null=True)
    set_locally = models.BooleanField(default=False)
    asked_at = models.CharField(
        max_length=10, choices=_choices(AskedAt), default=str(AskedAt.RECEPTION)
    )
    source_note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="fee_position"),
            models.CheckConstraint(condition=Q(kind__in=_codes(FeeKind)), name="fee_kind_known"),
            models.CheckConstraint(condition=Q(per__in=_codes(FeeUnit)), name="fee_unit_known"),
            models.CheckConstraint(
                condition=Q(asked_at__in=_codes(AskedAt)), name="fee_asked_at_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=["", *_codes(Channel)]), name="fee_channel_known"
            ),
            models.CheckConstraint(condition=Q(amount_vnd__gte=0), name="fee_amount_from_0"),
            models.CheckConstraint(
                condition=Q(cap_vnd=None) | Q(cap_vnd__gte=0), name="fee_cap_from_0"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Exemption(models.Model):
    """For whom a fee is lowered: `percent` of it is taken off, 100 = miễn."""

    rule = models.ForeignKey(FeeRule, on_delete=models.PROTECT, related_name="+")
    group_code = models.CharField(max_length=40, choices=_choices(Preference))
    name = models.CharField(max_length=500, blank=True)
    percent = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rule", "group_code"], name="exemption_of_group"),
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=100), name="exemption_percent_in_range"
            ),
            models.CheckConstraint(
                condition=Q(group_code__in=_codes(Preference)), name="exemption_group_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class LifeEvent(Period):
    """What happens to people and what follows from it, during one period (`rules.life_events`).

    A period of no days is one that was withdrawn before it began.
    """

    code = models.SlugField(max_length=60)
    position = models.PositiveSmallIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                condition=Q(valid_until=None) | Q(valid_until__gt=models.F("valid_from")),
                name="life_event_from_day",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=models.F("valid_from")),
                name="life_event_period_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.code
