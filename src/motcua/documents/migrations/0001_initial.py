"""The tables of files, uploads and what the scanner said."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("size", models.BigIntegerField()),
                ("media_type", models.CharField(max_length=100)),
                ("stored_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)), name="stored_file_not_empty"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FileScan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("state", models.CharField(max_length=10)),
                ("scanner", models.CharField(blank=True, max_length=120)),
                ("found", models.CharField(blank=True, max_length=200)),
                ("scanned_at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["file", "-id"], name="file_scan_latest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["UNSCANNED", "CLEAN", "INFECTED", "FAILED"])
                        ),
                        name="file_scan_state",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("size", models.BigIntegerField()),
                ("received", models.BigIntegerField(default=0)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "holding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.holding",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["holding", "expires_at"], name="upload_holding"),
                    models.Index(fields=["expires_at"], name="upload_expiry"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received__gte", 0),
                            ("received__lte", models.F("size")),
                            ("size__gt", 0),
                        ),
                        name="upload_received_within",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("file", None), ("received", models.F("size")), _connector="OR"
                        ),
                        name="upload_finished_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("created_at"))),
                        name="upload_ends_later",
                    ),
                ],
            },
        ),
    ]
