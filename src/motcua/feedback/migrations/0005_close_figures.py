"""Closed figures are only added: nobody changes or removes what was told for a period."""

import django.db.models.deletion
from django.db import migrations, models

from motcua.database.operations import AppendOnly


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_let_citizens_sign_in"),
        ("agencies", "0005_let_others_join_a_desk"),
        ("feedback", "0004_know_what_was_late_then"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClosedFigures",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_day", models.DateField()),
                ("to_day", models.DateField()),
                ("told", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("closed_at", models.DateTimeField()),
                ("closer_name", models.CharField(max_length=200)),
                ("closer_title", models.CharField(blank=True, max_length=200)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.holding",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["agency", "-to_day", "-id"], name="closed_figures_lately")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "from_day", "to_day"), name="closed_figures_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("to_day__gte", models.F("from_day"))),
                        name="closed_figures_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("told", ""), _negated=True),
                            models.Q(("digest", ""), _negated=True),
                        ),
                        name="closed_figures_whole",
                    ),
                ],
            },
        ),
        AppendOnly("feedback_closedfigures"),
    ]
