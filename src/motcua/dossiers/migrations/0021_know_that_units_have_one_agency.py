"""PostgreSQL shall know that a unit belongs to one agency: it multiplied the shares of both, took the
dossiers of a unit for a tenth of what they are, and read all of them to find fifty."""

from typing import Any

from django.db import migrations

KNOWN = {
    "dossier_unit_of_agency": "unit_id, competent_agency_id FROM dossiers_dossier",
    "stay_unit_of_agency": "unit_id, agency_id FROM dossiers_stay",
}


def know(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name, columns in KNOWN.items():
            schema_editor.execute(f"CREATE STATISTICS {name} (dependencies) ON {columns}")


def forget(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name in KNOWN:
            schema_editor.execute(f"DROP STATISTICS {name}")


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0020_read_open_work_of_a_unit_alone")]

    operations = [migrations.RunPython(know, forget)]
