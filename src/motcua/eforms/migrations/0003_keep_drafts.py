"""What administrators are writing, one draft for each procedure."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("eforms", "0002_keep_what_was_published"),
        ("procedures", "0003_freeze_published_versions"),
    ]

    operations = [
        migrations.CreateModel(
            name="EFormDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("definition", models.JSONField()),
                ("edition", models.PositiveIntegerField()),
                ("saved_at", models.DateTimeField()),
                ("saved_by", models.CharField(max_length=200)),
                (
                    "procedure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.procedure",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("edition__gte", 1)), name="eform_draft_was_saved"
                    )
                ],
            },
        ),
    ]
