from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0016_serve_each_list"),
    ]

    operations = [
        migrations.CreateModel(
            name="LongRun",
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
                ("kind", models.CharField(max_length=10)),
                ("subject", models.CharField(max_length=120)),
                ("given", models.TextField()),
                ("last_id", models.BigIntegerField(default=0)),
                ("moved", models.PositiveIntegerField(default=0)),
                ("told", models.TextField(default="[]")),
            ],
            options={
                "indexes": [models.Index(fields=["user_id", "-id"], name="long_run_of_user")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("finished_at", None)),
                        fields=("subject",),
                        name="long_run_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["DAY_OFF", "SUCCESSION"])),
                        name="long_run_kind_known",
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
                        name="long_run_ends_once",
                    ),
                ],
            },
        ),
    ]
