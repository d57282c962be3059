from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0009_let_bulk_acts_differ"),
    ]

    operations = [
        migrations.CreateModel(
            name="PrintRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("user_id", models.BigIntegerField()),
                ("holding_id", models.BigIntegerField(null=True)),
                ("kind", models.CharField(max_length=30)),
                ("size", models.CharField(blank=True, max_length=2)),
                ("codes", models.TextField()),
                ("left_out", models.TextField(default="[]")),
                ("total", models.PositiveIntegerField()),
                ("done", models.PositiveIntegerField(default=0)),
                ("asked_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["user_id", "-id"], name="print_run_of_user"),
                    models.Index(fields=["asked_at"], name="print_run_by_age"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("done__lte", models.F("total"))),
                        name="print_run_within",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__in", ["", "A4", "A5"])), name="print_run_size"
                    ),
                ],
            },
        ),
    ]
