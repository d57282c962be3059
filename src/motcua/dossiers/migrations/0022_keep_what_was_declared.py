"""The answers to the interactive form that came in with a dossier."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("dossiers", "0021_know_that_units_have_one_agency"),
        ("eforms", "0002_keep_what_was_published"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Declaration",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="dossiers.dossier",
                    ),
                ),
                ("answers", models.TextField()),
                (
                    "eform_version",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="eforms.eformversion",
                    ),
                ),
            ],
        ),
    ]
