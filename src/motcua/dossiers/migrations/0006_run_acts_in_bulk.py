import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0005_keep_registers_by_year"),
    ]

    operations = [
        migrations.CreateModel(
            name="BulkRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("user_id", models.BigIntegerField()),
                ("holding_id", models.BigIntegerField(null=True)),
                ("act", models.CharField(max_length=40)),
                ("given", models.TextField()),
                ("total", models.PositiveIntegerField()),
                ("asked_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["user_id", "-id"], name="bulk_run_of_user")],
            },
        ),
        migrations.CreateModel(
            name="BulkItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("code", models.CharField(max_length=50)),
                ("seen_version", models.PositiveIntegerField()),
                ("outcome", models.CharField(blank=True, max_length=8)),
                ("refusal", models.CharField(blank=True, max_length=60)),
                ("params", models.TextField(default="{}")),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.bulkrun",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("run", "position"), name="bulk_item_one_per_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["", "DONE", "REFUSED"])),
                        name="bulk_outcome_known",
                    ),
                ],
            },
        ),
    ]
