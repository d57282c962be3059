"""The tables of the catalogue."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

IDENTITY = (
    "id",
    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
)


UNITS = (
    "SAME_DAY",
    "WORKING_HOURS",
    "HALF_DAYS",
    "WORKING_DAYS",
    "CALENDAR_DAYS",
    "MONTHS",
    "YEARS",
)
GROUPS = (
    "MERIT",
    "POOR_HOUSEHOLD",
    "NEAR_POOR_HOUSEHOLD",
    "DISABLED",
    "CHILD",
    "ELDERLY",
    "HARDSHIP_ETHNIC",
    "ORPHAN",
)


def kept(to: str, *, null: bool = False) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        to=to, null=null, on_delete=django.db.models.deletion.PROTECT, related_name="+"
    )


def unique(model: str, name: str, *fields: str) -> migrations.AddConstraint:
    constraint = models.UniqueConstraint(fields=fields, name=name)
    return migrations.AddConstraint(model_name=model, constraint=constraint)


def check(model: str, name: str, condition: models.Q) -> migrations.AddConstraint:
    constraint = models.CheckConstraint(condition=condition, name=name)
    return migrations.AddConstraint(model_name=model, constraint=constraint)


def pairs(*codes: str) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Sector",
            fields=[
                IDENTITY,
                ("code", models.SlugField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="AnnouncementDecision",
            fields=[
                IDENTITY,
                ("number", models.CharField(max_length=60)),
                ("issuer", models.CharField(blank=True, max_length=200)),
                ("title", models.CharField(blank=True, max_length=500)),
                ("issued_on", models.DateField(null=True)),
                ("effective_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("number", "issuer"), name="decision_number_of_issuer"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Procedure",
            fields=[
                IDENTITY,
                ("code", models.CharField(max_length=40)),
                (
                    "scope",
                    models.CharField(choices=pairs("NATIONAL", "LOCAL"), max_length=10),
                ),
                ("place", models.CharField(blank=True, max_length=100)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "scope", "place"), name="procedure_code_of_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["NATIONAL", "LOCAL"])),
                        name="procedure_scope_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcedureVersion",
            fields=[
                IDENTITY,
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(null=True)),
                ("name", models.TextField()),
                ("name_key", models.TextField()),
                ("field_name", models.CharField(blank=True, max_length=200)),
                ("levels", models.JSONField(default=list)),
                ("implementing_body", models.TextField(blank=True)),
                ("competent_body", models.TextField(blank=True)),
                ("cooperating_bodies", models.TextField(blank=True)),
                ("channels", models.JSONField(default=list)),
                (
                    "online_level",
                    models.CharField(
                        choices=pairs("FULL", "PARTIAL", "INFORMATION", "UNSTATED"),
                        default="UNSTATED",
                        max_length=20,
                    ),
                ),
                ("legal_basis", models.JSONField(default=list)),
                ("applicant_kinds", models.JSONField(default=list)),
                ("results", models.JSONField(default=list)),
                ("requirements", models.TextField(blank=True)),
                (
                    "supplement_policy",
                    models.CharField(
                        choices=pairs("PAUSE", "RESTART", "CONTINUE"),
                        default="RESTART",
                        max_length=10,
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=500)),
                ("source_place", models.CharField(blank=True, max_length=100)),
                ("notes", models.JSONField(default=list)),
                ("missing", models.JSONField(default=list)),
                ("content_digest", models.CharField(max_length=64)),
                ("published_at", models.DateTimeField()),
                (
                    "decision",
                    kept("procedures.announcementdecision", null=True),
                ),
                (
                    "procedure",
                    kept("procedures.procedure"),
                ),
                (
                    "sector",
                    kept("procedures.sector"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProcedureVariant",
            fields=[
                IDENTITY,
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.TextField(blank=True)),
                ("is_default", models.BooleanField(default=False)),
                (
                    "version",
                    kept("procedures.procedureversion"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FeeRule",
            fields=[
                IDENTITY,
                ("position", models.PositiveSmallIntegerField()),
                ("channel", models.CharField(blank=True, max_length=10)),
                (
                    "kind",
                    models.CharField(choices=pairs("FEE", "CHARGE"), max_length=10),
                ),
                ("name", models.CharField(blank=True, max_length=500)),
                ("case_text", models.TextField(blank=True)),
                ("choice_group", models.CharField(blank=True, max_length=40)),
                ("amount_vnd", models.BigIntegerField()),
                (
                    "per",
                    models.CharField(
                        choices=pairs("DOSSIER", "COPY", "PAGE"),
                        max_length=10,
                    ),
                ),
                ("free_units", models.PositiveIntegerField(default=0)),
                ("tiers", models.JSONField(default=list)),
                ("cap_vnd", models.BigIntegerField(null=True)),
                ("set_locally", models.BooleanField(default=False)),
                ("source_note", models.CharField(blank=True, max_length=500)),
                (
                    "variant",
                    kept("procedures.procedurevariant", null=True),
                ),
                (
                    "version",
                    kept("procedures.procedureversion"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RequiredDocument",
            fields=[
                IDENTITY,
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.TextField()),
                ("originals", models.PositiveSmallIntegerField(null=True)),
                ("copies", models.PositiveSmallIntegerField(null=True)),
                ("present_only", models.BooleanField(default=False)),
                ("is_optional", models.BooleanField(default=False)),
                ("is_note", models.BooleanField(default=False)),
                ("form_name", models.CharField(blank=True, max_length=500)),
                ("group", models.TextField(blank=True)),
                ("details", models.TextField(blank=True)),
                (
                    "variant",
                    kept("procedures.procedurevariant"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TimeLimit",
            fields=[
                IDENTITY,
                ("channel", models.CharField(blank=True, max_length=10)),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=pairs(*UNITS),
                        max_length=20,
                    ),
                ),
                ("value", models.DecimalField(decimal_places=2, max_digits=7, null=True)),
                ("text", models.TextField(blank=True)),
                ("source_note", models.CharField(blank=True, max_length=500)),
                ("stages", models.JSONField(default=list)),
                (
                    "variant",
                    kept("procedures.procedurevariant", null=True),
                ),
                (
                    "version",
                    kept("procedures.procedureversion"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                IDENTITY,
                (
                    "group_code",
                    models.CharField(
                        choices=pairs(*GROUPS),
                        max_length=40,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=500)),
                ("percent", models.PositiveSmallIntegerField()),
                (
                    "rule",
                    kept("procedures.feerule"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rule", "group_code"), name="exemption_of_group"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__gte", 0), ("percent__lte", 100)),
                        name="exemption_percent_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "group_code__in",
                                [*GROUPS],
                            )
                        ),
                        name="exemption_group_known",
                    ),
                ],
            },
        ),
        unique("procedurevariant", "variant_position", "version", "position"),
        migrations.AddConstraint(
            model_name="procedurevariant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_default", True)),
                fields=("version",),
                name="variant_one_default",
            ),
        ),
        unique("feerule", "fee_position", "version", "position"),
        check("feerule", "fee_kind_known", models.Q(("kind__in", ["FEE", "CHARGE"]))),
        check("feerule", "fee_unit_known", models.Q(("per__in", ["DOSSIER", "COPY", "PAGE"]))),
        check(
            "feerule",
            "fee_channel_known",
            models.Q(("channel__in", ["", "DESK", "ONLINE", "POST"])),
        ),
        check("feerule", "fee_amount_from_0", models.Q(("amount_vnd__gte", 0))),
        check(
            "feerule",
            "fee_cap_from_0",
            models.Q(("cap_vnd", None), ("cap_vnd__gte", 0), _connector="OR"),
        ),
        unique("requireddocument", "document_position", "variant", "position"),
        migrations.AddIndex(
            model_name="procedureversion",
            index=models.Index(fields=["procedure", "-valid_from"], name="version_of_procedure"),
        ),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("valid_until", None),
                    ("valid_until__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                fields=("procedure", "valid_from"),
                name="version_from_day",
            ),
        ),
        check(
            "procedureversion",
            "version_period_forward",
            models.Q(
                ("valid_until", None),
                ("valid_until__gte", models.F("valid_from")),
                _connector="OR",
            ),
        ),
        check(
            "procedureversion",
            "version_online_level_known",
            models.Q(("online_level__in", ["FULL", "PARTIAL", "INFORMATION", "UNSTATED"])),
        ),
        check(
            "procedureversion",
            "version_supplement_policy_known",
            models.Q(("supplement_policy__in", ["PAUSE", "RESTART", "CONTINUE"])),
        ),
        unique("timelimit", "limit_once", "version", "variant", "channel"),
        migrations.AddConstraint(
            model_name="timelimit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("variant", None)),
                fields=("version", "channel"),
                name="limit_once_any_variant",
            ),
        ),
        check(
            "timelimit",
            "limit_unit_known",
            models.Q(("unit__in", ["", *UNITS])),
        ),
        check(
            "timelimit",
            "limit_channel_known",
            models.Q(("channel__in", ["", "DESK", "ONLINE", "POST"])),
        ),
        migrations.AddConstraint(
            model_name="timelimit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("unit", ""), ("value", None)),
                    models.Q(
                        models.Q(("unit", ""), _negated=True),
                        ("value__gte", 0),
                        ("value__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="limit_value_fits_unit",
            ),
        ),
    ]
