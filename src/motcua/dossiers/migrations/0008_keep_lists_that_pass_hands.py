import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_units_come_after_units"),
        ("dossiers", "0007_save_views_and_ask_bulk_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="HandOverList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=200)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ListedDossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "hand_over_list",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.handoverlist",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("direction", models.CharField(max_length=3)),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("day", models.DateField()),
                ("carrier", models.CharField(max_length=200)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=200)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PostedItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("sender_name", models.CharField(blank=True, max_length=200)),
                ("tracking_number", models.CharField(blank=True, max_length=40)),
                ("arrived_at", models.DateTimeField(null=True)),
                ("state", models.CharField(max_length=12)),
                ("told_at", models.DateTimeField(null=True)),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "dossier",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.posting",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RegisterExport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("user_id", models.BigIntegerField()),
                ("holding_id", models.BigIntegerField(null=True)),
                ("year", models.PositiveSmallIntegerField()),
                ("form", models.CharField(max_length=4)),
                ("total", models.PositiveIntegerField()),
                ("done", models.PositiveIntegerField(default=0)),
                ("asked_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("failure", models.CharField(blank=True, max_length=60)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="handoverlist",
            index=models.Index(fields=["agency", "-id"], name="hand_over_list_of_agency"),
        ),
        migrations.AddConstraint(
            model_name="handoverlist",
            constraint=models.UniqueConstraint(
                fields=("agency", "kind", "year", "number"), name="hand_over_list_one_per_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="handoverlist",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["DOSSIERS", "RESULTS"])),
                name="hand_over_list_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="listeddossier",
            constraint=models.UniqueConstraint(
                fields=("hand_over_list", "position"), name="listed_one_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="listeddossier",
            constraint=models.UniqueConstraint(
                fields=("hand_over_list", "dossier"), name="listed_once_in_a_list"
            ),
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(fields=["agency", "-id"], name="posting_of_agency"),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.UniqueConstraint(
                fields=("agency", "direction", "year", "number"), name="posting_one_per_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.CheckConstraint(
                condition=models.Q(("direction__in", ["OUT", "IN"])), name="posting_direction_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="posteditem",
            constraint=models.UniqueConstraint(
                fields=("posting", "position"), name="posted_one_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="posteditem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["SENT", "DELIVERED", "CAME_BACK", "WAITING", "RECEIVED"])
                ),
                name="posted_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="posteditem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dossier__isnull", False),
                    models.Q(("sender_name", ""), _negated=True),
                    _connector="OR",
                ),
                name="posted_of_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="posteditem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "RECEIVED"), _negated=True),
                    ("dossier__isnull", False),
                    _connector="OR",
                ),
                name="posted_received_is_a_dossier",
            ),
        ),
        migrations.AddIndex(
            model_name="registerexport",
            index=models.Index(fields=["user_id", "-id"], name="register_export_of_user"),
        ),
        migrations.AddConstraint(
            model_name="registerexport",
            constraint=models.CheckConstraint(
                condition=models.Q(("form__in", ["PDF", "XLSX"])), name="register_export_form_known"
            ),
        ),
    ]
