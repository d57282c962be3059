"""Stays of dossiers and their tallies, which reports are made of; `figures rebuild` fills them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_keep_last_totp_counter"),
        ("agencies", "0003_units_come_after_units"),
        ("dossiers", "0010_print_papers_of_many"),
        ("procedures", "0003_freeze_published_versions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveSmallIntegerField()),
                ("channel", models.CharField(max_length=8)),
                ("began_on", models.DateField()),
                ("began_as", models.CharField(max_length=8)),
                ("ended_on", models.DateField(null=True)),
                ("ended_as", models.CharField(blank=True, max_length=8)),
                ("without_result", models.BooleanField(default=False)),
                ("overdue_on", models.DateField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.holding",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.procedure",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.unit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PastOverdue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField()),
                ("until_on", models.DateField()),
                (
                    "stay",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.stay",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("level", models.CharField(max_length=5)),
                ("day", models.DateField()),
                ("unit_key", models.BigIntegerField()),
                ("began_desk", models.IntegerField(default=0)),
                ("began_online", models.IntegerField(default=0)),
                ("began_post", models.IntegerField(default=0)),
                ("reopened", models.IntegerField(default=0)),
                ("moved_in", models.IntegerField(default=0)),
                ("ended_early", models.IntegerField(default=0)),
                ("ended_on_time", models.IntegerField(default=0)),
                ("ended_overdue", models.IntegerField(default=0)),
                ("moved_out", models.IntegerField(default=0)),
                ("without_result", models.IntegerField(default=0)),
                ("overdue", models.IntegerField(default=0)),
                (
                    "agency",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.procedure",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="stay",
            index=models.Index(fields=["agency", "began_on", "id"], name="stay_began"),
        ),
        migrations.AddIndex(
            model_name="stay",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", False)),
                fields=["agency", "ended_on", "id"],
                name="stay_ended",
            ),
        ),
        migrations.AddIndex(
            model_name="stay",
            index=models.Index(
                condition=models.Q(("ended_as", "OVERDUE")),
                fields=["agency", "ended_on", "id"],
                name="stay_ended_overdue",
            ),
        ),
        migrations.AddIndex(
            model_name="stay",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", True)),
                fields=["agency", "began_on", "id"],
                name="stay_open",
            ),
        ),
        migrations.AddIndex(
            model_name="stay",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", True), ("overdue_on__isnull", False)),
                fields=["agency", "overdue_on", "id"],
                name="stay_open_by_date",
            ),
        ),
        migrations.AddIndex(
            model_name="stay",
            index=models.Index(
                condition=models.Q(("began_as", "MOVED")),
                fields=["agency", "began_on", "id"],
                name="stay_moved_in",
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.UniqueConstraint(
                fields=("dossier", "seq"), name="stay_one_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True)),
                fields=("dossier",),
                name="stay_one_lasts",
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_as", ""), ("ended_on__isnull", True), ("without_result", False)
                    ),
                    models.Q(
                        ("ended_as__in", ["EARLY", "ON_TIME", "OVERDUE", "MOVED"]),
                        ("ended_on__gte", models.F("began_on")),
                    ),
                    _connector="OR",
                ),
                name="stay_ended_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=models.Q(("began_as__in", ["RECEIVED", "REOPENED", "MOVED"])),
                name="stay_beginning_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["DESK", "ONLINE", "POST"])),
                name="stay_channel_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="stay",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("overdue_on__isnull", True),
                    ("overdue_on__gte", models.F("began_on")),
                    _connector="OR",
                ),
                name="stay_overdue_within",
            ),
        ),
        migrations.AddConstraint(
            model_name="pastoverdue",
            constraint=models.UniqueConstraint(
                fields=("stay", "from_on"), name="past_overdue_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="pastoverdue",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on__gt", models.F("from_on"))), name="past_overdue_lasts"
            ),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.UniqueConstraint(
                fields=("agency", "level", "day", "procedure", "unit_key"),
                name="tally_one_per_cell",
            ),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__in", ["DAY", "MONTH"])), name="tally_level_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("began_desk__gte", 0),
                    ("began_online__gte", 0),
                    ("began_post__gte", 0),
                    ("ended_early__gte", 0),
                    ("ended_on_time__gte", 0),
                    ("ended_overdue__gte", 0),
                    ("moved_in__gte", 0),
                    ("moved_out__gte", 0),
                    ("reopened__gte", 0),
                    ("without_result__gte", 0),
                ),
                name="tally_counts",
            ),
        ),
    ]
