from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0011_count_stays_and_tallies"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExportRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("user_id", models.BigIntegerField()),
                ("holding_id", models.BigIntegerField(null=True)),
                ("total", models.PositiveIntegerField(null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("attempt", models.PositiveIntegerField(default=0)),
                ("asked_at", models.DateTimeField()),
                ("touched_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("outcome", models.CharField(blank=True, default="", max_length=8)),
                ("failure", models.CharField(blank=True, default="", max_length=60)),
                ("params", models.TextField(default="{}")),
                ("what", models.CharField(max_length=13)),
                ("which", models.TextField()),
                ("form", models.CharField(max_length=5)),
                ("language", models.CharField(max_length=5)),
                ("slot", models.PositiveSmallIntegerField()),
                ("scope", models.CharField(blank=True, default="", max_length=64)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, default="", max_length=64)),
                ("request_key", models.CharField(blank=True, default="", max_length=120)),
                ("request_digest", models.CharField(blank=True, default="", max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["user_id", "-id"], name="export_run_of_user"),
                    models.Index(fields=["asked_at"], name="export_run_by_age"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("finished_at", None)),
                        fields=("user_id", "slot"),
                        name="export_run_one_per_slot",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("request_key", ""), _negated=True),
                        fields=("request_key",),
                        name="export_run_asked_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("slot__gte", 1), ("slot__lte", 3)),
                        name="export_run_slot_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("form__in", ["XLSX", "CSV", "JSONL", "PDF"]),
                            ("what__in", ["DOSSIERS", "WORK", "REGISTER", "REGISTER_BOOK"]),
                        ),
                        name="export_run_codes_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at", None), ("outcome", "")),
                            models.Q(
                                ("finished_at__isnull", False),
                                ("outcome__in", ["DONE", "FAILED", "CANCELED"]),
                            ),
                            _connector="OR",
                        ),
                        name="export_run_ends_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "DONE"), _negated=True),
                            models.Q(("digest", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="export_run_done_whole",
                    ),
                ],
            },
        ),
        migrations.DeleteModel(
            name="RegisterExport",
        ),
    ]
