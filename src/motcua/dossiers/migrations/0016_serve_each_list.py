"""One index for each list, and none that another contains (docs/decisions/0015-five-million.md)."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from motcua.database.operations import BeginsIndex

CONTAINED = ("agency_id", "competent_agency_id", "unit_id", "procedure_version_id")
"""Columns whose own index is the beginning of another now."""


def drop_contained(apps: Any, schema_editor: Any) -> None:
    """By hand: on SQLite Django would build the whole table anew, and lose its triggers."""
    table = apps.get_model("dossiers", "Dossier")._meta.db_table
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, table)
    for name, told in known.items():
        alone = len(told["columns"]) == 1 and told["columns"][0] in CONTAINED
        if told["index"] and alone and not told["unique"] and not told.get("definition"):
            schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")


def keep_as_it_is(_apps: Any, _schema_editor: Any) -> None:
    """Backwards: what is contained in another need not come back."""


def know_places_together(_apps: Any, schema_editor: Any) -> None:
    """Most dossiers are settled where they were received, by a unit there: PostgreSQL shall know."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE STATISTICS dossier_places (dependencies, mcv) "
            "ON agency_id, competent_agency_id, unit_id FROM dossiers_dossier"
        )


def forget_places_together(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP STATISTICS dossier_places")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_keep_last_totp_counter"),
        ("agencies", "0003_units_come_after_units"),
        ("dossiers", "0015_find_by_words"),
        ("procedures", "0003_freeze_published_versions"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="dossier",
            name="dossier_agency_due",
        ),
        migrations.RemoveIndex(
            model_name="dossier",
            name="dossier_competent_due",
        ),
        migrations.RemoveIndex(
            model_name="dossier",
            name="dossier_unit_due",
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop_contained, keep_as_it_is)],
            state_operations=[
                migrations.AlterField(
                    model_name="dossier",
                    name="agency",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                migrations.AlterField(
                    model_name="dossier",
                    name="competent_agency",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                migrations.AlterField(
                    model_name="dossier",
                    name="procedure_version",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="procedures.procedureversion",
                    ),
                ),
                migrations.AlterField(
                    model_name="dossier",
                    name="unit",
                    field=models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.unit",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["agency", "id"], name="dossier_agency"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["agency", "status", "id"], name="dossier_agency_status"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["competent_agency", "id"], name="dossier_competent"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("agency", models.F("competent_agency")), _negated=True),
                fields=["competent_agency", "id"],
                name="dossier_elsewhere",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("agency", models.F("competent_agency")), _negated=True),
                fields=["competent_agency", "received_on", "id"],
                name="dossier_elsewhere_day",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["unit", "competent_agency", "id"], name="dossier_unit"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(fields=["procedure_version", "id"], name="dossier_procedure"),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)),
                fields=["unit", "due_at", "id"],
                name="dossier_unit_due",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("stage", "IN_TRANSIT")),
                fields=["competent_agency", "id"],
                name="dossier_in_transit",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("timeliness", "OVERDUE")),
                fields=["agency", "id"],
                name="dossier_late",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("timeliness", "OVERDUE")),
                fields=["competent_agency", "id"],
                name="dossier_late_competent",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)),
                fields=["due_at", "id"],
                name="dossier_open_due",
            ),
        ),
        migrations.RemoveIndex(model_name="dossier", name="dossier_before_reception"),
        migrations.RemoveIndex(model_name="dossierparty", name="party_tax_code"),
        migrations.AddIndex(
            model_name="dossierparty",
            index=models.Index(
                condition=models.Q(("tax_code__gt", "")),
                fields=["tax_code", "-id"],
                name="party_tax_code",
            ),
        ),
        migrations.AddIndex(
            model_name="dossierparty",
            index=models.Index(
                condition=models.Q(("old_id__gt", "")),
                fields=["old_id", "-id"],
                name="party_old_id",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    ("stage", "SETTLED"),
                    models.Q(("agency", models.F("competent_agency")), _negated=True),
                ),
                fields=["competent_agency", "ended_at", "id"],
                name="dossier_hand_over_elsewhere",
            ),
        ),
        BeginsIndex("dossiers_result", "document_number", "result_number_begins"),
        migrations.RunPython(know_places_together, forget_places_together),
    ]
