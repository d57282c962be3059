import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_keep_last_totp_counter"),
        ("agencies", "0003_units_come_after_units"),
        ("dossiers", "0003_search_by_parts_of_words"),
        ("procedures", "0003_freeze_published_versions"),
    ]

    operations = [
        migrations.CreateModel(
            name="DossierFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.BigIntegerField()),
                ("kind", models.CharField(max_length=8)),
                ("paper_position", models.PositiveSmallIntegerField(null=True)),
                ("added_at", models.DateTimeField()),
                ("added_by", models.CharField(blank=True, max_length=200)),
                ("is_removed", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveSmallIntegerField()),
                ("result_seq", models.PositiveSmallIntegerField()),
                ("method", models.CharField(max_length=8)),
                ("recipient_name", models.CharField(max_length=200)),
                ("recipient_number", models.CharField(blank=True, max_length=20)),
                ("authority", models.CharField(blank=True, max_length=300)),
                ("tracking_number", models.CharField(blank=True, max_length=80)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("returned_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Result",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveSmallIntegerField()),
                ("replaces_seq", models.PositiveSmallIntegerField(null=True)),
                ("decision", models.CharField(max_length=8)),
                ("grounds", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField()),
                ("decided_by", models.CharField(blank=True, max_length=200)),
                ("decided_by_title", models.CharField(blank=True, max_length=200)),
                ("document_number", models.CharField(blank=True, max_length=80)),
                ("document_date", models.DateField(null=True)),
                ("subject", models.CharField(blank=True, max_length=500)),
                ("signed_by", models.CharField(blank=True, max_length=200)),
                ("digests", models.TextField(default="[]")),
                ("issued_at", models.DateTimeField(null=True)),
                ("correction_reason", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="SupplementRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveSmallIntegerField()),
                ("before_reception", models.BooleanField()),
                ("reason", models.TextField()),
                ("items", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name="dossier",
            name="appointment_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="assignee",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.holding",
            ),
        ),
        migrations.AddField(
            model_name="dossier",
            name="decision",
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AddField(
            model_name="dossier",
            name="due_soon_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="ended_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="group",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddField(
            model_name="dossier",
            name="is_accepted",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="returned_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="stage",
            field=models.CharField(default="RECEIVED", max_length=24),
        ),
        migrations.AddField(
            model_name="dossier",
            name="supplement_allowed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="dossier",
            name="supplement_count",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="dossier",
            name="timeliness",
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("assignee__isnull", False), ("ended_at__isnull", True)),
                fields=["assignee", "due_at", "id"],
                name="dossier_assignee_due",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("stage", "SETTLED")),
                fields=["agency", "ended_at", "id"],
                name="dossier_to_hand_over",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True), ("is_accepted", False)),
                fields=["agency", "id"],
                name="dossier_before_reception",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("group__isnull", False)), fields=["group"], name="dossier_group"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", "COMPLETION_ASKED"), ("status", "SUPPLEMENT_REQUESTED")),
                    models.Q(("stage", "IN_TRANSIT"), ("status", "RECEIVED")),
                    models.Q(("stage", "PROPOSED"), ("status", "PROCESSING")),
                    models.Q(("stage", "DECIDED"), ("status", "PROCESSING")),
                    models.Q(("stage", "REGISTERED"), ("status", "REGISTERED")),
                    models.Q(("stage", "RECEIVED"), ("status", "RECEIVED")),
                    models.Q(("stage", "NOT_RECEIVED"), ("status", "NOT_RECEIVED")),
                    models.Q(("stage", "PROCESSING"), ("status", "PROCESSING")),
                    models.Q(("stage", "SUPPLEMENT_REQUESTED"), ("status", "SUPPLEMENT_REQUESTED")),
                    models.Q(("stage", "OBLIGATION_DUE"), ("status", "OBLIGATION_DUE")),
                    models.Q(("stage", "WITHDRAWN"), ("status", "WITHDRAWN")),
                    models.Q(("stage", "TERMINATED"), ("status", "TERMINATED")),
                    models.Q(("stage", "SETTLED"), ("status", "SETTLED")),
                    models.Q(("stage", "RETURNED"), ("status", "RETURNED")),
                    _connector="OR",
                ),
                name="dossier_stage_has_status",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(("timeliness__in", ["", "EARLY", "ON_TIME", "OVERDUE"])),
                name="dossier_timeliness_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision__in", ["", "GRANTED", "DECLINED"])),
                name="dossier_decision_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", True),
                        (
                            "stage__in",
                            [
                                "COMPLETION_ASKED",
                                "DECIDED",
                                "IN_TRANSIT",
                                "OBLIGATION_DUE",
                                "PROCESSING",
                                "PROPOSED",
                                "RECEIVED",
                                "REGISTERED",
                                "SUPPLEMENT_REQUESTED",
                            ],
                        ),
                    ),
                    models.Q(
                        ("ended_at__isnull", False),
                        models.Q(
                            (
                                "stage__in",
                                [
                                    "COMPLETION_ASKED",
                                    "DECIDED",
                                    "IN_TRANSIT",
                                    "OBLIGATION_DUE",
                                    "PROCESSING",
                                    "PROPOSED",
                                    "RECEIVED",
                                    "REGISTERED",
                                    "SUPPLEMENT_REQUESTED",
                                ],
                            ),
                            _negated=True,
                        ),
                    ),
                    _connector="OR",
                ),
                name="dossier_ended_has_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("returned_at__isnull", False), ("stage", "RETURNED")),
                    models.Q(
                        ("returned_at__isnull", True),
                        models.Q(("stage", "RETURNED"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="dossier_returned_has_when",
            ),
        ),
        migrations.AddField(
            model_name="dossierfile",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="handover",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="result",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
            ),
        ),
        migrations.AddField(
            model_name="supplementrequest",
            name="dossier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossiers.dossier"
            ),
        ),
        migrations.AddIndex(
            model_name="dossierfile",
            index=models.Index(fields=["digest"], name="dossier_file_digest"),
        ),
        migrations.AddConstraint(
            model_name="dossierfile",
            constraint=models.UniqueConstraint(
                fields=("dossier", "position"), name="file_one_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossierfile",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_removed", False)),
                fields=("dossier", "digest"),
                name="file_once_in_dossier",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossierfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["PAPER", "RESULT", "OTHER"])),
                name="file_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                fields=("dossier", "seq"), name="hand_over_one_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(("method__in", ["DESK", "ONLINE", "POST"])),
                name="hand_over_method_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.UniqueConstraint(
                fields=("dossier", "seq"), name="result_one_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision__in", ["GRANTED", "DECLINED"])),
                name="result_decision_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="result",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decision", "GRANTED"),
                    models.Q(("grounds", ""), _negated=True),
                    models.Q(("correction_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="result_declined_with_grounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="supplementrequest",
            constraint=models.UniqueConstraint(
                fields=("dossier", "seq"), name="request_one_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="supplementrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at__isnull", True)),
                fields=("dossier",),
                name="request_one_open",
            ),
        ),
    ]
