"""Long statements are taken by a worker, line by line."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("payments", "0006_keep_card_slips"),
    ]

    operations = [
        migrations.CreateModel(
            name="StatementRun",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("user_id", models.BigIntegerField()),
                ("holding_id", models.BigIntegerField(null=True)),
                ("lines", models.TextField()),
                ("total", models.PositiveIntegerField()),
                ("done", models.PositiveIntegerField(default=0)),
                ("matched", models.PositiveIntegerField(default=0)),
                ("attempt", models.PositiveSmallIntegerField(default=0)),
                ("asked_at", models.DateTimeField()),
                ("touched_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "statement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="payments.bankstatement",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("finished_at__isnull", True)),
                        fields=["touched_at"],
                        name="statement_run_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done__lte", models.F("total")), ("matched__lte", models.F("done"))
                        ),
                        name="statement_run_no_further_than_its_end",
                    )
                ],
            },
        ),
    ]
