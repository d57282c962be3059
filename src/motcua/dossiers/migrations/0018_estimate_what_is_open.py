"""Small indexes of what is settled elsewhere; and PostgreSQL shall know that stages and ends go together."""

from typing import Any

from django.db import migrations, models


def know_stages_and_ends(_apps: Any, schema_editor: Any) -> None:
    """Else it multiplies: few are open, few are at a stage of open ones, so almost none are both; and
    reads all of them where the first page would do."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE STATISTICS dossier_standing (mcv) ON stage, status, ended_at FROM dossiers_dossier"
        )
        # It made what is settled elsewhere look like nothing, to be looked for anyhow.
        schema_editor.execute("DROP STATISTICS dossier_places")


def forget_stages_and_ends(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP STATISTICS dossier_standing")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_keep_last_totp_counter"),
        ("agencies", "0003_units_come_after_units"),
        ("dossiers", "0017_follow_changes_in_runs"),
        ("procedures", "0003_freeze_published_versions"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="dossier",
            name="dossier_late_competent",
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("agency", models.F("competent_agency")), _negated=True),
                fields=["competent_agency", "status", "id"],
                name="dossier_elsewhere_status",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    ("ended_at__isnull", True),
                    models.Q(("agency", models.F("competent_agency")), _negated=True),
                ),
                fields=["competent_agency", "due_at", "id"],
                name="dossier_open_elsewhere",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    ("timeliness", "OVERDUE"),
                    models.Q(("agency", models.F("competent_agency")), _negated=True),
                ),
                fields=["competent_agency", "id"],
                name="dossier_late_elsewhere",
            ),
        ),
        migrations.RunPython(know_stages_and_ends, forget_stages_and_ends),
    ]
