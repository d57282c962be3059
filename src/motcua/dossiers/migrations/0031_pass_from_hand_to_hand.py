"""Who has a dossier in hand: offers and their answers, and who else had a task on it."""

import django.db.models.deletion
from django.db import migrations, models

from motcua.database.operations import WordIndexAgain


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_let_citizens_sign_in"),
        ("agencies", "0004_say_how_to_reach_an_agency"),
        ("dossiers", "0030_wait_for_companions"),
        ("procedures", "0004_tell_of_life_events"),
    ]

    operations = [
        migrations.CreateModel(
            name="DossierAgency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_lasting", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveSmallIntegerField()),
                ("task", models.TextField()),
                ("papers", models.TextField(default="[]")),
                ("digests", models.TextField(default="[]")),
                ("limit_unit", models.CharField(blank=True, max_length=16)),
                ("limit_value", models.CharField(blank=True, max_length=16)),
                ("offered_at", models.DateTimeField()),
                ("offered_by", models.CharField(blank=True, max_length=200)),
                ("hold_due_at", models.DateTimeField(null=True)),
                ("answer", models.CharField(blank=True, max_length=12)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                ("reason", models.TextField(blank=True)),
            ],
        ),
        migrations.AddField(
            model_name="dossier",
            name="held_agency",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
            ),
        ),
        migrations.AddField(
            model_name="dossier",
            name="held_assignee",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.holding",
            ),
        ),
        migrations.AddField(
            model_name="dossier",
            name="held_unit",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.unit",
            ),
        ),
        migrations.AddField(
            model_name="dossier",
            name="is_turned_back",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="dossier",
            name="offered_agency",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
            ),
        ),
        migrations.AddField(
            model_name="dossier",
            name="offered_unit",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.unit",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("held_agency__isnull", False)),
                fields=["held_agency", "-id"],
                name="dossier_held",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("offered_agency__isnull", False)),
                fields=["offered_agency", "-id"],
                name="dossier_offered",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(
                            ("held_agency__isnull", False),
                            models.Q(("held_agency", models.F("competent_agency")), _negated=True),
                        ),
                        models.Q(
                            ("held_agency__isnull", True),
                            ("held_assignee__isnull", True),
                            ("held_unit__isnull", True),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("offered_agency__isnull", False),
                        ("offered_unit__isnull", True),
                        _connector="OR",
                    ),
                ),
                name="dossier_in_sound_hands",
            ),
        ),
        migrations.AddField(
            model_name="dossieragency",
            name="agency",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
            ),
        ),
        migrations.AddField(
            model_name="dossieragency",
            name="dossier",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddField(
            model_name="dossieragency",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.unit",
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="dossier",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="from_agency",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="from_unit",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.unit",
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="to_agency",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
            ),
        ),
        migrations.AddField(
            model_name="offer",
            name="to_unit",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.unit",
            ),
        ),
        migrations.AddIndex(
            model_name="dossieragency",
            index=models.Index(fields=["agency", "-dossier"], name="dossier_agency_newest"),
        ),
        migrations.AddConstraint(
            model_name="dossieragency",
            constraint=models.UniqueConstraint(
                condition=models.Q(("unit__isnull", True)),
                fields=("dossier", "agency"),
                name="dossier_agency_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="dossieragency",
            constraint=models.UniqueConstraint(
                condition=models.Q(("unit__isnull", False)),
                fields=("dossier", "agency", "unit"),
                name="dossier_unit_once",
            ),
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(
                condition=models.Q(("answer", "REFUSED")),
                fields=["from_agency", "-answered_at"],
                name="offer_refused",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.UniqueConstraint(
                fields=("dossier", "seq"), name="offer_one_per_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at__isnull", True)),
                fields=("dossier",),
                name="offer_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at__isnull", True)),
                    models.Q(
                        ("answer__in", ["ACCEPTED", "REFUSED", "TAKEN_BACK"]),
                        ("answered_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="offer_answer_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "REFUSED"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="offer_refused_with_reason",
            ),
        ),
        # SQLite has rebuilt the table.
        WordIndexAgain("dossiers_dossier", "search_key"),
    ]
