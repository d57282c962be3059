"""Which account sent a dossier, for whom."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("citizens", "0001_initial"),
        ("dossiers", "0022_keep_what_was_declared"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="DossierCitizen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(max_length=8)),
                (
                    "citizen",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="citizens.citizen",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="citizens.organization",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["citizen", "-dossier"], name="dossier_citizen_newest"),
                    models.Index(
                        condition=models.Q(("organization__isnull", False)),
                        fields=["organization", "-dossier"],
                        name="dossier_citizen_for",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "citizen"), name="dossier_citizen_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["FILER", "HELPER"])),
                        name="dossier_citizen_part_known",
                    ),
                ],
            },
        ),
    ]
